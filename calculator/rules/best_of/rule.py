"""best_of: of several rows only the one that gives most counts.

    rule = "best_of"
    of = ["education", "skill_or_title"]

The rows stand above; they count here and nowhere else.

>>> from calculator.rules.example import situation, row
>>> BestOf((row("a", 60), row("b", 100))).points(situation())
Interval(low=100, high=100)
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
from calculator.values.interval import Interval, highest
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class BestOf(Shape):
    """The highest of the members' points."""

    rows: tuple[ReferencedItem, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``of``, the ids of rows above, at least two."""
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
        """The reach of the highest of the members' points."""
        return highest(member.points(situation) for member in self.rows)

    @property
    def takes_best(self) -> bool:
        """Always: that is what the group is for."""
        return True

    def why(self, situation: Situation) -> str:
        """The member that counts, the first of several with as many points."""
        certain = [member.points(situation).low for member in self.rows]
        points = max(certain)
        if not points:
            return "都没有可计分的，不计分"
        best = self.rows[certain.index(points)]
        return f"就高，只计「{best.label}」{format_points(points)}"

    def table_lines(self) -> list[TableLine]:
        """One line that names the members."""
        return [TableLine("、".join(member.label for member in self.rows), "只计最高一项")]
