"""The outlook: the total on coming days, and the day it reaches a line.

Only here does time pass. Months that go on (facts with ``grows``) grow by the full months since the
day of the facts, up to the fact's maximum; ages move by themselves; every other answer stays, and
what is unknown stays unknown. The standard stays too: the next edition is not anticipated.

``track`` is one that ``estimate`` takes. The answers are as of ``on``; no day is before it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.next_steps import NextStep, next_steps
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, interval_to_json
from calculator.values.number import Bound, Number
from calculator.values.number import number_to_json as number_as_json

MOST_YEARS: Final = 50
"""How far ahead it makes sense to look."""


@dataclass(frozen=True, slots=True)
class Point:
    """The total on a day."""

    on: date
    total: Interval


@dataclass(frozen=True, slots=True)
class Crossing:
    """When a line is reached: by what is certain (``low``), and by what is possible (``high``).

    ``lost`` is the first day after ``low`` on which what is certain falls below the line again.
    None: not before the last day looked at.
    """

    low: date | None
    high: date | None
    lost: date | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to come until a day; ``points`` begin with the day of the facts.

    ``line`` holds the points of a line, and when they are reached.
    """

    standard: Standard
    track: str | None
    until: date
    points: tuple[Point, ...]
    line: tuple[Number, Crossing] | None
    steps: tuple[NextStep, ...]

    def as_json(self) -> dict[str, Any]:
        """The outlook as the command line prints it."""
        result: dict[str, Any] = {
            "standard": self.standard.id,
            "track": self.track,
            "points": [
                {"on": at.on.isoformat(), "total": interval_to_json(at.total)} for at in self.points
            ],
            "steps": [step.as_json() for step in self.steps],
        }
        if self.line:
            line, found = self.line
            days = {"low": found.low, "high": found.high, "lost": found.lost}
            result["line"] = {"points": number_as_json(line)} | {
                end: day and day.isoformat() for end, day in days.items()
            }
        return result


def totals_on(
    standard: Standard, facts: Answers, track: str | None, on: date, days: Iterable[date]
) -> list[Point]:
    """The total on each of the days."""
    return [Point(day, _total(standard, facts, track, on, day)) for day in days]


def crossing(
    standard: Standard, facts: Answers, track: str | None, on: date, *, line: Number, until: date
) -> Crossing:
    """The days on which the total reaches ``line``, exactly, from ``on`` to ``until``."""
    return find_crossing(
        totals_on(standard, facts, track, on, change_days(standard, facts, on, until)), line
    )


def find_crossing(points: Iterable[Point], line: Bound) -> Crossing:
    """The days on which ``line`` is reached; ``points`` hold every day with a change."""
    low = high = lost = None
    for point in points:
        if high is None and point.total.high >= line:
            high = point.on
        if low is None and point.total.low >= line:
            low = point.on
        if low and lost is None and point.total.low < line:
            lost = point.on
    return Crossing(low, high, lost)


def change_days(standard: Standard, facts: Answers, on: date, until: date) -> list[date]:
    """``on``, and every day up to ``until`` on which the total may change."""
    days = {on}
    for fact_id in standard.uses:
        days.update(_turns_of(standard.facts_by_id[fact_id], facts.get(fact_id), on, until))
    for item in standard.items:
        first, last = item.in_force
        days.add(first)
        if last < until:
            days.add(last + timedelta(1))
    return sorted(day for day in days if on <= day <= until)


def deadlines(standard: Standard, track: str, on: date, until: date) -> dict[date, str]:
    """The last days of the track's application windows, with their labels.

    Whether the edition still rules the track then is for the caller to ask.
    """
    return {
        end: window.label
        for window in standard.windows
        if window.kind == "apply" and track in window.tracks and not window.all_year
        for year in range(on.year, until.year + 1)
        for _, end in window.times(date(year, 1, 1))
        if on <= end <= until
    }


def answers_on(known: Mapping[str, Fact], facts: Answers, on: date, day: date) -> dict[str, Answer]:
    """The answers on a later day, where what goes on has gone on."""
    months = full_months(on, day)
    later = dict(facts)
    for fact_id, answer in facts.items():
        fact = known.get(fact_id)
        if fact and fact.grows and isinstance(answer, int):
            later[fact_id] = min(answer + months, fact.max)
    return later


def full_months(since: date, day: date) -> int:
    """Full calendar months from one day to a later one.

    A month is full once its day of ``since`` is reached, or its own last day where it is shorter.

    >>> full_months(date(2016, 5, 15), date(2016, 6, 14))
    0
    >>> full_months(date(2016, 5, 15), date(2016, 6, 15))
    1
    >>> full_months(date(2016, 1, 31), date(2016, 2, 29))
    1
    >>> full_months(date(2016, 1, 31), date(2016, 3, 30))
    1
    """
    months = 12 * (day.year - since.year) + day.month - since.month
    full = day.day >= since.day or (day + timedelta(1)).day == 1
    return months if full else months - 1


def months_after(since: date, months: int) -> date:
    """The day on which so many months are full; the last that there is, where it is beyond.

    >>> months_after(date(2016, 1, 31), 1), months_after(date(2016, 5, 15), 12)
    (datetime.date(2016, 2, 29), datetime.date(2017, 5, 15))
    """
    year, month = divmod(12 * since.year + since.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    if month == 11:  # has as many days as any, and may be the last month that there is
        return date(year, 12, since.day)
    last = (date(year, month + 2, 1) - timedelta(1)).day
    return date(year, month + 1, min(since.day, last))


def outlook(
    standard: Standard,
    facts: Answers,
    track: str | None,
    on: date,
    *,
    until: date,
    line: Number | None,
) -> Outlook:
    """Every day on which the total may change, the line where one is named, and the steps."""
    points = tuple(totals_on(standard, facts, track, on, change_days(standard, facts, on, until)))
    reached = None if line is None else (line, find_crossing(points, line))
    steps = tuple(next_steps(standard, facts, track, on))
    return Outlook(standard, track, until, points, reached, steps)


def _total(standard: Standard, facts: Answers, track: str | None, on: date, day: date) -> Interval:
    situation = Situation(answers_on(standard.facts_by_id, facts, on, day), day)
    return totals(standard, standard.rows(track, day), situation).total


def _turns_of(fact: Fact, answer: Answer | None, on: date, until: date) -> Iterator[date]:
    """The days on which time changes what the fact gives."""
    if fact.kind == "date":
        for year in range(on.year, until.year + 1):
            # The ages that an unknown birth date reaches grow with the eldest one's.
            yield _birthday(answer if isinstance(answer, date) else fact.earliest, year)
    elif fact.grows and isinstance(answer, int):
        for months in range(1, min(full_months(on, until), fact.max - answer) + 1):
            yield months_after(on, months)


def _birthday(born: date, year: int) -> date:
    """That of 29 February falls on 1 March in common years."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
