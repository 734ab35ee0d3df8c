"""Where the points of the shape ``unpublished`` change."""

from collections.abc import Iterable, Iterator

from calculator.rules.boundaries import Period, Side
from calculator.rules.unpublished.rule import Unpublished


def changes(_shape: Unpublished, _: Iterable[Period]) -> Iterator[Side]:
    """None: there is no public figure to stand beside."""
    yield from ()
