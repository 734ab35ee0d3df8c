"""Every figure of a standard, one slip of the pen at a time, and who notices it.

A figure is a number, a tier, a cap, a day, or one of the words that decide with them. With them
go what is no figure but misleads as well: the papers of a row, whether both parents answer a fact
once, the evidence of a single figure. Other passports are left alone: nothing is computed from the
day on which somebody looked a figure up.

    python -m tests.figure_mutants     writes the counts into assurance.json
"""

import copy
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any, Final, Literal, TypeAlias

from calculator.cli.check.editions import faults
from calculator.reading.problems import InputError
from calculator.reading.toml_file import read_toml
from calculator.scoring.golden_cases import check_case
from calculator.standard.editions import collect_editions
from calculator.standard.loading import STANDARDS, edition_path
from calculator.standard.read_standard import read_standard
from calculator.standard.standard import Standard
from tests.assurance import record
from tests.boundaries import boundaries
from tests.golden import Golden, cases
from tests.golden.procedure import Check, checks
from tests.support import FACTS, editions

Notice: TypeAlias = Literal["case", "procedure", "refused", "nobody"]
"""Who notices a mutant: a golden case, a check of the procedure, the reader or ``check``."""

_ROOMS: Final = ("tracks", "total", "cutoffs", "items", "conditions", "windows")
_NO_FIGURES: Final = {"checked_on", "seen", "passport", "sources", "materials", "of"}
_LEFT_OUT: Final = {
    "cap",
    "below",
    "per_year_younger",
    "requires",
    "within",
    "tracks",
    "in_force",
    "since",
}
_OTHER_WORD: Final = {
    "sum": "best", "best": "sum", "met": "unmet", "unmet": "met", "another_route": "met",
    "base": "additional", "additional": "base",
}  # fmt: skip
_WORDS: Final = {"combine", "outcome", "part"}


def notices(standard_id: str) -> Iterator[tuple[str, Notice]]:
    """Every mutant in the file of an edition, and who notices it."""
    for said, data in mutants(read_toml(STANDARDS / edition_path(standard_id))):
        row = said.split(".")[1].partition(":")[0]
        yield said, _notice(standard_id, data, row)
    yield from _answered_otherwise(standard_id)


def _answered_otherwise(standard_id: str) -> Iterator[tuple[str, Notice]]:
    """A fact of the list that both parents answer, or no longer answer, each for themselves."""
    data = read_toml(STANDARDS / edition_path(standard_id))
    for fact_id, fact in FACTS.items():
        if fact_id in data["facts"]:
            flipped = replace(fact, household=not fact.household)
            changed = read_standard(data, standard_id, {**FACTS, fact_id: flipped})
            standards = {**editions().standards, standard_id: changed}
            now = replace(editions(), standards=standards)
            right = all(check.right(now) for check in _checks() if check.standard == standard_id)
            yield (
                f"facts.{fact_id}.household: → {flipped.household}",
                ("nobody" if right else "procedure"),
            )


def _notice(standard_id: str, data: Mapping[str, Any], row: str) -> Notice:
    try:
        changed = read_standard(data, standard_id, FACTS)
        others = [
            standard for standard in editions().standards.values() if standard.id != standard_id
        ]
        now = collect_editions(FACTS, [changed, *others])
    except InputError:
        return "refused"
    own = sorted(_cases()[standard_id], key=lambda golden: row not in golden.case.lines)
    if any(_differs(golden, changed) for golden in own):
        return "case"
    if not all(check.right(now) for check in _checks() if check.standard == standard_id):
        return "procedure"
    return "refused" if any(faults(changed)) else "nobody"


def _differs(golden: Golden, standard: Standard) -> bool:
    try:
        return bool(check_case(golden.case, standard)[1])
    except InputError:
        return True  # a benefit that is gone


@cache
def _cases() -> dict[str, list[Golden]]:
    found: dict[str, list[Golden]] = {}
    for golden in cases(editions()):
        found.setdefault(golden.standard, []).append(golden)
    return found


@cache
def _checks() -> list[Check]:
    return checks(editions())


