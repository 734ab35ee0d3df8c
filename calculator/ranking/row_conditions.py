"""Judging the conditions of a benefit for the rows of a table, as far as its columns go."""

from functools import lru_cache
from sys import intern
from typing import Final

from calculator.answers.facts import Answer, Answers
from calculator.ranking.contest import Contest
from calculator.scoring.eligibility import judge
from calculator.values.logic import Truth

_CACHED_JUDGEMENTS: Final = 20_000  # the same few answers stand in most rows


class RowConditions:
    """The conditions that a table is judged by.

    A table whose facts all score as well holds no conditions: nothing is judged by it. Otherwise
    every condition is judged for which it has a column; an empty cell and a missing one are
    unknown.
    """

    def __init__(self, contest: Contest, columns: tuple[str, ...]) -> None:
        self._contest = contest
        found = [entry for entry in contest.conditions if not {*columns}.isdisjoint(entry.facts)]
        facts = {fact for condition in found for fact in condition.facts if fact in columns}
        self._conditions = found if facts - contest.scoring_facts else []
        self._facts = tuple(sorted(facts)) if self._conditions else ()
        self._judge_once = lru_cache(_CACHED_JUDGEMENTS)(self._judge)

    @property
    def facts(self) -> frozenset[str]:
        """The columns that conditions are judged by."""
        return frozenset(self._facts)

    @property
    def not_judged(self) -> tuple[str, ...]:
        """The labels of the conditions for which the table says nothing."""
        conditions = self._contest.conditions
        return tuple(entry.label for entry in conditions if entry not in self._conditions)

    def judge(self, answers: Answers) -> tuple[Truth, str]:
        """Whether a person may apply, and what is to be said of it; empty where all is met."""
        if not self._conditions:
            return True, ""
        return self._judge_once(tuple(answers.get(fact) for fact in self._facts))

    def _judge(self, answers: tuple[Answer | None, ...]) -> tuple[Truth, str]:
        known = {
            fact: answer
            for fact, answer in zip(self._facts, answers, strict=True)
            if answer is not None
        }
        findings = judge(self._conditions, known, self._contest.track, self._contest.on)
        by_state = {
            state: "、".join(found.condition.label for found in findings if found.state == state)
            for state in ("unmet", "unknown", "another_route")
        }
        said = {
            "unmet": "不符合申请条件",
            "unknown": "申请条件还不清楚",
            "another_route": "不用积分，另有途径",
        }
        phrases = [f"{said[state]}：{labels}" for state, labels in by_state.items() if labels]
        eligible = False if by_state["unmet"] else None if by_state["unknown"] else True
        return eligible, intern("；".join(phrases))
