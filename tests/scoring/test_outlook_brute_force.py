"""The day on which a line is reached, against every single day; for one person and two parents."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculator.answers.situation import Situation
from calculator.scoring.family_outlook import family_change_days, family_totals_on
from calculator.scoring.outlook import change_days, find_crossing, totals_on
from calculator.scoring.totals import totals
from calculator.values.interval import INFINITY, Interval
from tests.scoring.brute_force import Family, families, later, outcome

WEEKS = 70
LINES = st.integers(-50, 900)


def told(family: Family, parent: int, day: date) -> tuple[Interval, bool]:
    """What is held against a line on a day, and whether that is before deductions."""
    standard, track, _, _ = family
    facts = later(family, day).parents[parent]
    points = totals(standard, standard.rows(track, day), Situation(facts, day))
    endless = points.deduction.low == -INFINITY
    return (points.before_deductions if endless else points.total), endless


def first(days: list[date]) -> date | None:
    """The first of some days in order; None where there is none."""
    return days[0] if days else None


@settings(max_examples=30)
@given(families(), LINES)
def test_a_line_is_reached_on_the_first_day_that_reaches_it(family: Family, line: int) -> None:
    """By its low end for certain, by its high end possibly; and lost on the first day after."""
    standard, track, on, (facts, _) = family
    days = [on + timedelta(number) for number in range(WEEKS + 1)]
    ends = [told(family, 0, day) for day in days]
    low = [day for day, (points, _) in zip(days, ends, strict=True) if points.low >= line]
    high = [day for day, (points, _) in zip(days, ends, strict=True) if points.high >= line]
    lost = [day for day in days if low and day > low[0] and day not in low]
    known = totals_on(standard, facts, track, on, change_days(standard, facts, on, days[-1]))
    found = find_crossing(known, line)
    assert (found.low, found.high, found.lost) == (first(low), first(high), first(lost))
    assert found.before_deductions is any(endless for _, endless in ends)


@settings(max_examples=15)
@given(families(), LINES)
def test_a_familys_line_is_reached_on_the_first_day_that_reaches_it(
    family: Family, line: int
) -> None:
    """Where no deduction is open; the better total in each case of who may apply that day."""
    standard, track, on, parents = family
    days = [on + timedelta(number) for number in range(WEEKS // 2)]
    cases = [outcome(later(family, day)).total for day in days]
    changes = family_change_days(standard, parents, track, on, days[-1])
    found = find_crossing(family_totals_on(standard, parents, track, on, changes), line)
    assume(not found.before_deductions)
    low = [day for day, total in zip(days, cases, strict=True) if total.low >= line]
    high = [day for day, total in zip(days, cases, strict=True) if total.high >= line]
    assert (found.low, found.high) == (first(low), first(high))
