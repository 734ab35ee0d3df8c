"""sum_capped: several rows together, under a cap around their own caps.

    rule = "sum_capped"
    of = ["award_district", "award_municipal"]
    cap = 100

The cap is the row's modifier; without it the members would need no group.

>>> from calculator.rules.example import situation, row
>>> SumCapped((row("a", 60), row("b", 30))).points(situation())
Interval(low=90, high=90)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from calculator.answers.facts import Answer, Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Monotonicity,
    ReferencedItem,
    Shape,
    TableLine,
    merge_monotonicity,
    read_members,
    telling_answers_of,
)
from calculator.values.chinese import format_points
from calculator.values.interval import Interval, total
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class SumCapped(Shape):
    """The sum of the members' points."""

    rows: tuple[ReferencedItem, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``of``, the ids of rows above, at least two; and ``cap`` must stand there."""
        if table.get("cap") is None:
            table.missing("cap", "合计的上限")
        return cls(read_members(table, definitions))

    @property
    def members(self) -> tuple[ReferencedItem, ...]:
        """The rows that ``of`` names."""
        return self.rows

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact that a member reads; ``any`` where two are pushed apart by it."""
        return merge_monotonicity(member.monotonicity for member in self.rows)

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Those of every member that reads the fact."""
        return telling_answers_of(self.rows, fact, on)

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures of every member's single awards."""
        return tuple(points for member in self.rows for points in member.single_points)

    def points(self, situation: Situation) -> Interval:
        """The sum of the members' points, the group's own cap not applied."""
        return total(member.points(situation) for member in self.rows)

    def why(self, situation: Situation) -> str:
        """The members that give points, added up."""
        given = [(member.label, member.points(situation).low) for member in self.rows]
        shown = [f"{label} {format_points(points)}" for label, points in given if points]
        if not shown:
            return "都没有可计分的，不计分"
        return f"{' + '.join(shown)} = {format_points(self.points(situation).low)}"

    def table_lines(self) -> list[TableLine]:
        """One line that names the members."""
        return [TableLine("、".join(member.label for member in self.rows), "合计")]
