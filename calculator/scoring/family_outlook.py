"""The outlook of two parents: the total that counts on coming days, as ``outlook`` of one person.

Who may apply is judged on each day: a parent who comes to meet the conditions counts from then.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from calculator.answers.facts import Answers
from calculator.scoring.competition import compete
from calculator.scoring.outlook import (
    DayTotal,
    answers_on,
    change_days,
    eligibility_days,
)
from calculator.standard.standard import Standard


def family_totals_on(
    standard: Standard, parents: Sequence[Answers], track: str, on: date, days: Iterable[date]
) -> list[DayTotal]:
    """The family's total on each of the days, in their order."""
    found = []
    for day in days:
        later = [answers_on(standard.facts_by_id, facts, on, day) for facts in parents]
        competition = compete(standard, later, track, day)
        found.append(DayTotal(day, competition.total, competition.against_cutoffs))
    return found


def family_change_days(
    standard: Standard, parents: Sequence[Answers], track: str, on: date, until: date
) -> list[date]:
    """``on``, and every later day up to ``until`` on which the total may change, in order."""
    return sorted(
        {
            day
            for facts in parents
            for days in (
                change_days(standard, facts, on, until),
                eligibility_days(standard, facts, track, on, until),
            )
            for day in days
        }
    )
