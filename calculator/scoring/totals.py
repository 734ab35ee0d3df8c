"""Total and base points without the lines, and the limits that a standard sets the total.

Its floor and its vetoes (``[total]`` in the file) act on the sum of the lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculator.answers.situation import Situation
from calculator.rules.requires import Requirement
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.interval import ZERO, Interval, hull
from calculator.values.logic import any_of

if TYPE_CHECKING:
    from calculator.values.number import Bound


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of an estimate that ranking and outlook need.

    ``base`` is the part of that name; ``not_counted`` says how many items were left out.
    """

    total: Interval
    base: Interval
    not_counted: int


def totals(standard: Standard, rows: Sequence[Item], situation: Situation) -> Totals:
    """The total and base points that ``estimate`` gives too, without the lines.

    For many people or days: ``rows`` are ``standard.rows(track, on)``, looked up once by the
    caller.
    """
    # Ends are added up as numbers, not as intervals: this runs for each of a million applicants.
    low: Bound = 0
    high: Bound = 0
    base_low: Bound = 0
    base_high: Bound = 0
    not_counted = 0
    for item in rows:
        if not item.is_counted(situation):
            not_counted += 1
            continue
        points = item.points(situation)
        low += points.low
        high += points.high
        if item.part == "base":
            base_low += points.low
            base_high += points.high
    points = apply_limits(Interval(low, high), standard, void=is_void(standard, situation))
    return Totals(points, Interval(base_low, base_high), not_counted)


def apply_limits(points: Interval, standard: Standard, *, void: bool | None) -> Interval:
    """A sum of lines as a total: not below the standard's floor, and 0 where a veto applies.

    ``void`` None, unknown: everything from 0 to the sum is possible.
    """
    if standard.limits is None:
        return points
    if standard.limits.floor is not None:
        points = points.at_least(standard.limits.floor)
    if void is None:
        return hull([ZERO, points])
    return ZERO if void else points


def is_void(standard: Standard, situation: Situation) -> bool | None:
    """Whether any veto of the standard applies; None where that is unknown."""
    return any_of(veto.met(situation) for veto in vetoes_of(standard))


def vetoes_of(standard: Standard) -> tuple[Requirement, ...]:
    """The requirements any of which voids the total; empty where the standard has no limits."""
    return standard.limits.void_if if standard.limits else ()
