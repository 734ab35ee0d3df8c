"""How a row of the shape ``brackets`` is worked out on paper."""

from calculator.rules.brackets.rule import Brackets
from calculator.rules.worksheet import Places, signed, take_amount
from calculator.values.number import format_decimal


def instructions(shape: Brackets, _: Places) -> list[str]:
    """The bands from the highest down: the first that is reached is the one that counts."""
    falling = [
        f"满 {format_decimal(band.start)} 的，写 {signed(band.figure)}。"
        for band in reversed(shape.bands)
    ]
    return [*take_amount(shape.fact), *falling, "其他的，写 0。"]
