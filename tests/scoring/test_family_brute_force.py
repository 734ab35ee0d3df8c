"""Families against every completion of who may apply, today and on each coming day."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.scoring.family import estimate_family
from calculator.scoring.family_outlook import family_change_days, family_totals_on
from tests.scoring.brute_force import Family, families, later, outcome


@settings(max_examples=200)
@given(families())
def test_total_and_whose_it_is_are_those_of_all_completions(family: Family) -> None:
    """The same two ends, each attained, and one winner only where all agree."""
    found = estimate_family(family.standard, *family.parents, family.track, family.on)
    assert (found.total, found.counts) == outcome(family)


@settings(max_examples=15)
@given(families(), st.sampled_from([0, 20, 90, 300]))
def test_each_coming_day_is_judged_by_itself(family: Family, ahead: int) -> None:
    """Some weeks, day by day: between two days of change the total stays."""
    standard, track, on, parents = family
    first = on + timedelta(ahead)
    until = first + timedelta(33)
    changes = family_change_days(standard, parents, track, on, until)
    totals = {day.on: day.total for day in family_totals_on(standard, parents, track, on, changes)}
    for day in (first + timedelta(number) for number in range(34)):
        known = max(change for change in totals if change <= day)
        assert totals[known] == outcome(later(family, day)).total, day
