"""Golden cases: what a change of a standard does to each of them, before it is published.

The cases stand in ``tests/golden``, one file an edition, beside the package in a checkout only.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from calculator.compare import Points, person, turned
from calculator.facts import Answers, Fact, read_answers
from calculator.interval import Interval
from calculator.number import Number, Numeral, plain
from calculator.problems import InputError, Problem
from calculator.reading import Table
from calculator.standard import Standard

FOLDER: Final = Path(__file__).parents[1] / "tests/golden"


class Case(NamedTuple):
    """A golden case: a person on a day."""

    id: str
    facts: Answers
    track: str | None
    on: date


class Effect(NamedTuple):
    """What a change does to a case: its total before and after, and the items that differ.

    An item may differ where the total does not: two changes that balance, a total without an end.
    """

    id: str
    was: Interval
    now: Interval
    items: tuple[Points, ...]


def read_cases(tables: Mapping[str, Any], known: Mapping[str, Fact], name: str) -> tuple[Case, ...]:
    """The cases of a golden file, from its tables; ``name`` is the file's, for messages.

    Only what is needed to score them. Raises ``InputError``.
    """
    problems: list[Problem] = []
    root = Table(tables, "", problems)
    all_no = _raw(root.table("all_no"))
    found = []
    for table in root.listed("cases"):
        unknown = table.texts("unknown", ())
        answered = {fact: no for fact, no in all_no.items() if fact not in unknown}
        document = answered | _raw(table.table("facts"))
        on = table.day("on")
        facts = read_answers(document, known, on)
        found.append(Case(table.text("id"), facts, table.text("track"), on))
    if problems:
        raise InputError(Problem(f"{name} {p.where}", p.found, p.expected) for p in problems)
    return tuple(found)


def effects(a: Standard, b: Standard, cases: Iterable[Case]) -> tuple[Effect, ...]:
    """What changing ``a`` into ``b`` does to each case. Raises ``InputError``."""
    found = []
    for case in cases:
        both = person(a, b, case.facts, case.track, case.on)
        found.append(Effect(case.id, both.was.total, both.now.total, both.apart))
    return tuple(found)


def report(found: Iterable[Effect]) -> str:
    """What the change does to every case, as text: those that it touches, one a line."""
    every = list(found)
    touched = [each for each in every if each.items or each.was != each.now]
    lines = [f"算例 {len(every)} 个，受影响的 {len(touched)} 个。"]
    for each in touched:
        items = "、".join(item.label for item in each.items)
        lines.append(
            f"  {each.id}：{turned(each.was, each.now)}" + (f"（{items}）" if items else "")
        )
    return "\n".join(lines)


def _raw(table: Table) -> dict[str, Any]:
    return {key: _as_read(table.raw(key)) for key in table.names()}


def _as_read(value: object) -> object:
    """A value of a TOML file as the same value of a JSON file is read."""
    if isinstance(value, list):
        return [_as_read(each) for each in value]
    if isinstance(value, Number) and not isinstance(value, bool):
        return Numeral(plain(value))
    return value
