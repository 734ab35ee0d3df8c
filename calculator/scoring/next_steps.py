"""The next steps worth taking: what a person can do, and the points that it gives."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.rules.tiers import Tiers
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
            found += _steps(standard, rows, facts, question.fact, on)
    return sorted(found, key=lambda step: (-step.gain.low, -step.gain.high))


def _steps(
    standard: Standard, rows: Sequence[Item], facts: Answers, fact: Fact, on: date
) -> Iterator[NextStep]:
    """The nearest step of one fact that gives points, if there is any."""
    touched = [row for row in rows if fact.id in row.monotonicity]
    # What a person has not said they have is compared with not having it.
    before = Situation({fact.id: False, **facts} if fact.kind == "flag" else facts, on)
    own = _sum(touched, before)
    for answer, change in _changes(fact, facts.get(fact.id), touched):
        after = Situation({**facts, fact.id: answer}, on)
        own_after = _sum(touched, after)
        if own_after == own:
            continue
        was, now = (totals(standard, rows, situation).total for situation in (before, after))
        gain = Interval(
            *sorted(
                (
                    _more(was.low, now.low, own.low, own_after.low),
                    _more(was.high, now.high, own.high, own_after.high),
                )
            )
        )
        if gain.high > 0:
            yield NextStep(fact.id, fact.label, answer, change, gain)
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
            yield answer + more, f"{fact.step} {format_amount(more, fact.unit)}"


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


def _sum(rows: Iterable[Item], situation: Situation) -> Interval:
    return total(row.points(situation) for row in rows)


def _more(was: Bound, now: Bound, own_was: Bound, own_now: Bound) -> Bound:
    """The growth of one end; where the total has no end there, of the rows that the step moves."""
    if was == now and was in (INFINITY, -INFINITY):
        was, now = own_was, own_now
    return 0 if was == now else now - was
