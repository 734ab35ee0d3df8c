"""flat: so many points if something is so.

    rule = "flat"
    fact = "family_planning_compliant"
    points = 100

>>> from calculator.rules.example import case
>>> veteran = Flat(Fact("veteran", "flag", "退役军人"), 30)
>>> veteran.points(case(veteran=True)), veteran.points(case())
(Interval(low=30, high=30), Interval(low=0, high=30))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.facts import Fact
from calculator.interval import ZERO, Interval, exactly, hull
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Term, direction, fact_of, scored


@dataclass(frozen=True, slots=True)
class Flat:
    """``figure`` points where the flag ``fact`` is true, else none."""

    fact: Fact
    figure: Number

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``fact`` (a flag), ``points``."""
        return cls(fact_of(table, known, ("flag",)), table.number("points"))

    @property
    def directions(self) -> Mapping[str, Direction]:
        """The flag gives the points."""
        return {self.fact.id: direction(self.figure)}

    @property
    def awards(self) -> tuple[Number, ...]:
        """The figure."""
        return (self.figure,)

    def points(self, case: Case) -> Interval:
        """All or nothing; unknown reaches both."""
        given = exactly(self.figure)
        match case.flag(self.fact):
            case None:
                return hull([ZERO, given])
            case met:
                return given if met else ZERO

    def why(self, case: Case) -> str:
        """是 or 否, and the points."""
        return f"是，计 {scored(self.figure)}" if case.flag(self.fact) else "否，不计分"

    def terms(self) -> list[Term]:
        """One line."""
        return [Term(self.fact.label, scored(self.figure))]
