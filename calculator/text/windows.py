"""When to apply and how many days are left, in Chinese."""

from datetime import date, timedelta

from calculator.standard.openings import Openings
from calculator.standard.windows import Opening
from calculator.values.chinese import format_day


def describe_openings(openings: Openings, on: date, today: date | None = None) -> str:
    """How one may apply on the day under an edition; where its windows end with it, what follows.

    ``today`` is that of the reader, None where it is not known.
    """
    own = openings.own
    if own is None:
        return f"按 {format_day(on)}算，这一版的申请时间过了。{_describe_successor(openings, on)}"
    said = describe_opening(own, on, today, cut=openings.cut)
    return f"{said}{_describe_successor(openings, on)}" if openings.cut else said


def describe_opening(
    opening: Opening, on: date, today: date | None = None, *, cut: bool = False
) -> str:
    """Whether the window is open on the day, and when that changes.

    ``cut``: it ends only because its edition does.
    """
    days = opening.days
    as_of = f"按 {format_day(on)}算"
    all_year = "，全年受理" if opening.window.all_year else ""
    if days is None:
        return (
            f"{as_of}，可以申请{all_year}。"
            if opening.open
            else f"{as_of}，下一次从哪天开始没有见到。"
        )
    if opening.open is False:
        return f"{as_of}，还没有开始，{_describe_first_day(on, days)}。"
    change_day = format_day(on + timedelta(days))
    left = f"还有 {days} 天" if days else f"{'今天' if on == today else '这天'}是最后一天"
    until = f"这一版用到 {change_day}" if cut else f"到 {change_day}为止"
    if opening.open:
        return f"{as_of}，可以申请{all_year}，{until}，{left}。"
    return f"{as_of}，{until}，{left}；从哪天开始没有见到。"


def describe_not_in_force(on: date, plain: str) -> str:
    """That the edition is not in force for the benefit on the day."""
    return f"{format_day(on)}这一版不管{plain}，申请时间请看管当时的一版。"


def _describe_successor(openings: Openings, on: date) -> str:
    if openings.successor is None:
        return "之后什么时候可以申请，没有见到。"
    standard, first, opening = openings.successor
    begins = f"{format_day(first)}起按 {standard.edition}"
    if opening.days is None:
        return f"{begins}：{opening.window.text}"
    if on + timedelta(opening.days) == first:
        return f"{begins}申请。"
    return f"{begins}，{_describe_first_day(on, opening.days)}。"


def _describe_first_day(on: date, days: int) -> str:
    return f"{format_day(on + timedelta(days))}起可以申请，还有 {days} 天"
