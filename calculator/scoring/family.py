"""Two parents, one child's benefit: each is scored, and by the edition's rule one total counts.

办法 第七条 (2016): the better total of those who may apply, never the sum. Facts about the
household (homes, the child) are given once and hold for both. Where it is open whether a parent may
apply, everything is worked out for both cases.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator.answers.facts import Answer, Answers
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.competition import Competition, applicants, compete
from calculator.scoring.eligibility import may_apply
from calculator.scoring.estimate import Estimate, estimate
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, interval_to_json
from calculator.values.logic import Truth


@dataclass(frozen=True, slots=True)
class FamilyEstimate:
    """Both parents' estimates, and the competition for the total that counts.

    ``eligible``: whether each parent may apply; by the rule ``applicant`` only the first is in it.
    """

    parents: tuple[Estimate, Estimate]
    eligible: tuple[Truth, ...]
    competition: Competition

    @property
    def total(self) -> Interval:
        """Where the total that counts lies, over all cases of what is open."""
        return self.competition.total

    @property
    def deductions_are_endless(self) -> bool:
        """Whether of a total that may count open answers may take away any number of points."""
        return self.competition.deductions_are_endless

    @property
    def against_cutoffs(self) -> Interval:
        """What to hold against a cutoff, as for one person."""
        return self.competition.against_cutoffs

    @property
    def counts(self) -> str:
        """Whose total counts: ``first``, ``second``, ``equal``, ``none`` (neither may apply).

        ``unknown`` while it is open: who may apply, or whose total is higher.
        """
        if not any(may is not False for may in self.eligible):
            return "none"
        return self.competition.counts

    @property
    def may_count(self) -> tuple[int, ...]:
        """The parents, 0 and 1, whose total may turn out to be the one that counts."""
        return self.competition.may_count

    @property
    def competes(self) -> list[bool]:
        """Of each parent whether their total may be looked at: not where they may not apply."""
        return [may is not False for may in (*self.eligible, False)[:2]]

    def as_json(self) -> dict[str, Any]:
        """The family's estimate as the command line prints it."""
        first = self.parents[0]
        return {
            "standard": first.standard.id,
            "on": first.on.isoformat(),
            "track": first.track,
            "total": interval_to_json(self.total),
            "counts": self.counts,
            "competes": self.competes,
            "parents": [parent.as_json() for parent in self.parents],
        }


def estimate_family(
    standard: Standard, first: Answers, second: Answers, track: str | None, on: date
) -> FamilyEstimate:
    """Both parents' estimates under a track for a child's benefit.

    Without a track that of the standard, where it has one only. Raises ``InputError`` where the
    track is not for a child, or where the parents' answers about the household differ.
    """
    if track is None and len(standard.tracks) == 1:
        track = next(iter(standard.tracks))
    if track is None or track not in standard.tracks or not standard.tracks[track].child:
        children = "、".join(benefit.id for benefit in standard.tracks.values() if benefit.child)
        expected = f"为子女申请的待遇：{children}" if children else ""
        found = f"读到 {quote_value(track)}，只看申请人本人的积分" if track else "没有写"
        raise InputError([Problem("track", found, expected)])
    answers = with_household(standard, first, second)
    return FamilyEstimate(
        parents=(
            estimate(standard, answers[0], track, on),
            estimate(standard, answers[1], track, on),
        ),
        eligible=tuple(
            may_apply(standard.conditions, own, track, on) for own in applicants(standard, answers)
        ),
        competition=compete(standard, answers, track, on),
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
