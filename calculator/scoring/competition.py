"""Which of two parents compete, and for what total: in each case of what is still open.

Where that is open for a parent, everything is worked out for both cases; what is asked once of the
household decides for both parents at a time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final

from calculator.answers.facts import Answer, Answers, Fact, extreme_answers
from calculator.answers.situation import Situation
from calculator.scoring.eligibility import judge_by_points, may_apply
from calculator.scoring.totals import Totals, hull_of_totals, totals
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, highest, hull
from calculator.values.logic import Truth

BOTH_CASES: Final[Mapping[Truth, tuple[bool, ...]]] = {
    False: (False,),
    True: (True,),
    None: (False, True),
}


@dataclass(frozen=True, slots=True)
class Competition:
    """Which of the applicants, by their places 0 and 1, compete in each case of what is open.

    ``totals``: theirs, if they may apply. The case that nobody may apply is no competition. Where
    it is certain, all compete: their totals are what they would have once a condition is met.
    """

    totals: tuple[Totals, ...]
    cases: tuple[tuple[int, ...], ...]

    @property
    def total(self) -> Interval:
        """Where the total that counts lies: the better one in each case."""
        return hull(
            highest(self.totals[parent].total for parent in competing) for competing in self.cases
        )

    @property
    def deductions_are_endless(self) -> bool:
        """Whether of a total that may count open answers may take away any number of points."""
        return any(self.totals[parent].deductions_are_endless for parent in self.may_count)

    @property
    def against_cutoffs(self) -> Interval:
        """What to hold against a cutoff: of those who may count, what each would be held by."""
        return hull(
            highest(self.totals[parent].against_cutoffs for parent in self._may_win(competing))
            for competing in self.cases
        )

    @property
    def counts(self) -> str:
        """Whose total counts: ``first``, ``second``, ``equal``, or ``unknown`` while it is open."""
        found = {self._winner(competing) for competing in self.cases}
        return found.pop() if len(found) == 1 else "unknown"

    @property
    def may_count(self) -> tuple[int, ...]:
        """The parents whose total may turn out to be the one that counts."""
        found = {parent for competing in self.cases for parent in self._may_win(competing)}
        return tuple(sorted(found))

    def _may_win(self, competing: Sequence[int]) -> Sequence[int]:
        """Of those who compete the ones whose total may be the better."""
        return {"first": (0,), "second": (1,)}.get(self._winner(competing), competing)

    def _winner(self, competing: Sequence[int]) -> str:
        """Whose total counts where exactly these parents compete."""
        if len(competing) == 1:
            return ("first", "second")[competing[0]]
        first, second = (own.total for own in self.totals)
        if first.is_exact and first == second:
            return "equal"
        if first.low >= second.high:
            return "first"
        return "second" if second.low >= first.high else "unknown"


def applicants(standard: Standard, parents: Sequence[Answers]) -> Sequence[Answers]:
    """The parents whose total may count by the edition's rule."""
    return parents if standard.family_rule == "better" else parents[:1]


def compete(standard: Standard, parents: Sequence[Answers], track: str, on: date) -> Competition:
    """The competition of the applicants among two parents on a day."""
    competing = applicants(standard, parents)
    cases = {
        tuple(parent for parent, may in enumerate(case) if may): None
        for household in household_cases(standard, competing, track, on)
        for case in product(
            *(
                BOTH_CASES[may_apply(standard.conditions, {**facts, **household}, track, on)]
                for facts in competing
            )
        )
    }
    return Competition(
        totals=tuple(_totals_if_eligible(standard, facts, track, on) for facts in competing),
        cases=tuple(case for case in cases if case) or (tuple(range(len(competing))),),
    )


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


def _totals_if_eligible(standard: Standard, facts: Answers, track: str, on: date) -> Totals:
    """A parent's totals in those cases of what is open in which they may apply.

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
    situations = (Situation({**facts, **case}, on) for case in possible)
    return hull_of_totals([totals(standard, rows, situation) for situation in situations])


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
