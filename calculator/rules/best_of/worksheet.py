"""How a row of the shape ``best_of`` is worked out on paper."""

from calculator.rules.best_of.rule import BestOf
from calculator.rules.worksheet import Places, name_rows


def instructions(shape: BestOf, places: Places) -> list[str]:
    """The highest of the rows."""
    return [f"{name_rows(shape.rows, places)}中写大的一个。"]
