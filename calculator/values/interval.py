"""Intervals of points: what is certain, and how far that which is open may reach.

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
    """All points from ``low`` to ``high``, both attained; an infinite end is unbounded."""

    low: Bound
    high: Bound

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __contains__(self, points: Bound) -> bool:
        return self.low <= points <= self.high

    @property
    def is_exact(self) -> bool:
        """Whether it is a single number."""
        return self.low == self.high

    @property
    def width(self) -> Bound:
        """What an answer could take away; infinite where an end is unbounded."""
        return 0 if self.is_exact else self.high - self.low

    def at_least(self, floor: Bound) -> "Interval":
        """No lower than ``floor``."""
        return Interval(max(self.low, floor), max(self.high, floor))

    def capped(self, cap: Bound) -> "Interval":
        """No further from zero than ``cap``, on the side of zero where the cap lies."""
        nearer = min if cap >= 0 else max
        return Interval(nearer(self.low, cap), nearer(self.high, cap))


ZERO = Interval(0, 0)


def exactly(points: Bound) -> Interval:
    """The interval of one number."""
    return Interval(points, points)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The least interval around all of them, of which there is at least one."""
    parts = list(intervals)
    return Interval(min(part.low for part in parts), max(part.high for part in parts))


def highest(intervals: Iterable[Interval]) -> Interval:
    """What the greatest of several values may be, each within its interval."""
    parts = list(intervals)
    return Interval(max(part.low for part in parts), max(part.high for part in parts))


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of all of them; of none, zero."""
    return sum(intervals, ZERO)


class JsonInterval(TypedDict):
    """An interval in JSON; an unbounded end is ``null``."""

    low: int | float | None
    high: int | float | None


def interval_to_json(points: Interval) -> JsonInterval:
    """The interval's two ends as JSON numbers."""
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
