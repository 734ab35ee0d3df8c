"""Where the points of the shape ``best_of`` change."""

from collections.abc import Iterable, Iterator

from calculator.rules.best_of.rule import BestOf
from calculator.rules.boundaries import Period, Side
from calculator.values.number import Number


def changes(_shape: BestOf, _: Iterable[Period]) -> Iterator[Side]:
    """None of its own: the members have theirs."""
    yield from ()


def combine_sizes(first: set[Number], second: set[Number]) -> set[Number]:
    """How far from 0 the group's points can be, of how far those of two of its members can."""
    return first | second
