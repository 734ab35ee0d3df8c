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
"""A number, or plus or minus infinity: the only float there is."""

INFINITY = inf

_NUMERAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_LONGEST = 100  # characters; further digits are no answer that a person gives
_WIDE = Context(prec=4 * _LONGEST)  # as many digits as anybody wrote
_FARTHEST = 30  # power of ten; 1e999999 would fill the memory


class Numeral(str):
    """A number as it was written in a document; whoever needs it reads it exactly."""

    __slots__ = ()


def read_number(text: str) -> Number | None:
    """The exact value of a JSON numeral; None for anything else, and for absurdly long ones."""
    match = _NUMERAL.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or abs(int((match[3] or "e0")[1:])) > _FARTHEST:
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
    rest = value.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    return rest == 1


def format_decimal(value: Bound) -> str:
    """The value in decimal digits, the minus sign as a hyphen."""
    if isinstance(value, Fraction):
        digits = _WIDE.divide(Decimal(value.numerator), Decimal(value.denominator))
        return format(digits, "f")
    return str(value)


def number_to_json(value: Bound) -> int | float | None:
    """The value as a JSON number, an integer where it is whole; ``None`` where it is unbounded."""
    if isinstance(value, Fraction):
        return float(value) if value.denominator > 1 else value.numerator
    return None if value in (INFINITY, -INFINITY) else int(value)
