"""The next steps worth taking: what a person can do, and the points that it gives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.rules.shape import Shape
from calculator.scoring.totals import totals
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.chinese import format_amount
from calculator.values.interval import INFINITY, Interval, interval_to_json, total
from calculator.values.number import Bound

FARTHEST_STEP: Final = 60
"""A step takes no more than so many units, five years of months: further off is no next step."""


@dataclass(frozen=True, slots=True)
class NextStep:
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
            "gain": interval_to_json(self.gain),
        }


def next_steps(standard: Standard, facts: Answers, track: str | None, on: date) -> list[NextStep]:
    """Steps that give points, each by itself, the largest certain gain first.

    Only what a person can do (facts with ``step``), and only the nearest: the next full unit, the
    next tier that the standard pays for, a flag that is not true yet.
    """
    rows = standard.rows(track, on)
    found: list[NextStep] = []
    for question in standard.questions.values():
        if question.fact.step:
            step = _nearest_step(standard, rows, facts, question.fact, on)
            found += [step] if step else []
    return sorted(found, key=lambda step: (-step.gain.low, -step.gain.high))


def _nearest_step(
    standard: Standard, rows: Sequence[Item], facts: Answers, fact: Fact, on: date
) -> NextStep | None:
    """The nearest step of one fact that gives points, if there is any."""
    touched = [row for row in rows if fact.id in row.monotonicity]
    # What a person has not said they have is compared with not having it.
    before = Situation({fact.id: False, **facts} if fact.kind == "flag" else facts, on)
    rows_before = _points_of(touched, before)
    for answer, change in _changes(fact, facts.get(fact.id), touched):
        after = Situation({**facts, fact.id: answer}, on)
        rows_after = _points_of(touched, after)
        if rows_after == rows_before:
            continue
        was, now = (totals(standard, rows, situation).total for situation in (before, after))
        low = _growth(was.low, now.low, rows_before.low, rows_after.low)
        high = _growth(was.high, now.high, rows_before.high, rows_after.high)
        gain = Interval(*sorted((low, high)))
        if gain.high > 0:
            return NextStep(fact.id, fact.label, answer, change, gain)
    return None


def _changes(
    fact: Fact, answer: Answer | None, touched: Iterable[Item]
) -> Iterator[tuple[Answer, str]]:
    """What the answer could become, the nearest first, and what there is to do for it."""
    if fact.kind == "flag" and answer is not True:
        yield True, fact.step if answer is False else f"如果已{fact.step}（还没有回答）"
    elif isinstance(answer, str):
        choice = _next_choice(fact, answer, touched)
        if choice:
            yield choice, f"{fact.step}{(fact.choices or {})[choice]}"
    elif isinstance(answer, int) and fact.kind == "count":
        for more in range(1, min(FARTHEST_STEP, fact.max - answer) + 1):
            yield answer + more, f"{fact.step} {format_amount(more, fact.unit)}"


def _next_choice(fact: Fact, answer: str, rows: Iterable[Item]) -> str | None:
    """The nearest choice after the answer for which some shape gives more points."""
    found = {shape.next_choice(fact, answer) for shape in _shapes(rows)}
    return next((choice for choice in fact.choices or () if choice in found), None)


def _shapes(rows: Iterable[Item]) -> Iterator[Shape]:
    """The shapes of the rows and of the members of groups, in every version of their figures."""
    for row in rows:
        yield from (version.shape for version in row.versions)
        yield from _shapes(row.members)


def _points_of(rows: Iterable[Item], situation: Situation) -> Interval:
    return total(row.points(situation) for row in rows)


def _growth(was: Bound, now: Bound, rows_were: Bound, rows_are: Bound) -> Bound:
    """How far one end of the total moves; where it has none, that of the rows the step moves."""
    if was == now and was in (INFINITY, -INFINITY):
        was, now = rows_were, rows_are
    return 0 if was == now else now - was
