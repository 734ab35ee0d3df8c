"""Where the points of the shape ``brackets`` change."""

from collections.abc import Iterable, Iterator

from calculator.rules.boundaries import Period, Side, around
from calculator.rules.brackets.rule import Brackets


def changes(shape: Brackets, _: Iterable[Period]) -> Iterator[Side]:
    """The start of every band."""
    for band in shape.bands:
        yield from around(shape.fact, band.start)
