"""flat: so many points if something is so.

    rule = "flat"
    fact = "family_planning_compliant"
    points = 100

>>> from calculator.rules.example import situation
>>> veteran = Flat(Fact("veteran", "flag", "退役军人"), 30)
>>> veteran.points(situation(veteran=True)), veteran.points(situation())
(Interval(low=30, high=30), Interval(low=0, high=30))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Monotonicity,
    Shape,
    TableLine,
    monotonicity_of,
    read_fact,
)
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, Interval, exactly, hull
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Flat(Shape):
    """``figure`` points where the flag ``fact`` is true, else none."""

    fact: Fact
    figure: Number

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``fact`` (a flag), ``points``."""
        return cls(read_fact(table, definitions, ("flag",)), table.number("points"))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up where a true flag gives points, down where it takes them away."""
        return {self.fact.id: monotonicity_of(self.figure)}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The points of a true flag."""
        return (self.figure,)

    def points(self, situation: Situation) -> Interval:
        """``figure`` or 0 as the flag is true or false; unknown reaches both."""
        given = exactly(self.figure)
        is_true = situation.flag(self.fact)
        if is_true is None:
            return hull([ZERO, given])
        return given if is_true else ZERO

    def why(self, situation: Situation) -> str:
        """是 or 否 as the flag was answered, and the points of it."""
        return f"是，计 {format_points(self.figure)}" if situation.flag(self.fact) else "否，不计分"

    def table_lines(self) -> list[TableLine]:
        """One line: the flag's label and its points."""
        return [TableLine(self.fact.label, format_points(self.figure))]
