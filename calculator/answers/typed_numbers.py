"""Numbers as people write them: plain digits, 1,200, 89。5 and Chinese numerals.

What only machines write is none of them: 1e3, 0x10, +5. Texts come in half width
(``typed_text.to_half_width``).
"""

import re
from typing import Final

from calculator.values.number import Numeral

_ONES: Final = {char: value for value, char in enumerate("零一二三四五六七八九")}
_CHINESE_DIGITS: Final = _ONES | {"〇": 0, "两": 2}
_PLACES: Final = {"千": 1000, "百": 100, "十": 10}
# Not beside a digit: "5十" and "十5" are no numbers, and would be read as 510 and 105.
_CHINESE_RUN: Final = re.compile(r"(?<![0-9.,])(点?)([零〇一二两三四五六七八九十百千]+)(?![0-9])")
_MAX_CHARACTERS: Final = 100  # nobody's number is longer; the patterns are slow with a million
_TYPED: Final = re.compile(r"(?:0*([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+))(?:[.。点]([0-9]+))?")


def read_typed_number(text: str) -> Numeral | None:
    """The number as JSON writes it; None for what is no number without a sign.

    >>> [read_typed_number(text) for text in ("096", "1,200", "89。5", "八十九点五", "1e3")]
    ['96', '1200', '89.5', '89.5', None]
    """
    parts = _TYPED.fullmatch(write_digits(text)) if len(text) <= _MAX_CHARACTERS else None
    if parts is None:
        return None
    whole = parts[1] or parts[2].replace(",", "")
    return Numeral(f"{whole}.{parts[3]}" if parts[3] else whole)


def write_digits(text: str) -> str:
    """The text with every Chinese numeral in digits; one that may be several numbers stays.

    Digit by digit only behind the point and in years: 三五 may mean from three to five.

    >>> write_digits("二〇一二年三月"), write_digits("一百零五"), write_digits("三五个月")
    ('2012年3月', '105', '三五个月')
    """
    return _CHINESE_RUN.sub(_run_in_digits, text) if len(text) <= _MAX_CHARACTERS else text


def _run_in_digits(run: re.Match[str]) -> str:
    point, numeral = run.groups()
    single = all(char in _CHINESE_DIGITS for char in numeral)
    if single and (point or len(numeral) == 4):
        return point + "".join(str(_CHINESE_DIGITS[char]) for char in numeral)
    value = None if point else _whole(numeral)
    return run[0] if value is None else str(value)


def _whole(numeral: str) -> int | None:
    """The value of a Chinese numeral below 10000, 一百二 for 120 too; None where it is none."""
    total, above, digit, zero = 0, 10_000, None, False
    for char in numeral:
        if char in _PLACES:
            place = _PLACES[char]
            # Only ten goes without a digit; 零 stands for a place that is left out.
            if place >= above or (not digit and (place > 10 or zero or digit == 0)):
                return None
            if zero and 10 * place >= above:
                return None
            total += (digit or 1) * place
            above, digit, zero = place, None, False
        elif digit is not None or (zero and _CHINESE_DIGITS[char] == 0):
            return None
        elif total and _CHINESE_DIGITS[char] == 0:
            zero = True
        else:
            digit = _CHINESE_DIGITS[char]
    if digit is None:
        return None if zero else total
    if zero and above == 10:
        return None
    return total + digit * (above // 10 if total and not zero else 1)