def mutants(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was changed, and the tables of the file with that change."""
    for path, value in _figures({room: data[room] for room in _ROOMS if room in data}, ()):
        for other in _others(str(path[-1]), value):
            changed = copy.deepcopy(dict(data))
            place: Any = changed
            for key in path[:-1]:
                place = place[key]
            if other is None:
                del place[path[-1]]
            else:
                place[path[-1]] = other
            yield f"{_named(data, path)}: {value} → {'' if other is None else other}", changed
    yield from _unnumbered(data)


def _unnumbered(data: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A paper left out of a row; a single figure surer or less sure, or with a source fewer."""
    for number, item in enumerate(data["items"]):
        for paper in item.get("materials", []):
            left = [other for other in item["materials"] if other != paper]
            row = {key: value for key, value in item.items() if key != "materials"}
            yield (
                f"items.{item['id']}.materials: {paper} →",
                _with_item(data, number, row | ({"materials": left} if left else {})),
            )
        for said, row in _less_evident(item):
            yield f"items.{item['id']}.{said}", _with_item(data, number, row)
        ways = item.get("alternatives", [])
        for place, way in enumerate(ways):
            for said, row in _less_evident(way):
                several = [*ways[:place], row, *ways[place + 1 :]]
                changed = _with_item(data, number, item | {"alternatives": several})
                yield f"items.{item['id']}.alternatives.{place + 1}.{said}", changed


def _less_evident(row: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The row or alternative with other evidence for one of its figures."""
    for figure, passport in row.get("passport", {}).items():
        for said, other in _other_evidence(passport):
            evidence = row["passport"] | {figure: other}
            yield f"passport.{figure}.{said}", dict(row) | {"passport": evidence}


def _with_item(data: Mapping[str, Any], number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    items = [row if place == number else item for place, item in enumerate(data["items"])]
    return dict(data) | {"items": items}


def _other_evidence(passport: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    was = passport.get("confidence", "")
    other = "single" if was == "inferred" else "inferred"
    yield f"confidence: {was} → {other}", dict(passport) | {"confidence": other}
    if len(passport.get("sources", [])) > 1:
        yield "sources: one fewer", dict(passport) | {"sources": passport["sources"][:-1]}


def _figures(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if path:
        yield path, value
    inner = dict(enumerate(value)) if isinstance(value, list) else value
    for key, inside in inner.items() if isinstance(inner, dict) else ():
        if key not in _NO_FIGURES:
            yield from _figures(inside, (*path, key))


def _others(key: str, value: object) -> Iterator[object]:
    """What could stand there by mistake; None for nothing at all."""
    if isinstance(value, bool):
        if key == "working":
            yield not value
    elif isinstance(value, int | Fraction):
        yield from (value + 1, value - 1)
        if not _needed(key):
            yield None
    elif isinstance(value, date):
        yield from (value + timedelta(days=1), value - timedelta(days=1))
    elif isinstance(value, str) and re.fullmatch(r"\d\d-\d\d", value):
        day = date.fromisoformat(f"2015-{value}")
        yield from (f"{day + timedelta(days=way):%m-%d}" for way in (1, -1))
    elif key in _WORDS:
        yield _OTHER_WORD[str(value)] if value in _OTHER_WORD else None
    elif key in _LEFT_OUT or (isinstance(value, dict) and key.isdigit()):
        yield None


def _needed(key: str) -> bool:
    """Keys without which a table cannot be read: leaving them out is refused, and no mutant."""
    needed = {"points", "per", "from", "to", "step", "step_points", "at_least", "year", "low"}
    return key in needed | {"days"}


def _named(data: Any, path: tuple[Any, ...]) -> str:
    """The path, rows by their ids."""
    names = []
    for key in path:
        data = data[key]
        names.append(str(data["id"] if isinstance(data, dict) and "id" in data else key))
    return ".".join(names)


if __name__ == "__main__":
    for standard_id, standard in editions().standards.items():
        counts = Counter(notice for _, notice in notices(standard_id))
        own = _cases()[standard_id]
        sides = boundaries(standard)
        found = {
            "cases": len(own),
            "procedure": sum(check.standard == standard_id for check in _checks()),
            "signed": sum(bool(golden.case.signed[0]) for golden in own),
            "boundaries": len(sides),
            "bare": sum(not those for those in sides.values()),
            "mutants": counts.total(),
            "nobody": counts["nobody"],
        }
        record("figures", standard_id, found)
        print(standard_id, found, dict(counts))
