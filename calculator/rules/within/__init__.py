"""within: a row that has a figure, inside a group of which no source gives all figures.

``rule.py`` has the modifier and reads it; ``worksheet.py`` and ``boundaries.py`` beside it are for
the build and the tests. Others import ``Within`` and ``read_within``.
"""

from calculator.rules.within.rule import Within, read_within

__all__ = ["Within", "read_within"]
