"""brackets: points by the band that a count or measure falls in.

    rule = "brackets"
    fact = "residence_months"
    bands = [{ from = 12, points = 5 }, { from = 36, points = 15 }]

A band reaches up to the next one; below the first there are no points. Several measures are added.

>>> from calculator.rules.example import case
>>> stay = Fact("residence_months", "count", "居住", "个月", 1200)
>>> Brackets(stay, (Band(12, 5), Band(36, 15))).points(case(residence_months=35))
Interval(low=5, high=5)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Self

from calculator.facts import Fact
from calculator.interval import Interval, exactly, hull
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import (
    Case,
    Direction,
    Known,
    Term,
    amount,
    direction,
    fact_of,
    scored,
)


class Band(NamedTuple):
    """From so much on, so many points."""

    start: Number
    figure: Number


@dataclass(frozen=True, slots=True)
class Brackets:
    """The figure of the last band whose start the amount reaches."""

    fact: Fact
    bands: tuple[Band, ...]

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``fact`` (a count or measures), ``bands`` with ``from`` and ``points``, rising."""
        fact = fact_of(table, known, ("count", "measure", "measures"))
        bands = []
        for each in table.listed("bands"):
            bands.append(Band(each.number("from"), each.number("points")))
            each.done()
        starts = [band.start for band in bands]
        if not bands or starts != sorted(set(starts)) or starts[0] < 0:
            table.fault("bands", starts, "至少一档，from 不小于 0、由小到大、不重复")
        if any(start > fact.max for start in starts):
            table.fault("bands", starts, f"不大于 {fact.max} 的 from：{fact.label}到不了这一档")
        return cls(fact, tuple(bands))

    @property
    def directions(self) -> Mapping[str, Direction]:
        """Up or down where the figures go one way from nothing on; else any."""
        figures = [0, *(band.figure for band in self.bands)]
        one_way = figures in (sorted(figures), sorted(figures, reverse=True))
        return {self.fact.id: direction(figures[-1]) if one_way else "any"}

    @property
    def awards(self) -> tuple[Number, ...]:
        """The figure of every band."""
        return tuple(band.figure for band in self.bands)

    def points(self, case: Case) -> Interval:
        """Unknown reaches none and every band."""
        amount = self._amount(case)
        if amount is None:
            return hull(exactly(self._of(each)) for each in [0, *(b.start for b in self.bands)])
        return exactly(self._of(amount))

    def why(self, case: Case) -> str:
        """The amount and its band."""
        given = self._amount(case) or 0
        unit = self.fact.unit
        reached = [band for band in self.bands if band.start <= given]
        if not reached:
            return f"{amount(given, unit)}，不满 {amount(self.bands[0].start, unit)}，不计分"
        band = amount(reached[-1].start, unit)
        return f"{amount(given, unit)}，满 {band}，计 {scored(reached[-1].figure)}"

    def terms(self) -> list[Term]:
        """A line a band."""
        return [
            Term(f"满 {amount(band.start, self.fact.unit)}", scored(band.figure))
            for band in self.bands
        ]

    def _amount(self, case: Case) -> Number | None:
        if self.fact.kind != "measures":
            return case.amount(self.fact)
        measures = case.measures(self.fact)
        return None if measures is None else sum(measures)

    def _of(self, amount: Number) -> Number:
        return next((band.figure for band in reversed(self.bands) if band.start <= amount), 0)
