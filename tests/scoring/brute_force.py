"""Verdicts worked out the long way: by trying every answer to what is open, and every single day.

Of what it checks it imports nothing: conditions are read from the editions' TOML as it stands, and
judged only where every answer is known. Points are taken from ``totals``, which has tests of its
own.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers
from calculator.answers.situation import Situation
from calculator.reading.toml_file import read_toml
from calculator.scoring.totals import totals
from calculator.standard.loading import STANDARDS, edition_path
from calculator.standard.standard import Standard
from calculator.values.interval import Interval
from tests.support import admissible, editions

DAYS: Final = {
    "suzhou-2016": (date(2016, 5, 15), date(2019, 11, 30), date(2020, 3, 1)),
    "suzhou-2021": (date(2021, 5, 15), date(2022, 2, 28)),
    "suzhou-2024-schooling": (date(2024, 4, 15), date(2024, 11, 30), date(2025, 5, 1)),
}
"""Days on which editions rule, some of them near to where a condition changes."""


class Family(NamedTuple):
    """Two parents of a child, under an edition on a day; what is missing is unknown."""

    standard: Standard
    track: str
    on: date
    parents: tuple[Answers, Answers]

    def __repr__(self) -> str:
        """Without all of the standard."""
        return f"{self.standard.id} {self.track} {self.on} {self.parents}"


@cache
def tables(standard_id: str) -> dict[str, Any]:
    """An edition's file as it stands."""
    return read_toml(STANDARDS / edition_path(standard_id))


def conditions(standard_id: str, track: str, on: date) -> list[dict[str, Any]]:
    """The tables of the conditions of who applies by points for the track on the day."""
    found = []
    for table in tables(standard_id)["conditions"]:
        days = table.get("in_force", {})
        first, last = days.get("from", "not seen"), days.get("until", "not seen")
        begun = first == "not seen" or first <= on
        over = last != "not seen" and last < on
        if track in table.get("tracks", [track]) and begun and not over:
            found.append(table)
    return [table for table in found if table.get("outcome") != "another_route"]


def requirements(table: Mapping[str, Any]) -> list[list[dict[str, Any]]]:
    """The alternatives of a condition: of each what must be so, a flag written as ``{"fact"}``."""
    alternatives = table["any"] if "any" in table else [table["all"]]
    return [
        [{"fact": entry} if isinstance(entry, str) else entry for entry in alternative]
        for alternative in alternatives
    ]


def is_so(required: Mapping[str, Any], answers: Answers) -> bool:
    """Whether one requirement is met; its answer is known."""
    answer: Any = answers[required["fact"]]
    if "at_least" in required:
        return bool(answer >= required["at_least"])
    if "one_of" in required:
        return answer in required["one_of"]
    return answer is True


def may_apply(standard_id: str, track: str, on: date, answers: Answers) -> bool:
    """Whether a person of whom everything is known may apply."""
    for table in conditions(standard_id, track, on):
        holds = any(
            all(is_so(required, answers) for required in alternative)
            for alternative in requirements(table)
        )
        if holds is (table.get("outcome") == "unmet"):
            return False
    return True


def candidates(standard: Standard, track: str, on: date) -> dict[str, list[Answer]]:
    """For each fact that a condition reads, answers on both sides of every bound, and the ends.

    The last is one that the condition wants.
    """
    found: dict[str, list[Answer]] = {}
    for table in conditions(standard.id, track, on):
        for required in (entry for way in requirements(table) for entry in way):
            fact = standard.facts_by_id[required["fact"]]
            if fact.kind == "count":
                least = required["at_least"]
                found.setdefault(fact.id, [0, fact.max])
                found[fact.id] += [least - 1, least]
            else:
                found[fact.id] = [False, True]
                if table.get("outcome") == "unmet":
                    found[fact.id].reverse()
    return found


def completions(answers: Answers, asked: Mapping[str, list[Answer]]) -> Iterator[dict[str, Answer]]:
    """The answers with every answer to those of the asked facts that are missing."""
    missing = [fact for fact in asked if fact not in answers]
    for case in product(*(asked[fact] for fact in missing)):
        yield {**answers, **dict(zip(missing, case, strict=True))}


