"""A scale of points, as percentages from left to right or from bottom to top."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from calculator.values.chinese import format_points
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound

_LEVELS = 5  # as many labels as can be read at a glance


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``bottom`` (0 or less) to ``top``, both finite."""

    bottom: Bound
    top: Bound

    def at(self, points: Bound) -> float:
        """Where points stand, 0 to 100, one decimal; beyond the ends at the end."""
        inside = min(max(points, self.bottom), self.top)
        return round(float(100 * (inside - self.bottom) / (self.top - self.bottom)), 1)

    def levels(self) -> list[dict[str, Any]]:
        """Round points along the scale, with their words."""
        span = self.top - self.bottom
        step = next(
            step
            for power in range(9)
            for step in (10**power, 2 * 10**power, 5 * 10**power)
            if span / step <= _LEVELS
        )
        first = -int(-self.bottom // step) if self.bottom < 0 else 0
        found = []
        for number in range(first, _LEVELS + 2):
            if self.bottom <= number * step <= self.top:
                at = number * step
                found.append({"at": self.at(at), "text": format_points(at)})
        return found


def scale_of(totals: Iterable[Interval], lines: Iterable[Interval]) -> Scale:
    """A scale on which the totals and the past lines have room.

    From 0, or from the lowest total below it. Up to the highest total that has an end, the highest
    line, and a quarter more than what is certain.
    """
    shown = list(totals)
    certain = [each.low for each in shown if each.low > -INFINITY]
    possible = [each.high for each in shown if each.high < INFINITY]
    tops = [*possible, *(each.high for each in lines), *(low * Fraction(5, 4) for low in certain)]
    bottom = min([0, *certain, *possible])
    top = max([0, *tops])
    return Scale(bottom, top if top > bottom else bottom + 1)
