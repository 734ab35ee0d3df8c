"""The outlook: the total on coming days, the day it reaches a line, and steps worth taking.

Only here does time pass. Months that go on (facts with ``grows``) grow by the full months since the
day of the facts, up to the fact's maximum; ages move by themselves; every other answer stays, and
what is unknown stays unknown. The standard stays too: the next edition is not anticipated.

``track`` is one that ``estimate`` takes. The answers are as of ``on``; no day is before it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Any, Final

from calculator.facts import Answer, Answers, Fact
from calculator.interval import INFINITY, Interval, total
from calculator.item import Item
from calculator.number import Bound, Number
from calculator.number import as_json as number_as_json
from calculator.rules.shape import Case, amount
from calculator.rules.tiers import Tiers
from calculator.scoring import ends, totals
from calculator.standard import Standard

MOST_YEARS: Final = 50
"""How far ahead it makes sense to look."""

FARTHEST_STEP: Final = 60
"""A step takes no more than so many units, five years of months: further off is no next step."""


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
class Step:
    """One thing to do, the answer it leads to, and the points that the total gains.

    A gain that other open answers decide is an interval.
    """

    fact: str
    label: str
    answer: Answer
    change: str
    gain: Interval

    def as_json(self) -> dict[str, Any]:
        """The step as the command line prints it."""
        return {
            "fact": self.fact,
            "label": self.label,
            "change": self.change,
            "gain": ends(self.gain),
        }


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
    steps: tuple[Step, ...]

    def as_json(self) -> dict[str, Any]:
        """The outlook as the command line prints it."""
        result: dict[str, Any] = {
            "standard": self.standard.id,
            "track": self.track,
            "points": [{"on": at.on.isoformat(), "total": ends(at.total)} for at in self.points],
            "steps": [step.as_json() for step in self.steps],
        }
        if self.line:
            line, found = self.line
            days = {"low": found.low, "high": found.high, "lost": found.lost}
            result["line"] = {"points": number_as_json(line)} | {
                end: day and day.isoformat() for end, day in days.items()
            }
        return result


def ahead(
    standard: Standard, facts: Answers, track: str | None, on: date, days: Iterable[date]
) -> list[Point]:
    """The total on each of the days."""
    return [Point(day, _total(standard, facts, track, on, day)) for day in days]


def crossing(
    standard: Standard, facts: Answers, track: str | None, on: date, *, line: Number, until: date
) -> Crossing:
    """The days on which the total reaches ``line``, exactly, from ``on`` to ``until``."""
    return crossed(ahead(standard, facts, track, on, turns(standard, facts, on, until)), line)


def crossed(points: Iterable[Point], line: Bound) -> Crossing:
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


def turns(standard: Standard, facts: Answers, on: date, until: date) -> list[date]:
    """``on``, and every day up to ``until`` on which the total may change."""
    days = {on}
    for fact_id in standard.uses:
        days.update(_turns_of(standard.known[fact_id], facts.get(fact_id), on, until))
    for item in standard.items:
        first, last = item.in_force
        days |= {first, min(last, until) + timedelta(1)} if last < until else {first}
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


def next_steps(standard: Standard, facts: Answers, track: str | None, on: date) -> list[Step]:
    """Steps that give points, each by itself, the largest certain gain first.

    Only what a person can do (facts with ``step``), and only the nearest: the next full unit, the
    next tier that the standard pays for, a flag that is not true yet.
    """
    rows = standard.rows(track, on)
    found: list[Step] = []
    for question in standard.questions.values():
        if question.fact.step:
            found += _steps(standard, rows, facts, question.fact, on)
    return sorted(found, key=lambda step: (-step.gain.low, -step.gain.high))


def grown(known: Mapping[str, Fact], facts: Answers, on: date, day: date) -> dict[str, Answer]:
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
    # The last day of December is the 31st, also in the last year that there is.
    last = 31 if month == 11 else (date(year, month + 2, 1) - timedelta(1)).day
    return date(year, month + 1, min(since.day, last))


def look_ahead(
    standard: Standard,
    facts: Answers,
    track: str | None,
    on: date,
    *,
    until: date,
    line: Number | None,
) -> Outlook:
    """Every day on which the total may change, the line where one is named, and the steps."""
    points = tuple(ahead(standard, facts, track, on, turns(standard, facts, on, until)))
    reached = None if line is None else (line, crossed(points, line))
    steps = tuple(next_steps(standard, facts, track, on))
    return Outlook(standard, track, until, points, reached, steps)


def _total(standard: Standard, facts: Answers, track: str | None, on: date, day: date) -> Interval:
    case = Case(grown(standard.known, facts, on, day), day)
    return totals(standard, standard.rows(track, day), case).total


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


def _steps(
    standard: Standard, rows: Sequence[Item], facts: Answers, fact: Fact, on: date
) -> Iterator[Step]:
    """The nearest step of one fact that gives points, if there is any."""
    touched = [row for row in rows if fact.id in row.directions]
    # What a person has not said they have is compared with not having it.
    before = Case({fact.id: False, **facts} if fact.kind == "flag" else facts, on)
    own = _sum(touched, before)
    for answer, change in _changes(fact, facts.get(fact.id), touched):
        after = Case({**facts, fact.id: answer}, on)
        own_after = _sum(touched, after)
        if own_after == own:
            continue
        was, now = (totals(standard, rows, case).total for case in (before, after))
        gain = Interval(
            *sorted(
                (
                    _more(was.low, now.low, own.low, own_after.low),
                    _more(was.high, now.high, own.high, own_after.high),
                )
            )
        )
        if gain.high > 0:
            yield Step(fact.id, fact.label, answer, change, gain)
            return


def _changes(
    fact: Fact, answer: Answer | None, touched: Iterable[Item]
) -> Iterator[tuple[Answer, str]]:
    """What the answer could become, the nearest first, and what there is to do for it."""
    if fact.kind == "flag" and answer is not True:
        yield True, fact.step if answer is False else f"如果已{fact.step}（还没有回答）"
    elif isinstance(answer, str):
        tier = _next_tier(fact, answer, touched)
        if tier:
            yield tier, f"{fact.step}{(fact.choices or {})[tier]}"
    elif isinstance(answer, int) and fact.kind == "count":
        for more in range(1, min(FARTHEST_STEP, fact.max - answer) + 1):
            yield answer + more, f"{fact.step} {amount(more, fact.unit)}"


def _next_tier(fact: Fact, answer: str, rows: Iterable[Item]) -> str | None:
    """The first choice after the answer for which some ladder has more points."""
    ladders = [
        ladder.steps
        for item in _spread(rows)
        if isinstance(item.shape, Tiers)
        for ladder in item.shape.ladders
        if ladder.fact.id == fact.id
    ]
    choices = list(fact.choices or ())
    return next(
        (
            choice
            for choice in choices[choices.index(answer) + 1 :]
            if any(steps.get(choice, 0) > steps.get(answer, 0) for steps in ladders)
        ),
        None,
    )


def _spread(rows: Iterable[Item]) -> Iterator[Item]:
    """The rows, with the members of groups and the alternatives of disputed ones."""
    for row in rows:
        yield row
        yield from _spread((*row.members, *row.alternatives))


def _sum(rows: Iterable[Item], case: Case) -> Interval:
    return total(row.points(case) for row in rows)


def _more(was: Bound, now: Bound, own_was: Bound, own_now: Bound) -> Bound:
    """The growth of one end; where the total has no end there, of the rows that the step moves."""
    if was == now and was in (INFINITY, -INFINITY):
        was, now = own_was, own_now
    return 0 if was == now else now - was
