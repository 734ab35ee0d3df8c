"""Conditions: may this person apply at all. They give no points.

    [[conditions]]
    id = "continuous_residence"
    tracks = ["settlement"]                              # not written: every track
    in_force = { from = 2020-01-01, until = "not seen" } # not written: as long as the edition
    label = "在市区连续居住满一年"
    reason = "须……"                                      # the rule, in the public's words
    any = [[{ fact = "residence_months", at_least = 12 }], ["permit_over_a_year", "insured"]]

``all`` lists what must be so, in the forms of ``requires``; ``any`` lists several such lists, of
which one is enough. ``outcome`` says what it comes to where it is so:

    outcome = "met"             # as it must be (the default); otherwise unmet
    outcome = "another_route"   # needs no points, and ``reason`` says where to go; otherwise met
    outcome = "unmet"           # shuts out; otherwise met
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias, cast

from calculator.facts import Answers
from calculator.passport import Passport, Source, read_passport
from calculator.reading import Table
from calculator.rules.requires import Requirement, read_requires
from calculator.rules.shape import Case, Known

State: TypeAlias = Literal["met", "unmet", "unknown", "another_route"]

STATES: Final[Mapping[State, str]] = {
    "another_route": "不用积分，另有途径",
    "unmet": "不符合",
    "unknown": "还不清楚",
    "met": "符合",
}
"""Every state with the public's words for it, the one that decides a verdict first."""

_OTHERWISE: Final[Mapping[State, State]] = {
    "met": "unmet",
    "another_route": "met",
    "unmet": "met",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One gate: alternatives, of each of which everything must be so, and what that comes to."""

    id: str
    tracks: tuple[str, ...]
    in_force: tuple[date, date]
    label: str
    reason: str
    alternatives: tuple[tuple[Requirement, ...], ...]
    outcome: State
    passport: Passport

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact to ask for, in the order of asking."""
        return _facts(requirement for each in self.alternatives for requirement in each)

    def applies(self, track: str, on: date) -> bool:
        """Whether it is a condition of the track on the day."""
        first, last = self.in_force
        return track in self.tracks and first <= on <= last

    def finding(self, case: Case) -> "Finding":
        """What the answers say, and the open questions that could still decide."""
        if any(_all(each, case) for each in self.alternatives):
            return Finding(self, self.outcome, ())
        opened = [each for each in self.alternatives if _all(each, case) is None]
        if not opened:
            return Finding(self, _OTHERWISE[self.outcome], ())
        missing = [requirement for each in opened for requirement in each]
        return Finding(self, "unknown", _facts(m for m in missing if m.met(case) is None))


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
    case = Case(answers, on)
    return tuple(each.finding(case) for each in conditions if each.applies(track, on))


def verdict(findings: Iterable[Finding]) -> State:
    """May the person apply, as far as public conditions and the answers tell.

    Another route comes first: who needs no points for this benefit need not fulfil the conditions
    of those who do. Then one condition that is not met decides, whatever else is open. Without any
    condition nothing is known: that no source shows one does not mean that there is none.
    """
    found = {finding.state for finding in findings}
    return next((state for state in STATES if state in found), "unknown")


def read_conditions(
    root: Table, known: Known, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> tuple[Condition, ...]:
    """The conditions of a standard's ``[[conditions]]``, in their order; faults go to ``root``."""
    found: dict[str, Condition] = {}
    facts = Known(known.facts, {})  # who may apply never depends on points
    for table in root.listed("conditions"):
        condition = Condition(
            id=table.text("id"),
            tracks=table.some_of("tracks", tracks) or tracks,
            in_force=table.period("in_force"),
            label=table.text("label"),
            reason=table.text("reason"),
            alternatives=_read_alternatives(table, facts),
            outcome=cast("State", table.one_of("outcome", tuple(_OTHERWISE), "met")),
            passport=read_passport(table, sources),
        )
        table.done()
        if condition.id in found:
            table.fault("id", condition.id, "未用过的 id（这一个上面已有）")
        found[condition.id] = condition
    return tuple(found.values())


def _read_alternatives(table: Table, known: Known) -> tuple[tuple[Requirement, ...], ...]:
    every, listed = table.raw("all"), table.raw("any")
    if every is None and listed is None:
        table.missing("all", "all 与 any 中的一个")
    elif listed is None:
        return (_read_list(table, "all", every, known),)
    elif every is not None:
        table.fault("all", every, "all 与 any 中的一个")
    elif not isinstance(listed, list) or len(listed) < 2:
        table.fault("any", listed, '至少两个列表，例如 [["veteran"], ["health_record"]]')
    else:
        return tuple(_read_list(table, "any", each, known) for each in listed)
    return ()


def _read_list(table: Table, key: str, listed: object, known: Known) -> tuple[Requirement, ...]:
    if not isinstance(listed, list) or not listed:
        table.fault(key, listed, '一个不空的列表，例如 ["veteran"]')
        return ()
    return read_requires(Table({key: listed}, table.where, table.problems), known, key)


def _all(requirements: Iterable[Requirement], case: Case) -> bool | None:
    answers = [each.met(case) for each in requirements]
    if False in answers:
        return False
    return None if None in answers else True


def _facts(requirements: Iterable[Requirement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for each in requirements for fact in each.directions))
