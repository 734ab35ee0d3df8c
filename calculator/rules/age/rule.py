"""age: points for an age in full years: a band, or a ladder that falls as age rises.

    rule = "age"
    fact = "birth_date"
    bands = [{ from = 18, to = 40, points = 10 }]

Both ends are inside: a band ends on the day before the birthday after ``to``. In a ladder each
year younger than ``to`` gives more; a cap on the row ends it:

    bands = [{ from = 0, to = 40, points = 20, per_year_younger = 2 }]
    cap = 50

>>> from datetime import date
>>> from calculator.rules.example import situation
>>> born = Fact("birth_date", "date", "出生日期", earliest=date(1900, 1, 1))
>>> band = Age(born, (Band(18, 40, 10, 0),))
>>> band.points(situation(birth_date=date(1998, 5, 15))), band.points(situation())
(Interval(low=10, high=10), Interval(low=0, high=10))
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Self

from calculator.answers.facts import Answer, Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Fault,
    Monotonicity,
    Shape,
    TableLine,
    read_fact,
)
from calculator.values.chinese import format_points
from calculator.values.interval import Interval, exactly, hull
from calculator.values.number import Number


class Band(NamedTuple):
    """From the birthday of ``youngest`` to the day before that of ``oldest`` + 1."""

    youngest: int
    oldest: int
    figure: Number
    per_year_younger: Number

    def points_of(self, age: int) -> Number:
        """The points of an age inside the band."""
        return self.figure + (self.oldest - age) * self.per_year_younger

    @property
    def words(self) -> str:
        """The band in words, both ends inside."""
        if self.youngest == 0:
            return f"{self.oldest} 周岁及以下"
        return f"{self.youngest} 至 {self.oldest} 周岁"


@dataclass(frozen=True, slots=True)
class Age(Shape):
    """The points of the band that the age is in; outside all of them none."""

    fact: Fact
    bands: tuple[Band, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``fact`` (a date of birth), ``bands`` with ``from``, ``to``, ``points``.

        ``per_year_younger`` is 0 where it is not written. Bands rise and do not overlap.
        """
        fact = read_fact(table, definitions, ("date",))
        bands = []
        for written in table.listed("bands"):
            band = Band(
                written.whole("from"),
                written.whole("to"),
                written.number("points"),
                written.number("per_year_younger", 0),
            )
            if band.per_year_younger < 0:
                written.fault("per_year_younger", band.per_year_younger, "不小于 0 的分值")
            if band.oldest < band.youngest:
                written.fault("to", band.oldest, f"不小于 from（{band.youngest}）的岁数")
            written.reject_unknown_keys()
            bands.append(band)
        if not bands:
            table.fault("bands", bands, "至少一档，例如 [{ from = 18, to = 40, points = 10 }]")
        for lower, upper in pairwise(bands):
            if upper.youngest <= lower.oldest:
                table.fault("bands", upper.youngest, f"大于 {lower.oldest} 的 from：各档不重叠")
        return cls(fact, tuple(bands))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """``any``: one may be too young and too old."""
        return {self.fact.id: "any"}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The points of the eldest of each band."""
        return tuple(band.figure for band in self.bands)

    def points(self, situation: Situation) -> Interval:
        """The points of the age; unknown reaches every age that birth dates give on the day."""
        known = situation.age(self.fact)
        if known is not None:
            return exactly(self._points_of(known))
        return hull(exactly(self._points_of(age)) for age in self._ages(situation.on))

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """A birth date of an age with the least points, and of one with the most."""
        ages = self._ages(on)
        least, most = min(ages, key=self._points_of), max(ages, key=self._points_of)
        return [max(_born(age, on), fact.earliest) for age in (least, most)]

    def depends_on_figure(self, figure: str, situation: Situation) -> bool:
        """An end of a band bears only on whoever is of just that age."""
        ends = {
            "from": [band.youngest for band in self.bands],
            "to": [band.oldest for band in self.bands],
        }
        return figure not in ends or situation.age(self.fact) in ends[figure]

    def why(self, situation: Situation) -> str:
        """The age on the day, and its band."""
        age = situation.age(self.fact) or 0
        then = f"{situation.on.isoformat()} 时 {age} 周岁"
        band = self._band(age)
        if band is None:
            return f"{then}，不在 {'、'.join(band.words for band in self.bands)}内，不计分"
        if not band.per_year_younger:
            return f"{then}，在 {band.words}内，计 {format_points(self._points_of(age))}"
        younger = f"{band.oldest - age} × {format_points(band.per_year_younger)}"
        result = format_points(self._points_of(age))
        return f"{then}，{format_points(band.figure)} + 小 {younger} = {result}"

    def table_lines(self) -> list[TableLine]:
        """A line for each band, and in a ladder one for each year younger."""
        lines = []
        for band in self.bands:
            if band.per_year_younger:
                lines.append(TableLine(f"{band.oldest} 周岁", format_points(band.figure)))
                lines.append(TableLine("每小 1 岁", f"再加 {format_points(band.per_year_younger)}"))
            else:
                lines.append(TableLine(f"{band.words}（含两端）", format_points(band.figure)))
        return lines

    def faults(self, on: date) -> Iterable[Fault]:
        """Bands that begin at an age nobody has in the year of that day."""
        eldest = on.year - self.fact.earliest.year
        return [
            Fault(
                "bands",
                f"读到 {band.youngest} 周岁起的一档，没有人到得了",
                f"不大于 {eldest} 周岁",
            )
            for band in self.bands
            if band.youngest > eldest
        ]

    def _ages(self, on: date) -> range:
        """Every age that birth dates give on the day."""
        eldest = Situation({self.fact.id: self.fact.earliest}, on).age(self.fact) or 0
        return range(max(eldest, 0) + 1)  # before the earliest birth date nobody is born

    def _band(self, age: int) -> Band | None:
        return next((band for band in self.bands if band.youngest <= age <= band.oldest), None)

    def _points_of(self, age: int) -> Number:
        band = self._band(age)
        return band.points_of(age) if band else 0


def _born(age: int, on: date) -> date:
    """A birth date of somebody who is so old on the day."""
    year = on.year - age
    # A 29 February is none in most years; who was born the day before is as old.
    return on.replace(year=year, day=28) if (on.month, on.day) == (2, 29) else on.replace(year=year)
