"""sum_capped: several rows together, under a cap around their own caps.

    rule = "sum_capped"
    of = ["award_district", "award_municipal"]
    cap = 100

The cap is the row's modifier; without it the members would need no group.

>>> from calculator.rules.example import case, row
>>> SumCapped((row("a", 60), row("b", 30))).points(case())
Interval(low=90, high=90)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.interval import Interval, total
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Row, Term, members, merged, scored


@dataclass(frozen=True, slots=True)
class SumCapped:
    """The sum of the members' points."""

    members: tuple[Row, ...]

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``of``, the ids of rows above, at least two; and ``cap`` must stand there."""
        if table.peek("cap") is None:
            table.missing("cap", "合计的上限")
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
        """The members' points together."""
        return total(member.points(case) for member in self.members)

    def why(self, case: Case) -> str:
        """The members that give points, added up."""
        given = [(each.label, each.points(case).low) for each in self.members]
        shown = [f"{label} {scored(points)}" for label, points in given if points]
        if not shown:
            return "都没有可计分的，不计分"
        return f"{' + '.join(shown)} = {scored(self.points(case).low)}"

    def terms(self) -> list[Term]:
        """One line that names the members."""
        return [Term("、".join(member.label for member in self.members), "合计")]
