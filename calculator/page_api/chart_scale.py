"""A chart's scale of points: where a number of points lies, in percent of width or height."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from calculator.values.chinese import format_points
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound

if TYPE_CHECKING:
    from calculator.page_api import contract

_LEVELS = 5  # as many labels as can be read at a glance


@dataclass(frozen=True, slots=True)
class Scale:
    """From ``bottom`` points (0 or less) at 0 percent to ``top`` at 100, both finite."""

    bottom: Bound
    top: Bound

    def at(self, points: Bound) -> float:
        """Where points lie, 0 to 100 with one decimal; what is beyond an end lies at that end."""
        inside = min(max(points, self.bottom), self.top)
        return round(float(100 * (inside - self.bottom) / (self.top - self.bottom)), 1)

    def levels(self) -> list["contract.Tick"]:
        """``levels``: round numbers of points along the scale, with their labels."""
        span = self.top - self.bottom
        step = next(
            step
            for power in range(9)
            for step in (10**power, 2 * 10**power, 5 * 10**power)
            if span / step <= _LEVELS
        )
        first = -int(-self.bottom // step) if self.bottom < 0 else 0
        found: list[contract.Tick] = []
        for number in range(first, _LEVELS + 2):
            if self.bottom <= number * step <= self.top:
                at = number * step
                found.append({"at": self.at(at), "text": format_points(at)})
        return found


def scale_of(totals: Iterable[Interval], cutoffs: Iterable[Interval]) -> Scale:
    """A scale with room for the totals and the past cutoffs.

    From 0, or from the lowest end of a total below it. Up to the greatest of the finite ends, the
    cutoffs, and a quarter more than what is certain, so that an open end has room to be seen.
    """
    shown = list(totals)
    lows = [total.low for total in shown if total.low > -INFINITY]
    highs = [total.high for total in shown if total.high < INFINITY]
    tops = [*highs, *(cutoff.high for cutoff in cutoffs), *(low * Fraction(5, 4) for low in lows)]
    bottom = min([0, *lows, *highs])
    top = max([0, *tops])
    return Scale(bottom, top if top > bottom else bottom + 1)
