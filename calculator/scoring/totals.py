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
from calculator.values.interval import INFINITY, ZERO, Interval, hull
from calculator.values.logic import any_of

if TYPE_CHECKING:
    from calculator.values.number import Bound


@dataclass(frozen=True, slots=True)
class Totals:
    """The numbers of an estimate that ranking and outlook need.

    ``base`` and ``deduction`` are the parts of these names; ``before_deductions`` is the total with
    nothing deducted; ``not_counted`` says how many items were left out.
    """

    total: Interval
    before_deductions: Interval
    base: Interval
    deduction: Interval
    not_counted: int

    @property
    def deductions_are_endless(self) -> bool:
        """Whether open answers may still take away any number of points."""
        return self.deduction.low == -INFINITY

    @property
    def against_cutoffs(self) -> Interval:
        """What to hold against a cutoff, as ``Estimate.against_cutoffs`` says."""
        return self.before_deductions if self.deductions_are_endless else self.total


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
    taken_low: Bound = 0
    taken_high: Bound = 0
    not_counted = 0
    for item in rows:
        if not item.is_counted(situation):
            not_counted += 1
            continue
        points = item.points(situation)
        if item.part == "deduction":
            taken_low += points.low
            taken_high += points.high
            continue
        low += points.low
        high += points.high
        if item.part == "base":
            base_low += points.low
            base_high += points.high
    void = is_void(standard, situation)
    given, taken = Interval(low, high), Interval(taken_low, taken_high)
    return Totals(
        total=apply_limits(given + taken, standard, void=void),
        before_deductions=apply_limits(given, standard, void=void),
        base=Interval(base_low, base_high),
        deduction=taken,
        not_counted=not_counted,
    )


def hull_of_totals(found: Sequence[Totals]) -> Totals:
    """Where each number lies over several cases of the same rows; there is at least one."""
    return Totals(
        total=hull(case.total for case in found),
        before_deductions=hull(case.before_deductions for case in found),
        base=hull(case.base for case in found),
        deduction=hull(case.deduction for case in found),
        not_counted=max(case.not_counted for case in found),
    )


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
