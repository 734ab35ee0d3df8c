"""How points, amounts, spans and days are written in Chinese.

Every sentence that shows a number goes through here. ``个月`` is a calendar month; a step of twelve
of them is written as a year.
"""

from datetime import date

from calculator.values.interval import Interval
from calculator.values.number import INFINITY, Bound, Number, format_decimal


def format_points(points: Bound) -> str:
    """Points with their unit; a deduction has a minus sign (U+2212), not a hyphen.

    >>> format_points(480), format_points(-100)
    ('480 分', '−100 分')
    """
    return f"{format_decimal(points).replace('-', '−')} 分"


def format_interval(points: Interval) -> str:
    """An interval of points: one number where it is exact, else both ends or the finite one.

    >>> format_interval(Interval(970, 1470)), format_interval(Interval(970, INFINITY))
    ('970–1470 分', '970 分起')
    >>> format_interval(Interval(-100, 0)), format_interval(Interval(-INFINITY, 0))
    ('−100 至 0 分', '最多 0 分')
    """
    if points.is_exact:
        return format_points(points.low)
    if points.low == -INFINITY:
        return "不定" if points.high == INFINITY else f"最多 {format_points(points.high)}"
    if points.high == INFINITY:
        return f"{format_points(points.low)}起"
    low = format_points(points.low).removesuffix(" 分")
    # A dash after a minus sign ("−100–0") is hard to read: 至 stands in its place.
    return f"{low}{'–' if points.low >= 0 else ' 至 '}{format_points(points.high)}"


def format_amount(count: Number, unit: str) -> str:
    """A count with its unit.

    >>> format_amount(96, "个月")
    '96 个月'
    """
    return f"{format_decimal(count)} {unit}"


def format_span(count: Number, unit: str) -> str:
    """The size of one step with its unit, twelve months as a year.

    >>> format_span(12, "个月"), format_span(1, "个月"), format_span(25, "平方米")
    ('1 年', '1 个月', '25 平方米')
    """
    return "1 年" if (count, unit) == (12, "个月") else format_amount(count, unit)


def format_per(count: Number, unit: str) -> str:
    """The beginning of a rate: for every ``count`` units.

    >>> format_per(12, "个月"), format_per(1, "个月"), format_per(1, "件")
    ('每满 1 年', '每满 1 个月', '每件')
    """
    return f"每{unit}" if count == 1 and unit != "个月" else f"每满 {format_span(count, unit)}"


def format_steps(count: int, step: Number, unit: str) -> str:
    """``count`` full steps of ``step`` units each.

    >>> format_steps(9, 12, "个月"), format_steps(2, 25, "平方米")
    ('9 年', '2 个 25 平方米')
    """
    return (
        f"{count} 年" if (step, unit) == (12, "个月") else f"{count} 个 {format_amount(step, unit)}"
    )


def format_day(day: date) -> str:
    """A day with year, month and day in Chinese.

    >>> format_day(date(2016, 5, 15))
    '2016 年 5 月 15 日'
    """
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
