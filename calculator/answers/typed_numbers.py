"""Numbers, spans and starts as people write them: 1,200, 八十九点五, 5年3个月, 2012年3月.

What only machines write is none of them: 1e3, 0x10, +5. Texts come in half width
(``typed_text.to_half_width``).
"""

import re
from fractions import Fraction
from typing import Final

from calculator.values.number import Numeral

MONTHS: Final = "个月"
"""The unit of a fact whose answer may be typed as a span."""

_MAX_CHARACTERS: Final = 100  # nobody's number is longer; the patterns are slow with a million
_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")}
_DIGITS.update({"〇": 0, "两": 2})
_PLACES: Final = {1000: "千", 100: "百", 10: "十"}
# Not beside a digit: "5十" and "十5" are no numbers, and would be read as 510 and 105.
_CHINESE: Final = re.compile("(?<![0-9.,])(点?)([零〇一二两三四五六七八九十百千]+)(?![0-9])")
_NUMBER: Final = re.compile("(?:0*([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+))(?:[.。点]([0-9]+))?")
_SPAN: Final = re.compile(
    "(?:([0-9]{1,3}(?:[.][0-9]{1,3})?) ?年(半?))? ?零?(?:([0-9]{1,4}) ?(个?)月)?"
)
_START: Final = re.compile(
    "[从自]?([0-9]{4})(?:([0-9]{2})|(?: ?[-./年] ?| )([0-9]{1,2}) ?月?份?)(?:起|开始|至今|到现在)?"
)


def read_typed_number(text: str) -> Numeral | None:
    """The number as JSON writes it; None for what is no number without a sign.

    >>> [read_typed_number(text) for text in ("096", "1,200", "89。5", "八十九点五", "1e3")]
    ['96', '1200', '89.5', '89.5', None]
    """
    parts = _NUMBER.fullmatch(write_digits(text)) if len(text) <= _MAX_CHARACTERS else None
    if parts is None:
        return None
    whole = parts[1] or parts[2].replace(",", "")
    return Numeral(f"{whole}.{parts[3]}" if parts[3] else whole)


def read_months(text: str) -> int | None:
    """The months of a span with its unit; None for anything else, and for what may be a month.

    >>> [read_months(text) for text in ("5年3个月", "五年零三个月", "8 年", "一年半", "半年")]
    [63, 63, 96, 18, 6]
    >>> read_months("12年3月")
    """
    # 五年零三个月: there 零 belongs to no numeral.
    span = _SPAN.fullmatch(write_digits(text.replace("年零", "年"))) if text else None
    if span is None:
        return 6 if text == "半年" else None
    years, half, months, measure_word = span.groups()
    if years is None:
        return int(months)
    total = 12 * Fraction(years) + (6 if half else 0)
    # 12年3月 may be March 2012; nobody writes 5年3月 for March 2005.
    if months and (half or int(months) > 11 or not (measure_word or len(years) == 1)):
        return None
    return int(total) + int(months or 0) if total.denominator == 1 else None


def read_start(text: str) -> tuple[int, int] | None:
    """The year, from 1900 on, and month of a start; None for anything else.

    >>> [read_start(text) for text in ("2012.3", "201203", "2012年3月起", "二〇一二年三月")]
    [(2012, 3), (2012, 3), (2012, 3), (2012, 3)]
    """
    start = _START.fullmatch(write_digits(text))
    if start is None:
        return None
    year, month = int(start[1]), int(start[2] or start[3])
    return (year, month) if year >= 1900 and 1 <= month <= 12 else None


def write_digits(text: str) -> str:
    """The text with every Chinese numeral in digits; one that may be several numbers stays.

    Digit by digit only behind the point and in years: 三五 may mean from three to five.

    >>> write_digits("二〇一二年三月"), write_digits("一百零五"), write_digits("三五个月")
    ('2012年3月', '105', '三五个月')
    """
    return _CHINESE.sub(_numeral_in_digits, text) if len(text) <= _MAX_CHARACTERS else text


def _numeral_in_digits(found: re.Match[str]) -> str:
    point, numeral = found.groups()
    if (point or len(numeral) == 4) and _DIGITS.keys() >= {*numeral}:
        return point + "".join(str(_DIGITS[char]) for char in numeral)
    value = None if point else _value(numeral, 1000)
    return found[0] if value is None else str(value)


def _value(numeral: str, place: int) -> int | None:
    """The value of a Chinese numeral below ten times ``place``, of 一百二 120; else None."""
    if place == 1:
        return _DIGITS.get(numeral)
    head, name, tail = numeral.partition(_PLACES[place])
    if not name:
        return _value(numeral, place // 10)
    digit = _DIGITS.get(head or ("一" if place == 10 else ""))
    rest: int | None = place // 10 * _DIGITS.get(tail, 0)
    if tail and not rest:
        rest = _value(tail.lstrip("零〇"), place // 10)
    return digit * place + rest if digit and rest is not None else None
