"""best_of: of several rows only the one that gives most counts.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.best_of.rule import BestOf

__all__ = ["BestOf"]
