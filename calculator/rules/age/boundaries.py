"""Where the points of the shape ``age`` change."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from calculator.answers.situation import Situation
from calculator.rules.age.rule import Age, Band
from calculator.rules.boundaries import Period, Side, Step, birthdays

_NEW_YEAR: Final = date(2000, 1, 1)  # any day: who is born on it is so many full years old on it


def changes(shape: Age, in_force: Iterable[Period]) -> Iterator[Side]:
    """The birthdays at which a band begins or ends."""
    for age in sorted({age for band in shape.bands for age in _ends(band)} - {0}):
        yield from birthdays(shape.fact, age, in_force)


def growth(shape: Age, in_force: Iterable[Period]) -> Iterator[Step]:
    """Every age of every band, from the oldest down: the points grow as the age falls."""
    for band in reversed(shape.bands):
        for age in range(band.oldest, band.youngest - 1, -1):
            born = _NEW_YEAR.replace(year=_NEW_YEAR.year - age)
            sides = tuple(birthdays(shape.fact, age + 1, in_force))
            yield Step(Situation({shape.fact.id: born}, _NEW_YEAR), sides, sides)


def _ends(band: Band) -> set[int]:
    """The birthdays that change the points; in a ladder the eldest's own, too."""
    return {band.youngest, band.oldest + 1} | ({band.oldest} if band.per_year_younger else set())
