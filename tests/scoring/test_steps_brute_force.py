"""Next steps against every answer to every fact, for one person and for two parents."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.family_steps import family_steps
from calculator.scoring.next_steps import next_steps
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.interval import Interval
from tests.scoring.brute_force import Family, candidates, completions, families, outcome
from tests.support import admissible, editions

FARTHEST: Final = 60
CHILD: Final = {
    "child_vaccination_record",
    "child_vaccinations_complete",
    "maternal_child_card",
    "maternal_child_health_service",
}
DAYS: Final = {
    "suzhou-2016": date(2016, 5, 15),
    "suzhou-2021": date(2021, 5, 15),
    "suzhou-2023-settlement": date(2026, 11, 25),
    "suzhou-2024-schooling": date(2025, 5, 1),
}


class Person(NamedTuple):
    """Somebody of whom everything is known that gives points, under an edition."""

    standard: Standard
    track: str
    answers: Answers

    def __repr__(self) -> str:
        """Without all of the standard."""
        return f"{self.standard.id} {self.track} {self.answers}"


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Anybody; counts that a person can add to are mostly near to their next unit."""
    standard = editions().get(draw(st.sampled_from(list(DAYS))))
    track = draw(st.sampled_from(list(standard.tracks)))
    read = {fact for item in standard.items for fact in item.monotonicity}
    answers = {
        fact: draw(admissible(standard.facts_by_id[fact], DAYS[standard.id]))
        for fact in sorted(read)
    }
    return Person(standard, track, answers)


def changes(fact: Fact, answer: Answer | None) -> Iterator[Answer]:
    """Every answer that is more than the one given, the nearest first."""
    if fact.kind == "choice" and answer is not None:
        choices: list[Answer] = list(fact.choices or ())
        yield from choices[choices.index(answer) + 1 :]
    elif fact.kind == "count" and isinstance(answer, int):
        yield from range(answer + 1, min(answer + FARTHEST, fact.max) + 1)
    elif fact.kind == "flag" and answer is not True:
        yield True


def paying(fact: Fact, gains: Mapping[Answer, Interval]) -> dict[Answer, Interval]:
    """Of the gains of every answer those to be told: of choices each that pays, else the nearest.

    Where sources differ, it is enough that it pays by one of them.
    """
    found = {answer: gain for answer, gain in gains.items() if gain.high > 0}
    return found if fact.kind == "choice" else dict(list(found.items())[:1])


def to_improve(standard: Standard, track: str, *parents: Answers) -> Iterator[Fact]:
    """What a person can do something about; of a child only where there is one."""
    child = standard.tracks[track].child
    child = child or any(facts.get(fact) for facts in parents for fact in CHILD)
    for question in standard.questions.values():
        if question.fact.step and (child or question.fact.id not in CHILD):
            yield question.fact


def points(standard: Standard, track: str, answers: Answers) -> Interval:
    """The total of somebody of whom everything is known: wide only where sources differ."""
    on = DAYS[standard.id]
    return totals(standard, standard.rows(track, on), Situation(answers, on)).total


def growth(before: Interval, after: Interval) -> Interval:
    """What both ends gain, the lesser first."""
    ends = (after.low - before.low, after.high - before.high)
    return Interval(min(ends), max(ends))


@given(people())
def test_steps_are_all_that_pay_now(person: Person) -> None:
    """With what each gives, and which of them is not the nearest."""
    standard, track, answers = person
    before = points(standard, track, answers)
    expected = [
        (fact.id, answer, gain, place > 0)
        for fact in to_improve(standard, track, answers)
        for place, (answer, gain) in enumerate(
            paying(
                fact,
                {
                    answer: growth(before, points(standard, track, {**answers, fact.id: answer}))
                    for answer in changes(fact, answers.get(fact.id))
                },
            ).items()
        )
    ]
    found = next_steps(standard, answers, track, DAYS[standard.id])
    told = [(step.fact, step.answer, step.gain, step.farther) for step in found]
    assert sorted(told, key=str) == sorted(expected, key=str)


