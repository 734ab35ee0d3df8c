"""How a row of the shape ``steps_above`` is worked out on paper."""

from calculator.rules.steps_above.rule import StepsAbove
from calculator.rules.worksheet import Places, signed, take_amount
from calculator.values.number import format_decimal


def instructions(shape: StepsAbove, _: Places) -> list[str]:
    """Combine the measures, compare with the threshold, count the full steps above it."""
    start, below = format_decimal(shape.start), signed(shape.below)
    full = "小数不要" if shape.step == 1 else f"除以 {format_decimal(shape.step)}，余数不要"
    rate = "" if shape.step_figure == 1 else f"乘以 {signed(shape.step_figure)}，"
    return [
        *take_amount(shape.fact, largest=shape.takes_largest_measure),
        *(["是 0 的，写 0。"] if shape.below else []),
        f"不满 {start} 的，写 {below}。",
        f"满 {start} 的，减去 {start}，{full}，{rate}再加 {signed(shape.figure)}。",
    ]
