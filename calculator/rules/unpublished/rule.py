"""unpublished: a row whose figure no public source gives.

    rule = "unpublished"
    rare = true             # most people have nothing of it; not written: it is asked of everybody

It is never guessed and never counted as 0. The person says whether it concerns them, and may
enter the points they were officially told; until then the total does not count it.

>>> from calculator.answers.facts import facts_of_unpublished
>>> from calculator.rules.example import situation
>>> blood = Unpublished(*facts_of_unpublished("social_contribution", "社会贡献"), taken_away=False)
>>> known = situation(social_contribution_points_declared=20)
>>> blood.is_counted(situation()), blood.is_counted(known)
(False, True)
>>> blood.points(known)
Interval(low=20, high=20)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Declaration,
    Definitions,
    Monotonicity,
    Shape,
    TableLine,
    find_fact,
)
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, Interval, exactly
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Unpublished(Shape):
    """No figure of its own: only points officially told, taken away in a deduction."""

    claimed: Fact
    declared: Fact
    taken_away: bool

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """The two facts are named after the item; ``rare`` was read with them."""
        table.flag("rare")
        return cls(
            claimed=find_fact(table, f"{table.name}_claimed", definitions, ("flag",), "id"),
            declared=find_fact(
                table, f"{table.name}_points_declared", definitions, ("points",), "id"
            ),
            taken_away=table.get("part") == "deduction",
        )

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """None: no answer narrows what is not counted."""
        return {}

    @property
    def declaration(self) -> Declaration:
        """The two facts that are asked instead of a figure."""
        return Declaration(self.claimed, self.declared)

    def is_counted(self, situation: Situation) -> bool:
        """Whether points were declared, or it was answered that the row does not apply."""
        return self.is_declared(situation) or situation.flag(self.claimed) is False

    def is_declared(self, situation: Situation) -> bool:
        """Whether points officially told were entered."""
        return situation.declared_points(self.declared) is not None

    @property
    def single_points(self) -> tuple[Number, ...]:
        """None: no public source gives any."""
        return ()

    def points(self, situation: Situation) -> Interval:
        """The declared points, negative in a deduction; 0 where there are none.

        Where the row is not counted, 0 says nothing.
        """
        declared = situation.declared_points(self.declared)
        if declared is None:
            return ZERO
        return exactly(-declared if self.taken_away else declared)

    def why(self, situation: Situation) -> str:
        """Whether it was answered no, or which points were declared."""
        if not self.is_declared(situation):
            return "没有这项情况，不计分"
        return f"按您填写的官方告知分值，计 {format_points(self.points(situation).low)}"

    def table_lines(self) -> list[TableLine]:
        """One line that says that the figure is not published."""
        return [TableLine("公开来源没有给出分值", "未公布")]
