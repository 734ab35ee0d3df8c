"""sum_capped: several rows together, under a cap around their own caps.

``rule.py`` is the rule itself. Beside it stands what only the build and the tests need:
``worksheet.py``, ``template.toml`` and ``boundaries.py``. Only ``rules/register.py`` may import it.
"""

from calculator.rules.sum_capped.rule import SumCapped

__all__ = ["SumCapped"]
