"""How points, amounts, spans and days are written in Chinese.

Policy units: ``个月`` are calendar months, twelve of which read as a year where they are a step.
"""

from datetime import date

from calculator.values.interval import Interval
from calculator.values.number import INFINITY, Bound, Number, format_decimal


def format_points(points: Bound) -> str:
    """Points with their unit, a deduction with a real minus sign.

    >>> format_points(480), format_points(-100)
    ('480 分', '−100 分')
    """
    return f"{format_decimal(points).replace('-', '−')} 分"


def format_interval(points: Interval) -> str:
    """An interval of points: the number where it is one, else its two ends.

    >>> format_interval(Interval(970, 1470)), format_interval(Interval(970, INFINITY))
    ('970–1470 分', '970 分起')
    """
    if points.is_exact:
        return format_points(points.low)
    if points.low == -INFINITY:
        return "不定" if points.high == INFINITY else f"最多 {format_points(points.high)}"
    if points.high == INFINITY:
        return f"{format_points(points.low)}起"
    low = format_points(points.low).removesuffix(" 分")
    return f"{low}{'–' if points.low >= 0 else ' 至 '}{format_points(points.high)}"


def format_amount(count: Number, unit: str) -> str:
    """A count with its unit.

    >>> format_amount(96, "个月")
    '96 个月'
    """
    return f"{format_decimal(count)} {unit}"


def format_span(count: Number, unit: str) -> str:
    """The size of a step with its unit, twelve months as a year.

    >>> format_span(12, "个月"), format_span(1, "个月"), format_span(25, "平方米")
    ('1 年', '1 个月', '25 平方米')
    """
    return "1 年" if (count, unit) == (12, "个月") else format_amount(count, unit)


def format_per(count: Number, unit: str) -> str:
    """A rate for every so many units, as a table row begins.

    >>> format_per(12, "个月"), format_per(1, "个月"), format_per(1, "件")
    ('每满 1 年', '每满 1 个月', '每件')
    """
    return f"每{unit}" if count == 1 and unit != "个月" else f"每满 {format_span(count, unit)}"


def format_steps(count: int, step: Number, unit: str) -> str:
    """So many full steps.

    >>> format_steps(9, 12, "个月"), format_steps(2, 25, "平方米")
    ('9 年', '2 个 25 平方米')
    """
    return (
        f"{count} 年" if (step, unit) == (12, "个月") else f"{count} 个 {format_amount(step, unit)}"
    )


def format_day(day: date) -> str:
    """A day as people write it.

    >>> format_day(date(2016, 5, 15))
    '2016 年 5 月 15 日'
    """
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
