"""What is to be said of a field of the page, in Chinese, to the person who filled it in."""

from datetime import date
from typing import Final

from calculator.answers.facts import Answer, Fact, numbers_of
from calculator.answers.typed_numbers import MONTHS
from calculator.answers.typed_text import hyphenate_date, to_half_width
from calculator.values.chinese import format_amount, format_day
from calculator.values.number import Number, format_decimal

NOT_A_FIELD: Final = "不认识这一项"
HOUSEHOLD_APART: Final = "两位家长在这里填的不一样，请填相同的，或只填一处"
NO_BUT_DECLARED: Final = "这里答了没有，又填了官方告知的分值，请改其中一处"
DECLARED_AFTER_NO: Final = "已经答了没有，这里又填了分值，请改其中一处"


def describe_allowed(fact: Fact, text: str, on: date) -> str:
    """What to fill in, where ``text`` does not fit the fact on the day ``on``."""
    match fact.kind:
        case "flag":
            return "请答是、否或不清楚"
        case "choice":
            return f"请选其中一项：{'、'.join((fact.choices or {}).values())}"
        case "count":
            span = "，也可以写 5年3个月" if fact.unit == MONTHS else ""
            start = "，或从哪个月起没有断过，例如 2012年3月" if fact.grows else ""
            return f"请填 0 到 {fact.max} 的整数（{fact.unit}）{span}{start}"
        case "measures":
            return f"请填 0 到 {fact.max} 的数（{fact.unit}），有几处的分开填，最多 {fact.most} 处"
        case "date":
            return _describe_allowed_day(fact, text, on)
        case _:
            has_minus = fact.kind == "points" and to_half_width(text)[:1] in ("-", "−", "–")
            unit = fact.unit or "分"
            return f"请填 0 到 {fact.max} 的数（{unit}）" + (
                "，扣分也不用写负号" if has_minus else ""
            )


def describe_answer(fact: Fact, answer: Answer) -> str:
    """As what an answer was read that is no plain number: a number of months, areas, a day.

    >>> describe_answer(Fact("x", "measures", "", "平方米"), (60, 40))
    '按 60、40 平方米算'
    """
    if isinstance(answer, date):
        return f"按 {format_day(answer)}算"
    return f"按 {'、'.join(map(format_decimal, numbers_of(answer)))} {fact.unit}算"


def describe_since(year: int, month: int, months: int, on: date) -> str:
    """How a start in ``year`` and ``month`` is counted: from which month to which, how many.

    >>> describe_since(2012, 3, 50, date(2016, 5, 15))
    '从 2012 年 3 月到 2016 年 4 月，按 50 个月算（这个月还没有满，不算）'
    """
    if (year, month) == (on.year, on.month):
        return f"{year} 年 {month} 月还没有满，按 0 个月算"
    last_year, last_month = (on.year, on.month - 1) if on.month > 1 else (on.year - 1, 12)
    span = f"从 {year} 年 {month} 月到 {last_year} 年 {last_month} 月"
    return f"{span}，按 {months} 个月算（这个月还没有满，不算）"


def describe_too_long(fact: Fact, most: int) -> str:
    """That there were only ``most`` months since the person was of the fact's age."""
    if not most:
        return f"到这一天还不满 {fact.from_age} 周岁，请再看看月数和出生日期。"
    since = f"满 {fact.from_age} 周岁" if fact.from_age else "出生"
    return f"从{since}到这一天只有 {most} 个月，请再看看月数。"


def describe_counted_from(first: date, most: int) -> str:
    """That the edition counts months from a day on, since when there were only ``most``."""
    since = f"{first.year} 年 {first.month} 月"
    return f"这一版从 {since}算起，到这一天只有 {most} 个月，请再看看月数。"


def describe_rare(fact: Fact, number: Number) -> str:
    """That hardly anybody has such a number of months or so small or large a home."""
    return f"{format_amount(number, fact.unit)}很少见，请再看看填得对不对。"


def describe_too_late(on: date) -> str:
    """That a day or month lies after the day of the estimate."""
    return f"不能晚于估算的那一天（{format_day(on)}）"


def _describe_allowed_day(fact: Fact, text: str, on: date) -> str:
    """What is wrong with a date, as exactly as can be told: too late, no such day, no date."""
    written = hyphenate_date(to_half_width(text)).split("-")
    if len(written) == 3 and all(part.isdecimal() and part.isascii() for part in written):
        # Nine digits each: int() is slow with a million.
        year, month, day = (int(part[:9]) for part in written)
        try:
            if date(year, month, day) > on:
                return describe_too_late(on)
        except ValueError:
            return f"没有 {year} 年 {month} 月 {day} 日这一天，请检查"
    return f"请填一个日期，年份写全，例如 1990-05-08，从 {format_day(fact.earliest)}起"
