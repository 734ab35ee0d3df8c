"""Whether a person may apply: each condition of a benefit judged on one day, and the verdict."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculator.answers.facts import Answers
from calculator.answers.situation import Situation
from calculator.standard.conditions import OTHERWISE, STATES, Condition, State, fact_ids_of
from calculator.values.logic import Truth, all_of


@dataclass(frozen=True, slots=True)
class Finding:
    """How one condition stands for one person.

    ``missing``: the unanswered facts that could still decide it; empty unless it is unknown.
    """

    condition: Condition
    state: State
    missing: tuple[str, ...]


def judge(
    conditions: Iterable[Condition], answers: Answers, track: str, on: date
) -> tuple[Finding, ...]:
    """How each condition that the track has on the day stands, in the order of the data."""
    situation = Situation(answers, on)
    return tuple(
        judge_condition(condition, situation)
        for condition in conditions
        if condition.applies(track, on)
    )


def judge_condition(condition: Condition, situation: Situation) -> Finding:
    """How one condition stands.

    One alternative of which everything is so is enough for ``outcome``; where none can be so any
    more, the opposite holds; until then it is unknown.
    """
    # Not any_of(all_of(…)): the alternatives that are still open are needed for ``missing``.
    open_alternatives = []
    for alternative in condition.alternatives:
        met = all_of(requirement.met(situation) for requirement in alternative)
        if met:
            return Finding(condition, condition.outcome, ())
        if met is None:
            open_alternatives.append(alternative)
    if not open_alternatives:
        return Finding(condition, OTHERWISE[condition.outcome], ())
    missing = [
        requirement
        for alternative in open_alternatives
        for requirement in alternative
        if requirement.met(situation) is None
    ]
    return Finding(condition, "unknown", fact_ids_of(missing))


def verdict(findings: Iterable[Finding]) -> State:
    """Whether the person may apply, as far as public conditions and the answers tell.

    The first state, in the order of ``STATES``, that any condition has. Another route comes first:
    who needs no points for this benefit need not fulfil the conditions of those who do. Then one
    condition that is not met decides, whatever else is open. Without any condition nothing is
    known: that no source shows one does not mean that there is none.
    """
    found = {finding.state for finding in findings}
    return next((state for state in STATES if state in found), "unknown")


def judge_by_points(
    conditions: Iterable[Condition], answers: Answers, track: str, on: date
) -> tuple[Finding, ...]:
    """How the conditions stand of those who apply by points: routes that need none are left out."""
    by_points = [entry for entry in conditions if entry.outcome != "another_route"]
    return judge(by_points, answers, track, on)


def may_apply(conditions: Iterable[Condition], answers: Answers, track: str, on: date) -> Truth:
    """Whether the person may apply by points; None while an answer is open that decides it.

    Where the track has no condition nobody is shut out: no answer could decide anything.
    """
    findings = judge_by_points(conditions, answers, track, on)
    if not findings:
        return True
    return {"met": True, "unmet": False}.get(verdict(findings))
