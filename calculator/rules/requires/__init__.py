"""requires: what must be so before a row counts, a condition is met, or a total is void.

``rule.py`` has the kinds of requirement and reads them; ``worksheet.py`` and ``boundaries.py``
beside it are for the build and the tests. Others import ``Requirement`` and ``read_requires``,
never one kind.
"""

from calculator.rules.requires.rule import Requirement, read_requires

__all__ = ["Requirement", "read_requires"]
