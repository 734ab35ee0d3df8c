"""Verdicts built on points, worked out by hand: families, coming days, next steps, windows.

One TOML file an edition in ``verdicts/``; the head of ``2024-schooling.toml`` says how to read and
write it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from calculator.answers.facts import Answers
from calculator.answers.read_answers import read_answers
from calculator.cli.golden_effects import GOLDEN
from calculator.reading.toml_file import read_toml
from calculator.scoring.family import estimate_family
from calculator.scoring.family_outlook import family_totals_on
from calculator.scoring.next_steps import next_steps
from calculator.scoring.outlook import outlook, totals_on
from calculator.standard.editions import Editions
from calculator.standard.openings import openings_on
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound
from tests.golden.procedure import Check, as_read

_OPEN = {True: "yes", False: "no", None: "unknown"}
_UNTIL = date(2028, 12, 31)


def verdicts(editions: Editions) -> list[Check]:
    """Those of every file."""
    paths = sorted(GOLDEN.glob("*/verdicts/*.toml"))
    return [check for path in paths for check in _File(read_toml(path), editions).checks()]


class _File:
    """One edition's file; what its tables share is read once."""

    def __init__(self, tables: Mapping[str, Any], editions: Editions) -> None:
        self._tables = tables
        self._editions = editions
        self._standard = editions.get(tables["standard"])

    def checks(self) -> Iterator[Check]:
        makers: dict[str, Callable[[Mapping[str, Any]], Check]] = {
            "family": self._family,
            "person": self._person,
            "window": self._window,
        }
        for kind, make in makers.items():
            for table in self._tables.get(kind, ()):
                yield make(table)

    def _answers(self, changes: Mapping[str, Any], unknown: Iterable[str]) -> Answers:
        """Those of ``nothing``, some of them changed or unknown."""
        given = self._tables["nothing"] | changes
        known = {fact: as_read(answer) for fact, answer in given.items() if fact not in unknown}
        accepted = self._editions.facts_accepted_by(self._standard)
        return read_answers(known, accepted, self._tables["on"])

    def _family(self, table: Mapping[str, Any]) -> Check:
        track, on = self._tables["track"], self._tables["on"]
        unknown = table.get("unknown", {})
        first, second = (
            self._answers(table.get(parent, {}), unknown.get(parent, ()))
            for parent in ("first", "second")
        )
        days = _days(table)

        def found(editions: Editions) -> object:
            standard = editions.get(self._standard.id)
            both = estimate_family(standard, first, second, track, on)
            later = family_totals_on(standard, (first, second), track, on, days)
            totals = {day.on: _number(day.total) for day in later}
            return _ends(both.total), both.counts, totals

        return self._check(table, (table["total"], table["counts"], days), found)

    def _person(self, table: Mapping[str, Any]) -> Check:
        track, on = self._tables["track"], self._tables["on"]
        answers = self._answers(table.get("facts", {}), table.get("unknown", ()))
        days = _days(table)

        def found(editions: Editions) -> object:
            standard = editions.get(self._standard.id)
            later = totals_on(standard, answers, track, on, days)
            line = outlook(
                standard, answers, track, on, until=_UNTIL, line=table.get("line", 0)
            ).line
            assert line is not None
            crossing = line[1]
            gains: dict[str, dict[str, object]] = {}
            for step in next_steps(standard, answers, track, on) if "steps" in table else ():
                gains.setdefault(step.fact, {})[str(step.answer)] = _number(step.gain)
            return (
                {day.on: _number(day.total) for day in later},
                (crossing.low, crossing.before_deductions) if "line" in table else (None, False),
                gains,
            )

        reached = table.get("reached"), table.get("before_deductions", False)
        return self._check(table, (days, reached, table.get("steps", {})), found)

    def _window(self, table: Mapping[str, Any]) -> Check:
        track, on = table.get("track", self._tables["track"]), table["on"]

        def found(editions: Editions) -> object:
            openings = openings_on(editions, editions.get(self._standard.id), track, on)
            if openings is None:
                return "none", None, False, None
            own = openings.own
            stands = (_OPEN[own.open], own.days) if own else ("over", None)
            then = openings.successor and openings.successor[0].id
            return *stands, openings.cut, then

        by_hand = table["open"], table.get("days"), table.get("end", False), table.get("then")
        return self._check(table, by_hand, found)

    def _check(
        self, table: Mapping[str, Any], by_hand: object, found: Callable[[Editions], object]
    ) -> Check:
        return Check(self._standard.id, table["guards"], by_hand, found)


def _days(table: Mapping[str, Any]) -> dict[date, object]:
    """The totals of coming days; a key of TOML is a text."""
    return {date.fromisoformat(day): points for day, points in table.get("later", {}).items()}


def _ends(points: Interval) -> list[Bound]:
    """Both ends, the upper one left out where there is none."""
    return [end for end in (points.low, points.high) if end != INFINITY]


def _number(points: Interval) -> Bound | list[Bound]:
    """One number where there is one."""
    return points.low if points.is_exact else _ends(points)
