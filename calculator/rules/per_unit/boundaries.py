"""Where the points of the shape ``per_unit`` change."""

from collections.abc import Iterable, Iterator
from datetime import date

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Period, Side, Step, around, at
from calculator.rules.per_unit.rule import PerUnit


def changes(shape: PerUnit, _: Iterable[Period]) -> Iterator[Side]:
    """The first unit; where it has points of its own, the second too."""
    for units in (1,) if shape.first is None else (1, 2):
        yield from around(shape.fact, units * shape.per)


def growth(shape: PerUnit, _: Iterable[Period]) -> Iterator[Step]:
    """Every full unit, or where parts count every count."""
    step = 1 if shape.parts else shape.per
    for count in range(step, shape.fact.max + 1, step):
        yield Step(
            Situation({shape.fact.id: count}, date.max),
            reaching=tuple(around(shape.fact, count))[:2],
            passing=(at(shape.fact, count),),
        )
