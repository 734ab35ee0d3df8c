"""When to apply and how many days are left, in Chinese."""

from datetime import date, timedelta

from calculator.standard.windows import Opening
from calculator.values.chinese import format_day


def describe_opening(opening: Opening, on: date) -> str:
    """Whether the window is open on the day, and when that changes."""
    days = opening.days
    as_of = f"按 {format_day(on)}算"
    if days is None:
        return (
            f"{as_of}，可以申请，全年受理。"
            if opening.open
            else f"{as_of}，下一次从哪天开始没有见到。"
        )
    change_day = format_day(on + timedelta(days))
    if opening.open is False:
        return f"{as_of}，还没有开始，{change_day}起可以申请，还有 {days} 天。"
    left = f"还有 {days} 天" if days else "这天是最后一天"
    if opening.open:
        return f"{as_of}，可以申请，到 {change_day}为止，{left}。"
    return f"{as_of}，到 {change_day}为止，{left}；从哪天开始没有见到。"


def describe_not_in_force(on: date, plain: str) -> str:
    """That the edition is not in force for the benefit on the day."""
    return f"{format_day(on)}这一版不管{plain}，申请时间请看管当时的一版。"
