"""When to apply, and how many days are left."""

from datetime import date, timedelta

from calculator.standard.windows import Opening
from calculator.values.chinese import format_day


def describe_opening(opening: Opening, on: date) -> str:
    """How the window stands on the day."""
    days = opening.days
    as_of = f"按 {format_day(on)}算"
    if days is None:
        return (
            f"{as_of}，可以申请，全年受理。"
            if opening.open
            else f"{as_of}，下一次从哪天开始没有见到。"
        )
    turn = format_day(on + timedelta(days))
    if opening.open is False:
        return f"{as_of}，还没有开始，{turn}起可以申请，还有 {days} 天。"
    left = f"还有 {days} 天" if days else "这天是最后一天"
    if opening.open:
        return f"{as_of}，可以申请，到 {turn}为止，{left}。"
    return f"{as_of}，到 {turn}为止，{left}；从哪天开始没有见到。"


def out_of_force(on: date, plain: str) -> str:
    """The edition does not rule the benefit on the day."""
    return f"{format_day(on)}这一版不管{plain}，申请时间请看管当时的一版。"
