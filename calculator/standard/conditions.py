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

from calculator.reading.table import Table
from calculator.rules.requires import Requirement, read_requires
from calculator.rules.shape import Definitions
from calculator.standard.passport import Passport, Source, read_passport

State: TypeAlias = Literal["met", "unmet", "unknown", "another_route"]

STATES: Final[Mapping[State, str]] = {
    "another_route": "不用积分，另有途径",
    "unmet": "不符合",
    "unknown": "还不清楚",
    "met": "符合",
}
"""Every state with the public's words for it, the one that decides a verdict first."""

OTHERWISE: Final[Mapping[State, State]] = {
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
        return fact_ids_of(requirement for way in self.alternatives for requirement in way)

    def applies(self, track: str, on: date) -> bool:
        """Whether it is a condition of the track on the day."""
        first, last = self.in_force
        return track in self.tracks and first <= on <= last


def read_conditions(
    root: Table, definitions: Definitions, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> tuple[Condition, ...]:
    """The conditions of a standard's ``[[conditions]]``, in their order; faults go to ``root``."""
    found: dict[str, Condition] = {}
    facts = Definitions(definitions.facts, {})  # who may apply never depends on points
    for table in root.listed("conditions"):
        condition = Condition(
            id=table.text("id"),
            tracks=table.some_of("tracks", tracks) or tracks,
            in_force=table.period("in_force"),
            label=table.text("label"),
            reason=table.text("reason"),
            alternatives=_read_alternatives(table, facts),
            outcome=cast("State", table.one_of("outcome", tuple(OTHERWISE), "met")),
            passport=read_passport(table, sources),
        )
        table.reject_unknown_keys()
        if condition.id in found:
            table.fault("id", condition.id, "未用过的 id（这一个上面已有）")
        found[condition.id] = condition
    return tuple(found.values())


def _read_alternatives(
    table: Table, definitions: Definitions
) -> tuple[tuple[Requirement, ...], ...]:
    every, listed = table.raw("all"), table.raw("any")
    if every is None and listed is None:
        table.missing("all", "all 与 any 中的一个")
    elif listed is None:
        return (_read_list(table, "all", every, definitions),)
    elif every is not None:
        table.fault("all", every, "all 与 any 中的一个")
    elif not isinstance(listed, list) or len(listed) < 2:
        table.fault("any", listed, '至少两个列表，例如 [["veteran"], ["health_record"]]')
    else:
        return tuple(_read_list(table, "any", way, definitions) for way in listed)
    return ()


def _read_list(
    table: Table, key: str, listed: object, definitions: Definitions
) -> tuple[Requirement, ...]:
    if not isinstance(listed, list) or not listed:
        table.fault(key, listed, '一个不空的列表，例如 ["veteran"]')
        return ()
    return read_requires(table.nested({key: listed}), definitions, key)


def fact_ids_of(requirements: Iterable[Requirement]) -> tuple[str, ...]:
    """The facts that the requirements read, each once, in the order of asking."""
    return tuple(
        dict.fromkeys(fact for requirement in requirements for fact in requirement.monotonicity)
    )