def with_answer(family: Family, parent: int | None, fact: str, answer: Answer) -> Family:
    """The family after a step of one parent, or of the household."""
    parents = [
        {**facts, fact: answer} if parent in (None, place) else facts
        for place, facts in enumerate(family.parents)
    ]
    return family._replace(parents=(parents[0], parents[1]))


@st.composite
def known_families(draw: st.DrawFn) -> Family:
    """Two parents of whom everything is known."""
    family = draw(families())
    standard, track, on, parents = family
    asked = candidates(standard, track, on)
    read = {fact for item in standard.items for fact in item.monotonicity} - {*asked}
    full: list[dict[str, Answer]] = []
    for facts in parents:
        known = dict(facts)
        for fact in (standard.facts_by_id[fact_id] for fact_id in (*asked, *sorted(read))):
            if fact.id not in known:
                shared = full[0].get(fact.id) if full and fact.household else None
                known[fact.id] = (
                    shared
                    if shared is not None
                    else asked[fact.id][-1]
                    if fact.id in asked
                    else draw(admissible(fact, on))
                )
        full.append(known)
    return family._replace(parents=(full[0], full[1]))


@settings(max_examples=25)
@given(known_families())
def test_steps_of_a_family_are_all_by_which_its_total_gains(family: Family) -> None:
    """Nothing else, whatever a parent whose points do not count would have by it.

    Where nobody may apply yet, what a step gains is no total of anybody's.
    """
    standard, track, on, parents = family
    before = outcome(family)
    assume(before.counts != "none")
    expected = []
    for fact in to_improve(standard, track, *parents):
        for parent in (None,) if fact.household else (0, 1):
            gains = {
                answer: growth(
                    before.total, outcome(with_answer(family, parent, fact.id, answer)).total
                )
                for answer in changes(fact, parents[parent or 0].get(fact.id))
            }
            expected += [
                (parent, fact.id, answer, gain) for answer, gain in paying(fact, gains).items()
            ]
    found = family_steps(standard, parents, track, on)
    told = [(parent, step.fact, step.answer, step.gain) for step, parent in found]
    assert sorted(told, key=str) == sorted(expected, key=str)


@settings(max_examples=40)
@given(families(), st.data())
def test_what_a_family_gains_lies_within_what_is_told(family: Family, data: st.DataObject) -> None:
    """However what is open turns out to be."""
    standard, track, on, parents = family
    found = family_steps(standard, parents, track, on)
    assume(found and outcome(family).counts != "none")
    step, parent = data.draw(st.sampled_from(found))
    asked = candidates(standard, track, on)
    shared = {fact: asked[fact] for fact in asked if standard.facts_by_id[fact].household}
    both = data.draw(st.sampled_from(list(completions(parents[0], shared))))
    household = {fact: both[fact] for fact in shared}
    full: list[dict[str, Answer]] = []
    for place, facts in enumerate(parents):
        drawn = data.draw(st.sampled_from(list(completions({**facts, **household}, asked))))
        for item in standard.items:
            for fact_id in item.monotonicity:
                fact = standard.facts_by_id[fact_id]
                if fact_id not in drawn and fact.household and place:
                    drawn[fact_id] = full[0][fact_id]
                elif fact_id not in drawn:
                    drawn[fact_id] = data.draw(admissible(fact, on))
        if standard.facts_by_id[step.fact].kind == "flag" and parent in (None, place):
            drawn[step.fact] = facts.get(step.fact, False)
        elif step.fact in facts:
            drawn[step.fact] = facts[step.fact]
        full.append(drawn)
    now = family._replace(parents=(full[0], full[1]))
    then = with_answer(now, parent, step.fact, step.answer)
    before, after = outcome(now), outcome(then)
    if "none" not in (before.counts, after.counts):
        gained = growth(before.total, after.total)
        assert step.gain.low <= gained.low
        assert gained.high <= step.gain.high
