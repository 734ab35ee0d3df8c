"""per_unit: so many points for each unit of a count.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.per_unit.rule import PerUnit

__all__ = ["PerUnit"]
