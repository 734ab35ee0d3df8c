"""Months as people write them: how many, as years and months, or the month since when.

Texts come in half width (``typed_text.to_half_width``).
"""

import re
from fractions import Fraction
from typing import Final

from calculator.answers.typed_numbers import write_digits

MONTHS: Final = "个月"
"""The unit of a fact whose answer may be typed so."""

_SPAN: Final = re.compile(
    r"(?:([0-9]{1,3})(?:[.。点]([0-9]{1,3}))? ?年(半)?)? ?(?:零|又)? ?(?:([0-9]{1,4}) ?(个?)月)?"
)
_START: Final = re.compile(
    r"[从自]? ?([0-9]{4})(?:([0-9]{2})| ?[-./年] ?([0-9]{1,2}) ?月?份?| ([0-9]{1,2}))"
    r" ?(?:起|开始|至今|到现在|以来)?"
)


def read_months(text: str) -> int | None:
    """The months of a span with its unit; None for anything else, and for what may be a month.

    >>> [read_months(text) for text in ("5年3个月", "五年零三个月", "8 年", "一年半", "半年")]
    [63, 63, 96, 18, 6]
    >>> read_months("12年3月")
    """
    if text == "半年":
        return 6
    # 五年零三个月: there 零 belongs to no numeral.
    span = _SPAN.fullmatch(write_digits(text.replace("年零", "年")))
    if span is None or not text:
        return None
    years, tenths, half, months, measure_word = span.groups()
    if years is None:
        return int(months)
    if months and (half or tenths or int(months) > 11):
        return None
    # 12年3月 may be March 2012; 5年3月 is none that anybody writes for 2005.
    if months and not measure_word and len(years) > 1:
        return None
    total = 12 * (Fraction(f"{years}.{tenths or 0}") + Fraction(1 if half else 0, 2))
    return int(total) + int(months or 0) if total.denominator == 1 else None


def read_start(text: str) -> tuple[int, int] | None:
    """The year, from 1900 on, and month of a start; None for anything else.

    >>> [read_start(text) for text in ("2012.3", "201203", "2012年3月起", "二〇一二年三月")]
    [(2012, 3), (2012, 3), (2012, 3), (2012, 3)]
    """
    start = _START.fullmatch(write_digits(text))
    if start is None:
        return None
    year, month = int(start[1]), int(start[2] or start[3] or start[4])
    return (year, month) if year >= 1900 and 1 <= month <= 12 else None
