"""unpublished: a row whose figure no public source gives.

    rule = "unpublished"
    rare = true             # most people have nothing of it; not written: it is asked of everybody

It is never guessed and never counted as 0. The person says whether it concerns them, and may
enter the points they were officially told; until then the total does not count it.

>>> from calculator.facts import claim
>>> from calculator.rules.example import case
>>> blood = Unpublished(*claim("social_contribution", "社会贡献"), taken_away=False)
>>> blood.counted(case()), blood.counted(case(social_contribution_points_declared=20))
(False, True)
>>> blood.points(case(social_contribution_points_declared=20))
Interval(low=20, high=20)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.facts import Fact
from calculator.interval import ZERO, Interval, exactly
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Term, named_fact, scored


@dataclass(frozen=True, slots=True)
class Unpublished:
    """No figure of its own: only points officially told, taken away in a deduction."""

    claimed: Fact
    declared: Fact
    taken_away: bool

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """The two facts are named after the item; ``rare`` was read with them."""
        table.flag("rare")
        return cls(
            claimed=named_fact(table, f"{table.name}_claimed", known, ("flag",), "id"),
            declared=named_fact(table, f"{table.name}_points_declared", known, ("points",), "id"),
            taken_away=table.peek("part") == "deduction",
        )

    @property
    def directions(self) -> Mapping[str, Direction]:
        """No answer narrows what is not counted."""
        return {}

    def counted(self, case: Case) -> bool:
        """Whether it was answered no, or points were given."""
        return self.told(case) or case.flag(self.claimed) is False

    def told(self, case: Case) -> bool:
        """Whether points officially told were given."""
        return case.points_told(self.declared) is not None

    @property
    def awards(self) -> tuple[Number, ...]:
        """No public source gives any."""
        return ()

    def points(self, case: Case) -> Interval:
        """The points told; none where it was answered no; meaningless where it is not counted."""
        told = case.points_told(self.declared)
        if told is None:
            return ZERO
        return exactly(-told if self.taken_away else told)

    def why(self, case: Case) -> str:
        """What was answered."""
        if not self.told(case):
            return "没有这项情况，不计分"
        return f"按您填写的官方告知分值，计 {scored(self.points(case).low)}"

    def terms(self) -> list[Term]:
        """One line that says so."""
        return [Term("公开来源没有给出分值", "未公布")]
