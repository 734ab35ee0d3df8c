"""The outlook: the total on coming days, and the day on which it reaches a line of points.

Only here does time pass. Counts of months that go on (facts with ``grows``) grow by the full months
since the day of the answers, up to the fact's maximum; ages follow from the dates of birth; every
other answer stays, and what is unknown stays unknown. The standard stays too: the next edition is
not anticipated.

Throughout, ``facts`` are the answers as of ``on``, no day is before ``on``, and ``track`` is one
that ``estimate`` takes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.next_steps import NextStep, next_steps
from calculator.scoring.totals import totals, vetoes_of
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, interval_to_json
from calculator.values.months import full_months, months_after
from calculator.values.number import Bound, Number, number_to_json

MOST_YEARS: Final = 50
"""How far ahead ``outlook`` may be asked to look: further off nothing of today still holds."""


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A person's total on one day, and what of it to hold against a line of points.

    The two differ while open answers may take away any number of points: then ``against_cutoffs``
    is the total before deductions.
    """

    on: date
    total: Interval
    against_cutoffs: Interval


@dataclass(frozen=True, slots=True)
class Crossing:
    """When a line is reached by the low end of the total, and when by its high end.

    ``before_deductions``: by the total before deductions, as these may take away any number.
    ``lost`` is the first day after ``low`` on which the low end is below the line again. Each is
    None where that is not so up to the last day looked at.
    """

    low: date | None
    high: date | None
    lost: date | None
    before_deductions: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to come up to ``until``.

    ``totals``: one for the day of the answers, and one for each later day on which the total may
    change. ``line``: the points that were asked for, and when they are reached; None where none
    were. ``steps``: what the person can do, as of the day of the answers.
    """

    standard: Standard
    track: str | None
    until: date
    totals: tuple[DayTotal, ...]
    line: tuple[Number, Crossing] | None
    steps: tuple[NextStep, ...]

    def as_json(self) -> dict[str, Any]:
        """The outlook as the command line prints it."""
        result: dict[str, Any] = {
            "standard": self.standard.id,
            "track": self.track,
            "points": [
                {"on": day.on.isoformat(), "total": interval_to_json(day.total)}
                for day in self.totals
            ],
            "steps": [step.as_json() for step in self.steps],
        }
        if self.line:
            line, crossing = self.line
            days = {"low": crossing.low, "high": crossing.high, "lost": crossing.lost}
            result["line"] = (
                {"points": number_to_json(line)}
                | {end: day and day.isoformat() for end, day in days.items()}
                | {"before_deductions": crossing.before_deductions}
            )
        return result


def outlook(
    standard: Standard,
    facts: Answers,
    track: str | None,
    on: date,
    *,
    until: date,
    line: Number | None,
) -> Outlook:
    """Totals, next steps and, where ``line`` is given, when it is reached, up to ``until``."""
    days = change_days(standard, facts, on, until)
    totals_then = tuple(totals_on(standard, facts, track, on, days))
    reached = None if line is None else (line, find_crossing(totals_then, line))
    steps = tuple(next_steps(standard, facts, track, on))
    return Outlook(standard, track, until, totals_then, reached, steps)


def totals_on(
    standard: Standard, facts: Answers, track: str | None, on: date, days: Iterable[date]
) -> list[DayTotal]:
    """The total on each of the days, in their order."""
    found = []
    for day in days:
        situation = Situation(answers_on(standard.facts_by_id, facts, on, day), day)
        points = totals(standard, standard.rows(track, day), situation)
        found.append(DayTotal(day, points.total, points.against_cutoffs))
    return found


def find_crossing(day_totals: Sequence[DayTotal], line: Bound) -> Crossing:
    """When ``line`` is reached; exact where the totals of all ``change_days`` are given."""
    low = high = lost = None
    for day in day_totals:
        points = day.against_cutoffs
        if high is None and points.high >= line:
            high = day.on
        if low is None and points.low >= line:
            low = day.on
        if low and lost is None and points.low < line:
            lost = day.on
    return Crossing(low, high, lost, are_before_deductions(day_totals))


def are_before_deductions(day_totals: Iterable[DayTotal]) -> bool:
    """Whether what is held against a line is, on any of the days, the total before deductions."""
    return any(day.against_cutoffs != day.total for day in day_totals)


def change_days(standard: Standard, facts: Answers, on: date, until: date) -> list[date]:
    """``on``, and every later day up to ``until`` on which the total may change, in order."""
    read = {fact_id for item in standard.items for fact_id in item.monotonicity}
    read |= {fact_id for veto in vetoes_of(standard) for fact_id in veto.monotonicity}
    periods = [item.in_force for item in standard.items]
    return sorted({on, *_days_of_change(_answered(standard, read, facts), periods, on, until)})


def eligibility_days(
    standard: Standard, facts: Answers, track: str, on: date, until: date
) -> set[date]:
    """The days from ``on`` to ``until`` on which it may change whether the person may apply."""
    conditions = [condition for condition in standard.conditions if track in condition.tracks]
    read = {fact_id for condition in conditions for fact_id in condition.facts}
    periods = [condition.in_force for condition in conditions]
    return _days_of_change(_answered(standard, read, facts), periods, on, until)


def deadlines(standard: Standard, track: str, first: date, until: date) -> dict[date, str]:
    """The last days of the track's application windows in a time, with their labels.

    The caller asks whether the edition rules the track on all days from ``first`` to ``until``.
    """
    return {
        end: window.label
        for window in standard.windows
        if window.kind == "apply" and track in window.tracks and not window.all_year
        for year in range(first.year, until.year + 1)
        for _, end in window.times(date(year, 1, 1))
        if first <= end <= until
    }


def answers_on(
    facts_by_id: Mapping[str, Fact], facts: Answers, on: date, day: date
) -> dict[str, Answer]:
    """The answers on a later day, counts of months that go on having grown."""
    months = full_months(on, day)
    later = dict(facts)
    for fact_id, answer in facts.items():
        fact = facts_by_id.get(fact_id)
        if fact and fact.grows and isinstance(answer, int):
            later[fact_id] = min(answer + months, fact.max)
    return later


def _answered(
    standard: Standard, fact_ids: Iterable[str], facts: Answers
) -> list[tuple[Fact, Answer | None]]:
    return [(standard.facts_by_id[fact_id], facts.get(fact_id)) for fact_id in fact_ids]


def _days_of_change(
    answered: Iterable[tuple[Fact, Answer | None]],
    periods: Iterable[tuple[date, date]],
    on: date,
    until: date,
) -> set[date]:
    """The days from ``on`` to ``until`` on which an answer changes, or a period begins or is over.

    A period holds both its ends.
    """
    days = {day for fact, answer in answered for day in _change_days_of(fact, answer, on, until)}
    for first, last in periods:
        days.add(first)
        if last < until:
            days.add(last + timedelta(1))
    return {day for day in days if on <= day <= until}


def _change_days_of(fact: Fact, answer: Answer | None, on: date, until: date) -> Iterator[date]:
    """The days on which the fact's answer, or the age that follows from it, changes."""
    if fact.kind == "date":
        for year in range(on.year, until.year + 1):
            # With an unknown date of birth the greatest age that is possible counts too, and it
            # grows on the birthday of the eldest person that there can be.
            yield _birthday(answer if isinstance(answer, date) else fact.earliest, year)
    elif fact.grows and isinstance(answer, int):
        for months in range(1, min(full_months(on, until), fact.max - answer) + 1):
            yield months_after(on, months)


def _birthday(born: date, year: int) -> date:
    """The birthday in a year; that of 29 February falls on 1 March in common years."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
