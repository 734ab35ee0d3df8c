"""What holds of every edition and benefit, whoever the person is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers, Fact, extreme_answers
from calculator.answers.situation import Situation
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.family import estimate_family
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, Interval, exactly, total
from tests.support import admissible, editions

DAYS = {
    "suzhou-2016": date(2016, 5, 15),
    "suzhou-2021": date(2021, 5, 15),
    "suzhou-2023-settlement": date(2023, 6, 1),
    "suzhou-2024-schooling": date(2024, 4, 15),
}


class Person(NamedTuple):
    """Some answers, the rest unknown, under an edition on one of its days."""

    standard: Standard
    track: str
    answers: Answers

    @property
    def on(self) -> date:
        """A day on which the edition rules."""
        return DAYS[self.standard.id]

    def estimated(self, **changes: Answer) -> Estimate:
        """The estimate, some answers being others."""
        return estimate(self.standard, {**self.answers, **changes}, self.track, self.on)

    @property
    def rows(self) -> tuple[Item, ...]:
        """The rows that count."""
        return self.standard.rows(self.track, self.on)

    @property
    def open(self) -> list[Fact]:
        """What was not answered, nor answered by a no to the group to which a row belongs."""
        answered = set(self.answers)
        for item in self.standard.items:
            if item.within and self.answers.get(item.within.claimed.id) is False:
                answered.update(item.scoring.monotonicity)
        asked = [question.fact for question in self.standard.questions.values()]
        return [fact for fact in asked if fact.id not in answered]


@st.composite
def people(draw: st.DrawFn, *, child: bool = False) -> Person:
    """Anybody. What no source puts a figure to is not counted, or answered with no.

    Only a no to a group with rows of its own may be left out: it narrows them.
    """
    places = [
        (standard, track.id)
        for standard in editions().standards.values()
        for track in standard.tracks.values()
        if track.child or not child
    ]
    standard, track = draw(st.sampled_from(places))
    answers: dict[str, Answer] = {}
    narrowing = {fact for item in standard.items for fact in item.monotonicity}
    for question in standard.questions.values():
        fact = question.fact
        if fact.id.endswith("_claimed"):
            if fact.id not in narrowing or draw(st.booleans()):
                answers[fact.id] = False
        elif not fact.id.endswith("_points_declared") and draw(st.booleans()):
            answers[fact.id] = draw(admissible(fact, DAYS[standard.id]))
    return Person(standard, track, answers)


def candidates(fact: Fact, on: date) -> Iterator[Answer]:
    """Answers among which are those that give least and most; of births one for every age."""
    if fact.kind == "date":
        yield from (on.replace(year=on.year - age) for age in range(on.year - fact.earliest.year))
    elif fact.kind == "measures":
        yield from ((), (fact.max,))
    elif not fact.id.endswith("_points_declared"):
        yield from extreme_answers(fact, on)


@given(people())
def test_total_is_the_sum_of_its_lines_and_of_its_parts(person: Person) -> None:
    """No edition has a floor or a veto: nothing stands between the lines and the total."""
    found = person.estimated()
    assert total(line.points for line in found.lines) == found.total
    assert total(found.parts.values()) == found.total


@given(people())
def test_caps_hold(person: Person) -> None:
    """No row gives more than its cap, or takes more; the greatest where sources differ."""
    for item in person.rows:
        caps = [alternative.cap for alternative in item.alternatives or (item,)]
        points = item.points(Situation(person.answers, person.on))
        for cap in caps[-1:]:
            if cap is not None:
                assert points.capped(cap) == points, item.id


@given(people(), st.data())
def test_more_never_costs_points_where_the_rule_says_so(
    person: Person, data: st.DataObject
) -> None:
    """And where a rule says that more takes away, more never gives."""
    for item in person.rows:
        for fact_id, way in item.monotonicity.items():
            fact = person.standard.facts_by_id[fact_id]
            if way == "any" or fact.kind not in ("count", "measure", "measures", "flag"):
                continue
            drawn: list[Any] = [data.draw(admissible(fact, person.on)) for _ in range(2)]
            if fact.kind == "measures":
                drawn[1] = (*drawn[0], data.draw(st.integers(0, 300)))
            less, more = sorted(drawn)
            few, many = (
                item.points(Situation({**person.answers, fact_id: entry}, person.on))
                for entry in (less, more)
            )
            if way == "down":
                few, many = many, few
            assert few.low <= many.low, (item.id, fact_id)
            assert few.high <= many.high, (item.id, fact_id)


@given(people(), st.randoms(use_true_random=False))
def test_order_of_answers_and_rows_is_irrelevant(person: Person, random: Random) -> None:
    """A person is who they are however the form was filled in, and the table printed."""
    names, rows = list(person.answers), list(person.standard.items)
    random.shuffle(names)
    random.shuffle(rows)
    answers = {name: person.answers[name] for name in names}
    homes = answers.get("home_areas")
    if isinstance(homes, tuple):
        answers["home_areas"] = tuple(reversed(homes))
    turned = Person(replace(person.standard, items=tuple(rows)), person.track, answers)
    was, now = person.estimated(), turned.estimated()
    assert (now.total, now.parts, set(now.unknown)) == (was.total, was.parts, set(was.unknown))


@given(people(), st.data())
def test_answering_never_leaves_the_earlier_interval(person: Person, data: st.DataObject) -> None:
    """Whatever the answer is, the new interval lies in the old one."""
    asked = [fact for fact in person.open if not fact.id.endswith("_points_declared")]
    if not asked:
        return
    fact = data.draw(st.sampled_from(asked))
    was = person.estimated().total
    now = person.estimated(**{fact.id: data.draw(admissible(fact, person.on))}).total
    assert was.low <= now.low
    assert now.high <= was.high


@given(people(), st.data())
def test_what_is_not_unknown_moves_neither_end(person: Person, data: st.DataObject) -> None:
    """Whatever is answered to a question that is not asked."""
    was = person.estimated()
    asked = [
        fact
        for fact in person.open
        if fact.id not in was.unknown and not fact.id.endswith("_points_declared")
    ]
    if asked:
        fact = data.draw(st.sampled_from(asked))
        answer = data.draw(admissible(fact, person.on))
        assert person.estimated(**{fact.id: answer}).total == was.total


@settings(max_examples=25)
@given(people(), st.sampled_from(["low", "high"]))
def test_both_ends_are_attained_by_some_completion(person: Person, end: str) -> None:
    """Answering question by question, the end can always be kept; then it is the total.

    An end without a bound is none that anybody has: there the total only grows without a limit.
    """
    sought = getattr(person.estimated().total, end)
    for fact in person.open:
        best = min if end == "low" else max
        tried = [
            ({**person.answers, fact.id: candidate}, getattr(points, end))
            for candidate in candidates(fact, person.on)
            for points in [person.estimated(**{fact.id: candidate}).total]
        ]
        if tried:
            person = person._replace(answers=best(tried, key=lambda pair: pair[1])[0])
    reached = person.estimated().total
    if abs(sought) == INFINITY:
        return
    # Where sources differ, the total stays an interval whatever is answered.
    assert getattr(reached, end) == sought
    assert reached.is_exact or any(row.alternatives for row in person.rows)


@given(people(child=True), people(child=True))
def test_of_two_parents_the_better_total_counts(one: Person, other: Person) -> None:
    """Never the sum, and in either order."""
    standard = one.standard
    asked = {fact for fact in standard.questions if not standard.facts_by_id[fact].household}
    first = {fact: answer for fact, answer in one.answers.items() if fact in asked}
    second = {fact: answer for fact, answer in other.answers.items() if fact in asked}
    here = estimate_family(standard, first, second, one.track, one.on)
    there = estimate_family(standard, second, first, one.track, one.on)
    assert here.total == there.total
    ends = [parent.total for parent in here.parents]
    assert min(entry.low for entry in ends) <= here.total.low
    assert here.total.high <= max(entry.high for entry in ends)


def test_an_interval_of_one_number_is_that_number() -> None:
    """The least that the properties rest on."""
    assert Interval(5, 5) == exactly(5)
