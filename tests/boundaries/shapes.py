"""Where the points of a shape change, and where a prerequisite opens: the sides of each place.

Of steps that repeat the first only: the year after the first year is no other rule. The last ones
are those of the cap.
"""

from collections.abc import Iterable, Iterator

from calculator.answers.situation import Situation
from calculator.rules.age import Age, Band
from calculator.rules.brackets import Brackets
from calculator.rules.flat import Flat
from calculator.rules.per_unit import PerUnit
from calculator.rules.requires import AtLeast, IsOneOf, IsTrue, Requirement, RowCounts
from calculator.rules.shape import Shape
from calculator.rules.steps_above import StepsAbove
from calculator.rules.tiers import Ladder, Tiers
from calculator.values.interval import ZERO
from calculator.values.number import Number
from tests.boundaries.sides import Days, Side, answered, around, at, birthdays


def of_requirement(requirement: Requirement) -> Iterator[Side]:
    """Either side of what must be so."""
    match requirement:
        case IsTrue(fact):
            yield from (answered(fact, value) for value in (True, False))
        case IsOneOf(fact, _):
            yield from (answered(fact, choice) for choice in fact.choices or ())
        case AtLeast(fact, least):
            yield from around(fact, least)
        case RowCounts(row):
            yield Side(f"「{row.label}」计分", lambda case: row.points(case) != ZERO)
            yield Side(f"「{row.label}」不计分", lambda case: row.points(case) == ZERO)


def of_shape(shape: Shape, ruled: Iterable[Days]) -> Iterator[Side]:
    """Where a row's points change: of steps that repeat the first only."""
    match shape:
        case Flat(fact, _):
            yield from (answered(fact, value) for value in (True, False))
        case Tiers():
            yield from _tiers(shape)
        case PerUnit(fact, per, _, first):
            for units in (1,) if first is None else (1, 2):
                yield from around(fact, units * per)
        case StepsAbove(fact, combine, start, _, step):
            yield at(fact, 0, combine)
            yield from around(fact, start, combine)
            yield from around(fact, start + step, combine)
        case Brackets(fact, bands):
            for band in bands:
                yield from around(fact, band.start)
        case Age(fact, ladder):
            for age in sorted({each for band in ladder for each in _ends(band)} - {0}):
                yield from birthdays(fact, age, ruled)


def _ends(band: Band) -> set[int]:
    """The birthdays that change the points; in a ladder the eldest's own, too."""
    return {band.youngest, band.oldest + 1} | ({band.oldest} if band.per_year_younger else set())


def _tiers(shape: Tiers) -> Iterator[Side]:
    """Every choice of every ladder, where no other ladder gives as much."""
    for ladder in shape.ladders:
        others = [each for each in shape.ladders if each is not ladder]
        for choice in ladder.fact.choices or ():
            yield _counting(answered(ladder.fact, choice), ladder.steps.get(choice, 0), others)


def _counting(side: Side, figure: Number, others: Iterable[Ladder]) -> Side:
    def holds(case: Situation) -> bool:
        rivals = [each.points(case) for each in others]
        return side.holds(case) and all(p.high < figure or p == ZERO for p in rivals)

    return Side(side.said, holds)
