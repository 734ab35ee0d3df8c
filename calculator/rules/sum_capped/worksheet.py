"""How a row of the shape ``sum_capped`` is worked out on paper."""

from calculator.rules.sum_capped.rule import SumCapped
from calculator.rules.worksheet import Places, name_rows


def instructions(shape: SumCapped, places: Places) -> list[str]:
    """The sum of the rows; the cap follows as every row's does."""
    return [f"{name_rows(shape.rows, places)}相加。"]
