"""The next steps worth taking: what a person can do, and the points that it gives."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeAlias

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.eligibility import judge_condition
from calculator.scoring.totals import totals
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.chinese import format_amount
from calculator.values.interval import INFINITY, Interval, interval_to_json, total
from calculator.values.number import Bound

FARTHEST_STEP: Final = 60
"""A step takes no more than so many units, five years of months: further off is no next step."""

Weighed: TypeAlias = tuple[Interval, tuple[str, ...]]
"""What a step gains, and the labels of the conditions that it makes unmet."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do, the answer it leads to, and the points that the total gains.

    A gain that other open answers decide is an interval. ``costs``: the labels of the conditions
    that the step makes unmet. ``farther``: a nearer answer to the same question gives points too.
    """

    fact: str
    label: str
    answer: Answer
    change: str
    gain: Interval
    costs: tuple[str, ...]
    farther: bool

    def as_json(self) -> dict[str, Any]:
        """The step as the command line prints it."""
        return {
            "fact": self.fact,
            "label": self.label,
            "change": self.change,
            "gain": interval_to_json(self.gain),
            "costs": list(self.costs),
            "farther": self.farther,
        }


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that becomes another, and the total before and after.

    ``growth``: by how much the total grows; where it has no end, the rows that are moved.
    """

    before: Situation
    after: Situation
    was: Interval
    now: Interval
    growth: Interval


def next_steps(standard: Standard, facts: Answers, track: str | None, on: date) -> list[NextStep]:
    """Steps that give points, each by itself: the nearest of each fact, then the farther ones.

    Only what a person can do (facts with ``step``): the next full unit, a flag that is not true
    yet, each higher choice. The largest certain gain comes first; farther ones keep the order of
    their facts and choices.
    """
    rows = standard.rows(track, on)

    def weigh(fact: Fact, answer: Answer) -> Weighed | None:
        change = change_of(standard, rows, Situation(facts, on), fact, answer)
        if change is None or change.growth.high <= 0:
            return None
        return change.growth, lost_conditions(standard, change, fact, track)

    improvable = facts_to_improve(standard, rows, [facts], track)
    found = (step for fact in improvable for step in steps_of(fact, facts.get(fact.id), weigh))
    return sorted(found, key=order_of)


def steps_of(
    fact: Fact, given: Answer | None, weigh: Callable[[Fact, Answer], Weighed | None]
) -> Iterator[NextStep]:
    """The steps from the given answer to a fact: the nearest that pays, of choices each that does.

    ``weigh`` gives what another answer gains and costs; None where it gains nothing.
    """
    farther = False
    for answer, change in _possible_answers(fact, given):
        weighed = weigh(fact, answer)
        if weighed:
            yield NextStep(fact.id, fact.label, answer, change, *weighed, farther)
            farther = True
            if fact.kind != "choice":
                return


def order_of(step: NextStep) -> tuple[Bound, ...]:
    """The key by which steps are sorted: what gains most for certain first, farther ones last."""
    return (1,) if step.farther else (0, -step.gain.low, -step.gain.high)


def facts_to_improve(
    standard: Standard, rows: Sequence[Item], parents: Sequence[Answers], track: str | None
) -> Iterator[Fact]:
    """The facts that a person can do something about, in the order of asking.

    Those of a child only where there is one: the track is for a child, or an answer about one says
    that there is something.
    """
    childs = _childs_facts(rows)
    has_child = (track is not None and standard.tracks[track].child) or any(
        facts.get(fact_id) for facts in parents for fact_id in childs
    )
    for question in standard.questions.values():
        fact = question.fact
        if fact.step and (has_child or fact.id not in childs):
            yield fact


def _possible_answers(fact: Fact, answer: Answer | None) -> Iterator[tuple[Answer, str]]:
    """What the answer could become, the nearest first, and what there is to do for it."""
    if fact.kind == "flag" and answer is not True:
        yield True, fact.step if answer is False else f"如果已{fact.step}（还没有回答）"
    elif isinstance(answer, str):
        choices = list(fact.choices or ())
        for choice in choices[choices.index(answer) + 1 :]:
            yield choice, f"{fact.step}{(fact.choices or {})[choice]}"
    elif isinstance(answer, int) and fact.kind == "count":
        for more in range(1, min(FARTHEST_STEP, fact.max - answer) + 1):
            yield answer + more, f"{fact.step} {format_amount(more, fact.unit)}"


def change_of(
    standard: Standard, rows: Sequence[Item], today: Situation, fact: Fact, answer: Answer
) -> Change | None:
    """What another answer to the fact changes; None where it moves no row and no condition."""
    touched = [row for row in rows if fact.id in row.monotonicity]
    # What a person has not said they have is compared with not having it.
    before = today
    if fact.kind == "flag":
        before = replace(today, answers={fact.id: False, **today.answers})
    after = replace(today, answers={**today.answers, fact.id: answer})
    rows_before, rows_after = _points_of(touched, before), _points_of(touched, after)
    decides = any(fact.id in condition.facts for condition in standard.conditions)
    if rows_after == rows_before and not decides:
        return None
    was, now = (totals(standard, rows, situation).total for situation in (before, after))
    low = _growth(was.low, now.low, rows_before.low, rows_after.low)
    high = _growth(was.high, now.high, rows_before.high, rows_after.high)
    return Change(before, after, was, now, Interval(*sorted((low, high))))


def lost_conditions(
    standard: Standard, change: Change, fact: Fact, track: str | None
) -> tuple[str, ...]:
    """The labels of the conditions that are not unmet before the change, but are after it."""
    return tuple(
        condition.label
        for condition in standard.conditions
        if track is not None and condition.applies(track, change.after.on)
        if fact.id in condition.facts
        if judge_condition(condition, change.after).state == "unmet"
        if judge_condition(condition, change.before).state != "unmet"
    )


def _childs_facts(rows: Iterable[Item]) -> set[str]:
    """The facts that only rows about the child read, members of groups being rows too."""
    childs: set[str] = set()
    others: set[str] = set()
    for row in rows:
        for item in row.members or (row,):
            (childs if item.whose == "child" else others).update(item.monotonicity)
    return childs - others


def _points_of(rows: Iterable[Item], situation: Situation) -> Interval:
    return total(row.points(situation) for row in rows)


def _growth(was: Bound, now: Bound, rows_were: Bound, rows_are: Bound) -> Bound:
    """How far one end of the total moves; where it has none, that of the rows the step moves."""
    if was == now and was in (INFINITY, -INFINITY):
        was, now = rows_were, rows_are
    return 0 if was == now else now - was
