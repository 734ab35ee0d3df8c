"""The boundaries of who may apply, and when, and the checks by hand that stand there.

Either side of every condition's figure or answer, where it alone decides; the days on which a
condition, an application window or the edition itself begins and ends, and the days beside them.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from calculator.answers.situation import Situation
from calculator.cli.golden_effects import GOLDEN
from calculator.reading.toml_file import read_toml
from calculator.rules.requires import Requirement
from calculator.rules.rooms import beside
from calculator.scoring.eligibility import judge_condition
from calculator.standard.conditions import Condition
from calculator.standard.standard import Standard
from calculator.standard.windows import Window
from calculator.values.logic import all_of
from tests.boundaries.days import ends
from tests.support import editions


class Asked(NamedTuple):
    """A check by hand of a person who may or may not apply."""

    id: str
    track: str
    on: date
    person: Situation
    verdict: str
    because: tuple[str, ...]


@cache
def _files() -> list[Mapping[str, Any]]:
    return [read_toml(path) for path in sorted(GOLDEN.glob("*/procedure/*.toml"))]


def condition_boundaries(standard: Standard) -> dict[str, list[str]]:
    """The ids of the checks on each side of every boundary."""
    none: Mapping[str, Any] = {"who": [], "when": []}
    own = next((file for file in _files() if file["standard"] == standard.id), none)
    people = [_asked(table, own["fits"][table["track"]]) for table in own["who"]]
    found: dict[str, list[str]] = {}
    for condition in standard.conditions:
        found |= dict(_of_answers(condition, people))
        found |= {
            f"{condition.id}: {day}": [
                asked.id for asked in people if _shows(condition, day, asked)
            ]
            for day in ends(condition.in_force)
        }
    for window in standard.windows:
        found |= _of_window(window, own["when"]) if window.kind == "apply" else {}
    for track in standard.tracks:
        found |= _of_edition(standard, track)
    return found


def _asked(table: Mapping[str, Any], fits: Mapping[str, Any]) -> Asked:
    left = {fact: answer for fact, answer in fits.items() if fact not in table.get("unknown", ())}
    answers = {
        fact: tuple(answer) if isinstance(answer, list) else answer
        for fact, answer in (left | table.get("facts", {})).items()
    }
    person = Situation(answers, table["on"])
    because = tuple(table.get("because", ()))
    return Asked(table["id"], table["track"], table["on"], person, table["verdict"], because)


def _of_answers(condition: Condition, people: Iterable[Asked]) -> Iterator[tuple[str, list[str]]]:
    for way in condition.alternatives:
        others = [other for other in condition.alternatives if other is not way]
        for requirement in way:
            rest = [required for required in way if required is not requirement]
            for side in beside(requirement, "boundaries").changes(requirement):
                yield (
                    f"{condition.id}: {side.words}",
                    [
                        asked.id
                        for asked in people
                        if condition.applies(asked.track, asked.on)
                        and _seen(condition, asked)
                        and side.holds(asked.person)
                        and _are_met(rest, asked.person)
                        and not any(_are_met(other, asked.person) for other in others)
                    ],
                )


def _are_met(requirements: Iterable[Requirement], person: Situation) -> bool:
    return all_of(requirement.met(person) for requirement in requirements) is True


def _seen(condition: Condition, asked: Asked) -> bool:
    """Whether another route hides what the condition says."""
    return asked.verdict != "another_route" or condition.id in asked.because


def _shows(condition: Condition, day: date, asked: Asked) -> bool:
    """Whether the person would notice on the day that there is the condition."""
    notices = judge_condition(condition, asked.person).state in ("unmet", "another_route")
    return (
        asked.on == day and asked.track in condition.tracks and notices and _seen(condition, asked)
    )


def _of_window(window: Window, when: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Of any year in force: the day before the first, the first, the last, and the day after."""
    found: dict[str, list[str]] = {}
    for place, day in enumerate(("开始前一天", "第一天", "最后一天", "结束后一天")):
        if window.first or place > 1:
            found[f"{window.id}: {day}"] = [
                check["id"]
                for check in when
                if check["track"] in window.tracks
                and any(ends(time)[place] == check["on"] for time in window.times(check["on"]))
            ]
    return found


def _of_edition(standard: Standard, track: str) -> dict[str, list[str]]:
    """The days around the first and the last on which the edition is known to rule."""
    period = editions().period(standard, track)
    return {
        f"{track}: {day}": [
            check["by"]
            for file in _files()
            for check in file["ruled"]
            if (check["track"], check["on"]) == (track, day)
        ]
        for day in (ends(period) if period else ())
    }
