"""The sums of a golden case as an officer writes them on paper, checked and worked out."""

import re
from fractions import Fraction
from math import prod
from typing import Final

from calculator.values.number import Number, normalize

_NUMBER: Final = r"−?[0-9]+(?:\.[0-9]+)?"
_SUM: Final = re.compile(
    rf"(?:(?P<left>{_NUMBER}(?: [×+−] {_NUMBER})+) = )?"
    rf"(?P<result>{_NUMBER})(?:，上限 (?P<cap>{_NUMBER}))?",
    re.ASCII,
)


def evaluate_sum(text: str) -> Number | None:
    """The points that a sum on paper comes to; None where it is no such sum, or is wrong.

    >>> evaluate_sum("60"), evaluate_sum("60 + 1 × 20 = 80"), evaluate_sum("−100")
    (60, 80, -100)
    >>> evaluate_sum("101 × 5 = 505，上限 500")
    500

    A wrong result, a cap that is not reached, a sum without its result, another sign:

    >>> wrong = ["8 × 5 = 45", "100 × 5 = 500，上限 500", "8 × 5", "8*5 = 40"]
    >>> [evaluate_sum(text) for text in wrong]
    [None, None, None, None]
    """
    written = _SUM.fullmatch(text)
    if written is None:
        return None
    result = _evaluate(written["result"])
    if written["left"] and _evaluate(written["left"]) != result:
        return None
    if written["cap"] is None:
        return result
    cap = _evaluate(written["cap"])
    return cap if cap < result else None


def _evaluate(expression: str) -> Number:
    """The value of an expression: products first, then from left to right.

    >>> _evaluate("200 − 60 + 2 × 2.5")
    145
    """
    first, *others = re.split(r" ([+−]) ", expression)
    value = _evaluate_product(first)
    for sign, term in zip(others[::2], others[1::2], strict=True):
        value += _evaluate_product(term) if sign == "+" else -_evaluate_product(term)
    return normalize(value)


def _evaluate_product(term: str) -> Fraction:
    factors = term.split(" × ")
    return prod((Fraction(factor.replace("−", "-")) for factor in factors), start=Fraction(1))
