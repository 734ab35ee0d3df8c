"""How a row of the shape ``flat`` is worked out on paper."""

from calculator.rules.flat.rule import Flat
from calculator.rules.worksheet import Places, signed


def instructions(shape: Flat, _: Places) -> list[str]:
    """What a yes gives; the question is named, as the row may ask others too."""
    return [f"“{shape.fact.label}”答“是”写 {signed(shape.figure)}，答“否”写 0。"]
