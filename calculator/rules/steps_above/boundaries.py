"""Where the points of the shape ``steps_above`` change."""

from collections.abc import Iterable, Iterator
from datetime import date

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Period, Side, Step, around, at
from calculator.rules.steps_above.rule import StepsAbove


def changes(shape: StepsAbove, _: Iterable[Period]) -> Iterator[Side]:
    """Nothing, the threshold, and the first step above it."""
    largest = shape.takes_largest_measure
    yield at(shape.fact, 0, largest=largest)
    yield from around(shape.fact, shape.start, largest=largest)
    yield from around(shape.fact, shape.start + shape.step, largest=largest)


def growth(shape: StepsAbove, _: Iterable[Period]) -> Iterator[Step]:
    """The threshold and every step above it."""
    fact, largest = shape.fact, shape.takes_largest_measure
    amount = shape.start
    while amount <= fact.max:
        yield Step(
            Situation({fact.id: (amount,) if fact.kind == "measures" else amount}, date.max),
            reaching=tuple(around(fact, amount, largest=largest))[:2],
            passing=(at(fact, amount, largest=largest),),
        )
        amount += shape.step
