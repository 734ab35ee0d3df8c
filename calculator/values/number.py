"""Exact numbers: read without binary floats, written as people and JSON write them.

>>> read_number("74.99")
Fraction(7499, 100)
>>> format_decimal(Fraction(5, 2)), format_decimal(480)
('2.5', '480')
"""

import re
from decimal import Context, Decimal
from fractions import Fraction
from math import inf
from typing import TypeAlias

Number: TypeAlias = int | Fraction
Bound: TypeAlias = int | Fraction | float
"""A number, or ``INFINITY`` or ``-INFINITY``: no other float occurs."""

INFINITY = inf

_NUMERAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_MAX_CHARACTERS = 100  # nobody's answer is longer; a million digits would take seconds to read
_DECIMAL_CONTEXT = Context(prec=4 * _MAX_CHARACTERS)  # so that no digit that was read is rounded
_MAX_EXPONENT = 30  # the value of 1e999999 would fill the memory


class Numeral(str):
    """A JSON or TOML number as its digits, so that no float rounds it before ``read_number``."""

    __slots__ = ()


def read_number(text: str) -> Number | None:
    """The exact value of a JSON number; None for other text.

    None too for more than 100 characters or a power of ten beyond 30, which no answer needs.
    """
    match = _NUMERAL.fullmatch(text) if len(text) <= _MAX_CHARACTERS else None
    if match is None or abs(int((match[3] or "e0")[1:])) > _MAX_EXPONENT:
        return None
    return normalize(Fraction(text))


def normalize(value: Fraction) -> Number:
    """The same value, as an ``int`` where it is whole."""
    return value.numerator if value.denominator == 1 else value


def is_decimal(value: Number) -> bool:
    """Whether the value can be written in decimal digits that end.

    >>> is_decimal(Fraction(5, 8)), is_decimal(Fraction(5, 12))
    (True, False)
    """
    # Its digits end exactly where the reduced denominator has no prime factor but 2 and 5.
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def format_decimal(value: Bound) -> str:
    """The value in decimal digits, with a hyphen as minus sign; ``inf`` for infinity."""
    if isinstance(value, Fraction):
        digits = _DECIMAL_CONTEXT.divide(Decimal(value.numerator), Decimal(value.denominator))
        return format(digits, "f")
    return str(value)


def number_to_json(value: Bound) -> int | float | None:
    """The value as a JSON number, an integer where it is whole; ``None`` for infinity."""
    if isinstance(value, Fraction):
        return float(value) if value.denominator > 1 else value.numerator
    return None if value in (INFINITY, -INFINITY) else int(value)
