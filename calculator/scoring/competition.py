"""Which of two parents compete: who may apply, in each case of what is still open.

Where that is open for a parent, everything is worked out for both cases; what is asked once of the
household decides for both parents at a time.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Final

from calculator.answers.facts import Answer, Answers, Fact, extreme_answers
from calculator.answers.situation import Situation
from calculator.scoring.eligibility import judge_by_points, may_apply
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, highest, hull
from calculator.values.logic import Truth

BOTH_CASES: Final[Mapping[Truth, tuple[bool, ...]]] = {
    False: (False,),
    True: (True,),
    None: (False, True),
}


def family_total(totals: Sequence[Interval], cases: Sequence[Sequence[int]]) -> Interval:
    """Where the total that counts lies: the better one in each case, ``cases`` as above."""
    return hull(highest(totals[parent] for parent in competing) for competing in cases)


def applicants(standard: Standard, parents: Sequence[Answers]) -> Sequence[Answers]:
    """The parents whose total may count by the edition's rule."""
    return parents if standard.family_rule == "better" else parents[:1]


def competitions(
    standard: Standard, parents: Sequence[Answers], track: str, on: date
) -> tuple[tuple[int, ...], ...]:
    """Which of the applicants, by their places, compete, in each case of what is open.

    The case that nobody may apply is no competition. Where it is certain, all compete: their
    totals are what they would have once a condition is met.
    """
    cases = {
        tuple(parent for parent, may in enumerate(case) if may): None
        for household in household_cases(standard, parents, track, on)
        for case in product(
            *(
                BOTH_CASES[may_apply(standard.conditions, {**facts, **household}, track, on)]
                for facts in parents
            )
        )
    }
    return tuple(case for case in cases if case) or (tuple(range(len(parents))),)


def household_cases(
    standard: Standard, parents: Sequence[Answers], track: str, on: date
) -> list[Answers]:
    """Every answer to the open questions about the household that decide who may apply.

    They are the same for both parents, who must not be judged by one answer each.
    """
    missing = _missing(standard, parents, track, on)
    asked = [fact for fact in missing if standard.facts_by_id[fact].household]
    answers = (extreme_answers(standard.facts_by_id[fact], on) for fact in asked)
    return [dict(zip(asked, case, strict=True)) for case in product(*answers)]


def total_if_eligible(standard: Standard, facts: Answers, track: str, on: date) -> Interval:
    """A parent's total in those cases of what is open in which they may apply.

    A question that decides whether they may and gives points too, such as months of residence,
    narrows the total by that.
    """
    rows = standard.rows(track, on)
    scored = {fact for row in rows for fact in row.monotonicity}
    asked = [fact for fact in _missing(standard, [facts], track, on) if fact in scored]

    def may(**answers: Answer) -> bool:
        return may_apply(standard.conditions, {**facts, **answers}, track, on) is not False

    def ends(fact: Fact) -> list[Answer]:
        if fact.kind != "count":
            return extreme_answers(fact, on)
        # From the first count that may apply, or up to the last one.
        least = may(**{fact.id: 0})
        edge = _first(fact.max + 1, lambda count: may(**{fact.id: count}) is not least)
        return [0, edge - 1] if least else [edge, fact.max]

    cases = [
        dict(zip(asked, case, strict=True))
        for case in product(*(ends(standard.facts_by_id[fact]) for fact in asked))
    ]
    possible = [case for case in cases if may(**case)] or [{}]
    return hull(totals(standard, rows, Situation({**facts, **case}, on)).total for case in possible)


def _first(end: int, holds: Callable[[int], bool]) -> int:
    """The first number below ``end`` from which on it holds, or ``end``."""
    low = 0
    while low < end:
        middle = (low + end) // 2
        if holds(middle):
            end = middle
        else:
            low = middle + 1
    return low


def _missing(standard: Standard, parents: Sequence[Answers], track: str, on: date) -> list[str]:
    """The unanswered facts that could still decide who may apply."""
    findings = (
        finding
        for facts in parents
        for finding in judge_by_points(standard.conditions, facts, track, on)
    )
    return list(dict.fromkeys(fact for finding in findings for fact in finding.missing))
