"""unpublished: a row whose figure no public source gives.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.unpublished.rule import Unpublished

__all__ = ["Unpublished"]
