"""How a row of the shape ``flat`` is worked out on paper."""

from calculator.rules.flat.rule import Flat
from calculator.rules.worksheet import Places, signed


def instructions(shape: Flat, _: Places) -> list[str]:
    """What a yes gives."""
    return [f"“是”写 {signed(shape.figure)}，“否”写 0。"]
