"""Requests that make the module do all that it can: what the engine's modules are traced with."""

from collections.abc import Iterator
from typing import Any

from calculator.editions import Editions
from calculator.effects import FOLDER
from calculator.golden import read_cases
from calculator.kept import typed
from calculator.toml_files import read_toml

FAULTY = {
    "birth_date": "31 February",
    "social_insurance_months": "1.5",
    "home_areas": "many",
    "social_contribution_claimed": "false",
    "social_contribution_points_declared": "5",
    "no_such_fact": "1",
}


def requests(editions: Editions) -> list[dict[str, Any]]:
    """Every golden case, and for each edition and track an empty and a faulty form."""
    return [*_golden(editions), *_forms(editions)]


def _golden(editions: Editions) -> Iterator[dict[str, Any]]:
    for standard in editions.standards.values():
        name = f"{standard.id}.toml"
        tables = read_toml(FOLDER / name)
        for case in read_cases(tables, editions.known_to(standard), name):
            fields = {fact: typed(answer) for fact, answer in case.facts.items()}
            yield _request(standard.id, case.track or "", str(case.on), fields)


def _forms(editions: Editions) -> Iterator[dict[str, Any]]:
    for standard in editions.standards.values():
        for track in standard.tracks:
            for fields in ({}, FAULTY):
                yield _request(standard.id, track, "2026-01-01", fields)
            yield _request(standard.id, track, "", {})


def _request(standard: str, track: str, on: str, fields: dict[str, str]) -> dict[str, Any]:
    return {"standard": standard, "track": track, "on": on, "fields": fields}
