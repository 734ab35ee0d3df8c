"""Two parents, one child's benefit: each is scored, the better total counts, never the sum.

办法 第七条 (2016). Facts about the household (homes, the child) are given once and hold for both. A
parent who may not apply does not compete.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import compress
from typing import Any

from calculator.answers.facts import Answer, Answers
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.eligibility import judge, verdict
from calculator.scoring.estimate import Estimate, estimate
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, highest, interval_to_json


@dataclass(frozen=True, slots=True)
class FamilyEstimate:
    """Both parents' estimates; ``competes``: False for a parent who certainly may not apply."""

    parents: tuple[Estimate, Estimate]
    competes: tuple[bool, bool]

    @property
    def total(self) -> Interval:
        """Where the better total of the competing parents lies.

        Of both parents where neither competes: what they would have, once a condition is met.
        """
        competing = tuple(compress(self.parents, self.competes)) or self.parents
        return highest(parent.total for parent in competing)

    @property
    def counts(self) -> str:
        """Whose total counts: ``first``, ``second``, ``equal``, ``none`` (neither may apply).

        ``unknown`` while it is open whose total is higher, because their intervals overlap.
        """
        first, second = (parent.total for parent in self.parents)
        match self.competes:
            case (False, False):
                return "none"
            case (True, False):
                return "first"
            case (False, True):
                return "second"
        if first.is_exact and first == second:
            return "equal"
        if first.low >= second.high:
            return "first"
        return "second" if second.low >= first.high else "unknown"

    def as_json(self) -> dict[str, Any]:
        """The family's estimate as the command line prints it."""
        first = self.parents[0]
        return {
            "standard": first.standard.id,
            "on": first.on.isoformat(),
            "track": first.track,
            "total": interval_to_json(self.total),
            "counts": self.counts,
            "competes": list(self.competes),
            "parents": [parent.as_json() for parent in self.parents],
        }


def estimate_family(
    standard: Standard, first: Answers, second: Answers, track: str | None, on: date
) -> FamilyEstimate:
    """Both parents' estimates under a track for a child's benefit.

    Raises ``InputError`` where the track is not for a child, or where the parents' answers about
    the household differ.
    """
    if track is None or track not in standard.tracks or not standard.tracks[track].child:
        children = "、".join(benefit.id for benefit in standard.tracks.values() if benefit.child)
        expected = f"为子女申请的待遇：{children}" if children else ""
        found = f"读到 {quote_value(track)}，只看申请人本人的积分"
        raise InputError([Problem("track", found, expected)])
    answers = with_household(standard, first, second)
    return FamilyEstimate(
        parents=(
            estimate(standard, answers[0], track, on),
            estimate(standard, answers[1], track, on),
        ),
        competes=(
            _may_apply(standard, answers[0], track, on),
            _may_apply(standard, answers[1], track, on),
        ),
    )


def with_household(standard: Standard, first: Answers, second: Answers) -> tuple[Answers, Answers]:
    """Each parent's answers, completed with those that either gave about the household.

    Raises ``InputError`` where the two differ about the household.
    """
    household = _household(standard, first, second)
    return {**first, **household}, {**second, **household}


def differing_household_facts(standard: Standard, first: Answers, second: Answers) -> list[str]:
    """The facts about the household that both parents answer, but differently."""
    return [
        fact
        for fact in standard.questions
        if standard.facts_by_id[fact].household and fact in first and fact in second
        if _comparable(first[fact]) != _comparable(second[fact])
    ]


def _may_apply(standard: Standard, facts: Answers, track: str, on: date) -> bool:
    """Whether the parent may apply, or may still turn out to: nothing is known to be unmet."""
    return verdict(judge(standard.conditions, facts, track, on)) != "unmet"


def _household(standard: Standard, first: Answers, second: Answers) -> Mapping[str, Answer]:
    """The answers about the household, from either parent; they must not differ."""
    apart = differing_household_facts(standard, first, second)
    if apart:
        expected = "相同的回答，或只在一处填写"
        raise InputError(Problem(fact, "两位家长的回答不同", expected) for fact in apart)
    given = {**second, **first}
    return {
        fact: given[fact]
        for fact in standard.questions
        if standard.facts_by_id[fact].household and fact in given
    }


def _comparable(answer: Answer) -> object:
    """The answer in a form to compare: several homes are the same in any order."""
    return sorted(answer) if isinstance(answer, tuple) else answer
