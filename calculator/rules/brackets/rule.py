"""brackets: points by the band that a count or measure falls in.

    rule = "brackets"
    fact = "residence_months"
    bands = [{ from = 12, points = 5 }, { from = 36, points = 15 }]

A band reaches up to the next one; below the first there are no points. Several measures are added.

>>> from calculator.rules.example import situation
>>> stay = Fact("residence_months", "count", "居住", "个月", 1200)
>>> Brackets(stay, (Band(12, 5), Band(36, 15))).points(situation(residence_months=35))
Interval(low=5, high=5)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from calculator.answers.facts import Answer, Fact
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
from calculator.values.chinese import format_amount, format_points
from calculator.values.interval import Interval, exactly, hull
from calculator.values.number import Number


class Band(NamedTuple):
    """``figure`` points from the amount ``start`` on, up to the next band's."""

    start: Number
    figure: Number


@dataclass(frozen=True, slots=True)
class Brackets(Shape):
    """The figure of the last band whose start the amount reaches."""

    fact: Fact
    bands: tuple[Band, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``fact`` (a count or measures), ``bands`` with ``from`` and ``points``, rising."""
        fact = read_fact(table, definitions, ("count", "measure", "measures"))
        bands = []
        for written in table.listed("bands"):
            bands.append(Band(written.number("from"), written.number("points")))
            written.reject_unknown_keys()
        starts = [band.start for band in bands]
        if not bands or starts != sorted(set(starts)) or starts[0] < 0:
            table.fault("bands", starts, "至少一档，from 不小于 0、由小到大、不重复")
        if any(start > fact.max for start in starts):
            table.fault("bands", starts, f"不大于 {fact.max} 的 from：{fact.label}到不了这一档")
        return cls(fact, tuple(bands))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up or down where the figures go one way from 0 on; else any."""
        figures = [0, *(band.figure for band in self.bands)]
        one_way = figures in (sorted(figures), sorted(figures, reverse=True))
        return {self.fact.id: monotonicity_of(figures[-1]) if one_way else "any"}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figure of every band."""
        return tuple(band.figure for band in self.bands)

    def points(self, situation: Situation) -> Interval:
        """The figure of the amount's band; unknown reaches 0 and every band."""
        amount = self._amount(situation)
        if amount is None:
            starts = [0, *(band.start for band in self.bands)]
            return hull(exactly(self._points_of(start)) for start in starts)
        return exactly(self._points_of(amount))

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:  # noqa: ARG002 - no dates
        """Nothing, and the start of each band: of bands that rise and fall the best is inside."""
        starts = [0, *(band.start for band in self.bands)]
        return [(start,) if fact.kind == "measures" else start for start in starts]

    def why(self, situation: Situation) -> str:
        """The amount, the start of the band that it reaches, and the band's points."""
        amount = self._amount(situation) or 0
        given = format_amount(amount, self.fact.unit)
        reached = [band for band in self.bands if band.start <= amount]
        if not reached:
            return f"{given}，不满 {format_amount(self.bands[0].start, self.fact.unit)}，不计分"
        start = format_amount(reached[-1].start, self.fact.unit)
        return f"{given}，满 {start}，计 {format_points(reached[-1].figure)}"

    def table_lines(self) -> list[TableLine]:
        """A line for each band: from how much on, how many points."""
        return [
            TableLine(f"满 {format_amount(band.start, self.fact.unit)}", format_points(band.figure))
            for band in self.bands
        ]

    def _amount(self, situation: Situation) -> Number | None:
        if self.fact.kind != "measures":
            return situation.amount(self.fact)
        measures = situation.measures(self.fact)
        return None if measures is None else sum(measures)

    def _points_of(self, amount: Number) -> Number:
        return next((band.figure for band in reversed(self.bands) if band.start <= amount), 0)
