"""Who may apply: each condition of a benefit judged for one person on one day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from calculator.answers.facts import Answers
from calculator.answers.situation import Situation
from calculator.standard.conditions import OTHERWISE, STATES, Condition, State, fact_ids_of
from calculator.values.logic import all_of


@dataclass(frozen=True, slots=True)
class Finding:
    """One condition for one person; ``missing`` are the facts that it waits for."""

    condition: Condition
    state: State
    missing: tuple[str, ...]


def judge(
    conditions: Iterable[Condition], answers: Answers, track: str, on: date
) -> tuple[Finding, ...]:
    """What each condition of the track on the day says of the person, in the order of the data."""
    situation = Situation(answers, on)
    return tuple(
        judge_condition(condition, situation)
        for condition in conditions
        if condition.applies(track, on)
    )


def judge_condition(condition: Condition, situation: Situation) -> Finding:
    """What the answers say of one condition, and the open questions that could still decide."""
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
    """May the person apply, as far as public conditions and the answers tell.

    Another route comes first: who needs no points for this benefit need not fulfil the conditions
    of those who do. Then one condition that is not met decides, whatever else is open. Without any
    condition nothing is known: that no source shows one does not mean that there is none.
    """
    found = {finding.state for finding in findings}
    return next((state for state in STATES if state in found), "unknown")
