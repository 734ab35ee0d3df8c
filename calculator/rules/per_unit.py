"""per_unit: so many points for each full unit of a count.

    rule = "per_unit"
    fact = "residence_months"
    per = 12
    points = 30

Only full units count: 119 months are nine years.

>>> from calculator.rules.example import case
>>> years = PerUnit(Fact("residence_months", "count", "居住", "个月", 1200), 12, 30)
>>> years.points(case(residence_months=119))
Interval(low=270, high=270)
>>> years.why(case(residence_months=119))
'119 个月，满 9 年 × 30 分 = 270 分'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.facts import Fact
from calculator.interval import INFINITY, ZERO, Interval, exactly, hull
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import (
    Case,
    Direction,
    Known,
    Term,
    amount,
    direction,
    each,
    fact_of,
    scored,
    span,
    times,
)


@dataclass(frozen=True, slots=True)
class PerUnit:
    """``figure`` points for every full ``per`` of the count ``fact``; no end of its own."""

    fact: Fact
    per: int
    figure: Number

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``fact`` (a count), ``per`` (units, at least 1), ``points`` for each ``per``."""
        return cls(
            fact_of(table, known, ("count",)), table.whole("per", least=1), table.number("points")
        )

    @property
    def directions(self) -> Mapping[str, Direction]:
        """More units, more of what the figure is."""
        return {self.fact.id: direction(self.figure)}

    def points(self, case: Case) -> Interval:
        """Full units times the figure; unknown has no end: the policy sets none but a cap."""
        count = case.count(self.fact)
        if count is None:
            return hull([ZERO, exactly(INFINITY if self.figure > 0 else -INFINITY)])
        return exactly(count // self.per * self.figure)

    def why(self, case: Case) -> str:
        """The product, with the full units where they are not what was answered."""
        count = case.count(self.fact) or 0
        units = count // self.per
        given = amount(count, self.fact.unit)
        if not count:
            return f"{given}，不计分"
        if not units:
            return f"{given}，不满 {span(self.per, self.fact.unit)}，不计分"
        full = "" if self.per == 1 else f"，满 {times(units, self.per, self.fact.unit)}"
        return f"{given}{full} × {scored(self.figure)} = {scored(units * self.figure)}"

    def terms(self) -> list[Term]:
        """One line."""
        return [Term(each(self.per, self.fact.unit), scored(self.figure))]
