"""The next steps of two parents: what either can do, and what the total that counts gains by it.

A step of a parent whose total does not count gives the family nothing, however many points it
gives that parent.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from itertools import product
from typing import NamedTuple

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.competition import BOTH_CASES, applicants, household_cases
from calculator.scoring.eligibility import may_apply
from calculator.scoring.next_steps import (
    Change,
    NextStep,
    Weighed,
    change_of,
    facts_to_improve,
    lost_conditions,
    order_of,
    steps_of,
)
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, hull
from calculator.values.logic import Truth


class FamilyStep(NamedTuple):
    """A step, its gain being the family's; ``parent``: 0 or 1 takes it, None: the household."""

    step: NextStep
    parent: int | None


def family_steps(
    standard: Standard, parents: Sequence[Answers], track: str, on: date
) -> list[FamilyStep]:
    """Steps by which the total that counts gains points, ordered as those of one person.

    ``parents``: each parent's answers, completed with those about the household.
    """
    rows = standard.rows(track, on)
    parents = applicants(standard, parents)
    households = household_cases(standard, parents, track, on)
    unchanged = []
    for facts in parents:
        now = Situation(facts, on)
        own = totals(standard, rows, now).total
        unchanged.append(Change(now, now, own, own, ZERO))

    everybody = range(len(parents))

    def may(side: Iterable[Situation], household: Answers) -> list[Truth]:
        answered = ({**household, **situation.answers} for situation in side)
        return [may_apply(standard.conditions, facts, track, on) for facts in answered]

    def weigh(takers: Sequence[int], fact: Fact, answer: Answer) -> Weighed | None:
        changes = list(unchanged)
        for taker in takers:
            change = change_of(standard, rows, unchanged[taker].before, fact, answer)
            if change is None:
                return None
            changes[taker] = change
        before, after = ([side.before for side in changes], [side.after for side in changes])
        cases = {
            case: None
            for household in households
            for case in _competitions(may(before, household), may(after, household))
        }
        nobody = (tuple(everybody), tuple(everybody))
        gain = hull(_gain(changes, old, new) for old, new in cases or [nobody])
        if gain.high <= 0:
            return None
        lost = [lost_conditions(standard, changes[taker], fact, track) for taker in takers]
        return gain, tuple(dict.fromkeys(label for labels in lost for label in labels))

    found: list[FamilyStep] = []
    for fact in facts_to_improve(standard, rows, parents, track):
        for taker in (None,) if fact.household else everybody:
            takers = everybody if taker is None else (taker,)
            given = parents[takers[0]].get(fact.id)
            found += [
                FamilyStep(step, taker) for step in steps_of(fact, given, partial(weigh, takers))
            ]
    return sorted(found, key=lambda entry: order_of(entry.step))


def _competitions(
    before: Sequence[Truth], after: Sequence[Truth]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Which parents compete before a step and after it, in each case of what is open.

    Where nobody does on one side, the points of those who do on the other are compared; that
    nobody may apply either way is no case.
    """
    cases = [
        # What stays open is decided by answers that the step does not touch: once for both sides.
        [(False, False), (True, True)]
        if was is now is None
        else list(product(BOTH_CASES[was], BOTH_CASES[now]))
        for was, now in zip(before, after, strict=True)
    ]
    found = []
    for case in product(*cases):
        old = tuple(parent for parent, (competes, _) in enumerate(case) if competes)
        new = tuple(parent for parent, (_, competes) in enumerate(case) if competes)
        if old or new:
            found.append((old or new, new or old))
    return found


def _gain(changes: Sequence[Change], old: tuple[int, ...], new: tuple[int, ...]) -> Interval:
    """What the greatest total of those who compete gains, ``old`` before and ``new`` after."""
    if len(old) == len(new) == 1:
        was, now = changes[old[0]].was, changes[new[0]].now
        return changes[old[0]].growth if old == new else _difference(was, now)
    if old != new:
        # One parent competes on both sides, the other comes or goes.
        (stays,) = {*old} & {*new}
        other, stays_change = changes[1 - stays], changes[stays]
        if len(new) > 1:
            return stays_change.growth + _beside(exactly(INFINITY), other.now, stays_change.now)
        lost = _difference(other.was, stays_change.was)
        return stays_change.growth + Interval(min(0, lost.low), min(0, lost.high))
    moved = [parent for parent in new if changes[parent].before is not changes[parent].after]
    if len(moved) > 1:
        return hull(change.growth for change in changes)
    change, rival = changes[moved[0]], changes[1 - moved[0]]
    return _beside(change.growth, change.now, rival.now)


def _beside(growth: Interval, now: Interval, rival: Interval) -> Interval:
    """What the greater of two totals gains as one of them grows to ``now``."""
    low = growth.low if growth.low < 0 else max(0, min(growth.low, now.low - rival.high))
    return Interval(low, max(0, min(growth.high, now.high - rival.low)))


def _difference(was: Interval, now: Interval) -> Interval:
    return Interval(now.low - was.high, now.high - was.low)
