"""Where the points of the shape ``flat`` change."""

from collections.abc import Iterable, Iterator

from calculator.rules.boundaries import Period, Side, answered
from calculator.rules.flat.rule import Flat


def changes(shape: Flat, _: Iterable[Period]) -> Iterator[Side]:
    """Both answers."""
    yield from (answered(shape.fact, value) for value in (True, False))
