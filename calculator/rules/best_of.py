"""best_of: of several rows only the one that gives most counts.

    rule = "best_of"
    of = ["education", "skill_or_title"]

The rows stand above; they count here and nowhere else.

>>> from calculator.rules.example import case, row
>>> BestOf((row("a", 60), row("b", 100))).points(case())
Interval(low=100, high=100)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.interval import Interval, highest
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Row, Term, members, merged, scored


@dataclass(frozen=True, slots=True)
class BestOf:
    """The highest of the members' points."""

    members: tuple[Row, ...]

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``of``, the ids of rows above, at least two."""
        return cls(members(table, known))

    @property
    def directions(self) -> Mapping[str, Direction]:
        """What the members read."""
        return merged(self.members)

    @property
    def awards(self) -> tuple[Number, ...]:
        """Those of every member."""
        return tuple(award for member in self.members for award in member.awards)

    def points(self, case: Case) -> Interval:
        """The highest that any member gives."""
        return highest(member.points(case) for member in self.members)

    def why(self, case: Case) -> str:
        """Which member counts."""
        certain = [member.points(case).low for member in self.members]
        points = max(certain)
        if not points:
            return "都没有可计分的，不计分"
        best = self.members[certain.index(points)]
        return f"就高，只计「{best.label}」{scored(points)}"

    def terms(self) -> list[Term]:
        """One line that names the members."""
        return [Term("、".join(member.label for member in self.members), "只计最高一项")]
