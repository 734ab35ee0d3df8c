"""steps_above: points at a threshold, and more for each full step above it.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.steps_above.rule import StepsAbove

__all__ = ["StepsAbove"]
