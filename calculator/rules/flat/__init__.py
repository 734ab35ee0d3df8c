"""flat: so many points if something is so.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.flat.rule import Flat

__all__ = ["Flat"]