class Outcome(NamedTuple):
    """What the total and whose it is come to, over all completions."""

    total: Interval
    counts: str


def outcome(family: Family) -> Outcome:
    """The family's total and whose it is, over every completion of who may apply."""
    standard, track, on, parents = family
    asked = candidates(standard, track, on)
    household = {f: asked[f] for f in asked if standard.facts_by_id[f].household}
    own = {f: asked[f] for f in asked if f not in household}
    reached: list[Interval] = []
    counts: set[str] = set()
    for shared in completions(household_of(family), household):
        cases = [
            {
                (may_apply(standard.id, track, on, full), total_of(family, full))
                for full in completions({**facts, **shared}, own)
            }
            for facts in parents
        ]
        for case in product(*cases):
            competing = [place for place, (may, _) in enumerate(case) if may]
            if competing:
                ends = [case[place][1] for place in competing]
                reached.append(greatest(ends))
                counts.add(winner(competing, ends))
    if not reached:
        return Outcome(greatest([total_of(family, facts) for facts in parents]), "none")
    total = Interval(min(entry.low for entry in reached), max(entry.high for entry in reached))
    return Outcome(total, counts.pop() if len(counts) == 1 else "unknown")


def total_of(family: Family, facts: Answers) -> Interval:
    """One parent's own total."""
    rows = family.standard.rows(family.track, family.on)
    return totals(family.standard, rows, Situation(facts, family.on)).total


def household_of(family: Family) -> dict[str, Answer]:
    """What is known of the household, which both parents' answers hold."""
    facts = family.standard.facts_by_id
    return {fact: answer for fact, answer in family.parents[0].items() if facts[fact].household}


def greatest(ends: Sequence[Interval]) -> Interval:
    """Where the greatest of several totals lies."""
    return Interval(max(entry.low for entry in ends), max(entry.high for entry in ends))


def winner(competing: Sequence[int], ends: Sequence[Interval]) -> str:
    """Whose total counts of those who compete."""
    names = ("first", "second")
    if len(competing) == 1:
        return names[competing[0]]
    if ends[0] == ends[1] and ends[0].low == ends[0].high:
        return "equal"
    if ends[0].low >= ends[1].high:
        return "first"
    return "second" if ends[1].low >= ends[0].high else "unknown"


def later(family: Family, day: date) -> Family:
    """The same family on a later day: months that go on have grown, one by one."""
    grown = 0
    while month_after(family.on, grown + 1) <= day:
        grown += 1
    going_on = ("social_insurance_months", "housing_fund_months", "residence_months")
    parents = []
    for facts in family.parents:
        now = dict(facts)
        for fact in (*going_on, "continuous_residence_months"):
            if fact in now:
                now[fact] = min(1200, int(str(now[fact])) + grown)
        parents.append(now)
    return family._replace(on=day, parents=(parents[0], parents[1]))


def month_after(day: date, months: int) -> date:
    """The same day of a later month, or the last one of a shorter month."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(day.day - 1), first_of_next - timedelta(1))


@st.composite
def families(draw: st.DrawFn) -> Family:
    """Two parents, of whom most is known."""
    standard_id = draw(st.sampled_from(list(DAYS)))
    standard = editions().get(standard_id)
    track = draw(st.sampled_from([entry.id for entry in standard.tracks.values() if entry.child]))
    on = draw(st.sampled_from(DAYS[standard_id]))
    asked = candidates(standard, track, on)
    scored = {fact for item in standard.items for fact in item.monotonicity} - {*asked}
    answers: list[dict[str, Answer]] = [{}, {}]
    for fact in (standard.facts_by_id[fact_id] for fact_id in (*asked, *sorted(scored))):
        for parent in answers[: 1 if fact.household else 2]:
            if fact.id in asked:
                # Mostly what lets one apply, so that few conditions fail at a time.
                wanted = st.just(asked[fact.id][-1])
                possible = wanted if draw(st.integers(0, 5)) else st.sampled_from(asked[fact.id])
            else:
                possible = admissible(fact, on)
            if draw(st.integers(0, 3)):
                parent[fact.id] = draw(possible)
        if fact.household and fact.id in answers[0]:
            answers[1][fact.id] = answers[0][fact.id]
    return Family(standard, track, on, (answers[0], answers[1]))
