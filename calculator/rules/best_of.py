"""best_of: of several rows only the one that gives most counts.

    rule = "best_of"
    of = ["education", "skill_or_title"]

The rows stand above; they count here and nowhere else.

>>> from calculator.rules.example import situation, row
>>> BestOf((row("a", 60), row("b", 100))).points(situation())
Interval(low=100, high=100)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Monotonicity,
    ReferencedItem,
    TableLine,
    merge_monotonicity,
    read_members,
)
from calculator.values.chinese import format_points
from calculator.values.interval import Interval, highest
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class BestOf:
    """The highest of the members' points."""

    members: tuple[ReferencedItem, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``of``, the ids of rows above, at least two."""
        return cls(read_members(table, definitions))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """What the members read."""
        return merge_monotonicity(self.members)

    @property
    def single_points(self) -> tuple[Number, ...]:
        """Those of every member."""
        return tuple(award for member in self.members for award in member.single_points)

    def points(self, situation: Situation) -> Interval:
        """The highest that any member gives."""
        return highest(member.points(situation) for member in self.members)

    def why(self, situation: Situation) -> str:
        """Which member counts."""
        certain = [member.points(situation).low for member in self.members]
        points = max(certain)
        if not points:
            return "都没有可计分的，不计分"
        best = self.members[certain.index(points)]
        return f"就高，只计「{best.label}」{format_points(points)}"

    def terms(self) -> list[TableLine]:
        """One line that names the members."""
        return [TableLine("、".join(member.label for member in self.members), "只计最高一项")]
