"""tiers: the highest step reached, over one ladder or several, never added up.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.tiers.rule import Tiers

__all__ = ["Tiers"]
