"""Intervals of points: the least that is certain, and the most that is still possible.

>>> Interval(0, 10) + Interval(5, 5)
Interval(low=5, high=15)
>>> hull([Interval(0, 0), Interval(10, INFINITY)])
Interval(low=0, high=inf)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from calculator.values.number import INFINITY, Bound, number_to_json


@dataclass(frozen=True, slots=True)
class Interval:
    """All points from ``low`` to ``high``; some answers attain either end. Infinite: unbounded."""

    low: Bound
    high: Bound

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __contains__(self, points: Bound) -> bool:
        return self.low <= points <= self.high

    @property
    def is_exact(self) -> bool:
        """Whether both ends are the same number, so that nothing is open."""
        return self.low == self.high

    @property
    def width(self) -> Bound:
        """``high - low``, the most that answers could narrow it by; infinite without an end."""
        # Of two equal infinite ends the difference would be NaN: hence not simply high - low.
        return 0 if self.is_exact else self.high - self.low

    def at_least(self, floor: Bound) -> "Interval":
        """The interval with both ends raised to ``floor`` where they lie below it."""
        return Interval(max(self.low, floor), max(self.high, floor))

    def capped(self, cap: Bound) -> "Interval":
        """The interval limited by ``cap``: from above where it is 0 or more, else from below."""
        nearer = min if cap >= 0 else max
        return Interval(nearer(self.low, cap), nearer(self.high, cap))


ZERO = Interval(0, 0)


def exactly(points: Bound) -> Interval:
    """The interval whose two ends are ``points``."""
    return Interval(points, points)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The least interval that holds all of them. Raises ``ValueError`` where there are none."""
    parts = list(intervals)
    return Interval(min(part.low for part in parts), max(part.high for part in parts))


def highest(intervals: Iterable[Interval]) -> Interval:
    """Where the greatest of several values lies, each being anywhere in its interval.

    Raises ``ValueError`` where there are none.
    """
    parts = list(intervals)
    return Interval(max(part.low for part in parts), max(part.high for part in parts))


def total(intervals: Iterable[Interval]) -> Interval:
    """The interval of their sum; of none, zero."""
    return sum(intervals, ZERO)


class JsonInterval(TypedDict):
    """An interval in JSON; an unbounded end is ``null``."""

    low: int | float | None
    high: int | float | None


def interval_to_json(points: Interval) -> JsonInterval:
    """Both ends as JSON numbers, an unbounded one as ``None``."""
    return {"low": number_to_json(points.low), "high": number_to_json(points.high)}


__all__ = [
    "INFINITY",
    "ZERO",
    "Interval",
    "exactly",
    "highest",
    "hull",
    "interval_to_json",
    "total",
]
