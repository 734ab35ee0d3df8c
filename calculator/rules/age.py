"""age: points for an age in full years, within a band.

    rule = "age"
    fact = "birth_date"
    from = 18
    to = 40
    points = 10

Both ends are inside: the band ends on the day before the birthday after ``to``.

>>> from datetime import date
>>> from calculator.rules.example import case
>>> band = Age(Fact("birth_date", "date", "出生日期", earliest=date(1900, 1, 1)), 18, 40, 10)
>>> band.points(case(birth_date=date(1998, 5, 15))), band.points(case())
(Interval(low=10, high=10), Interval(low=0, high=10))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.facts import Fact
from calculator.interval import Interval, exactly, hull
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Term, fact_of, scored


@dataclass(frozen=True, slots=True)
class Age:
    """``figure`` points from the birthday of ``youngest`` to the day before ``oldest`` + 1."""

    fact: Fact
    youngest: int
    oldest: int
    figure: Number

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``fact`` (a date of birth), ``from`` and ``to`` (full years), ``points``."""
        rule = cls(
            fact=fact_of(table, known, ("date",)),
            youngest=table.whole("from"),
            oldest=table.whole("to"),
            figure=table.number("points"),
        )
        if rule.oldest < rule.youngest:
            table.fault("to", rule.oldest, f"不小于 from（{rule.youngest}）的岁数")
        return rule

    @property
    def directions(self) -> Mapping[str, Direction]:
        """Too young and too old both give none."""
        return {self.fact.id: "any"}

    def points(self, case: Case) -> Interval:
        """Unknown reaches every age that the admissible birth dates give on the day."""
        age = case.age(self.fact)
        if age is not None:
            return exactly(self._of(age))
        eldest = case.on.year - self.fact.earliest.year
        return hull(exactly(self._of(each)) for each in range(eldest + 1))

    def why(self, case: Case) -> str:
        """The age on the day and the band."""
        age = case.age(self.fact) or 0
        points = self._of(age)
        inside = "在" if points else "不在"
        result = f"计 {scored(points)}" if points else "不计分"
        return f"{case.on.isoformat()} 时 {age} 周岁，{inside} {self._band()}内，{result}"

    def terms(self) -> list[Term]:
        """One line."""
        return [Term(f"{self._band()}（含两端）", scored(self.figure))]

    def _of(self, age: int) -> Number:
        return self.figure if self.youngest <= age <= self.oldest else 0

    def _band(self) -> str:
        return f"{self.youngest} 至 {self.oldest} 周岁"
