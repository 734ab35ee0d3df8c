"""brackets: points by the band that a count or measure falls in.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.brackets.rule import Brackets

__all__ = ["Brackets"]
