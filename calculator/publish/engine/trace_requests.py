"""Requests that make the module do all that it can: what the engine's modules are traced with."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from calculator.answers.saved_answers import to_document, to_fragment
from calculator.answers.typed_text import format_answer
from calculator.cli.golden_effects import GOLDEN
from calculator.page_api.fields import OTHER
from calculator.reading.toml_file import read_toml
from calculator.scoring.golden_cases import read_golden_cases
from calculator.standard.editions import Editions
from calculator.standard.loading import edition_path

FAULTY = {
    "birth_date": "1990-02-31",
    "social_insurance_months": "1.5",
    "housing_fund_months": "2012-03",
    "residence_months": "五十一年",
    "home_areas": "many",
    "education": "wise",
    "social_contribution_claimed": "false",
    "social_contribution_points_declared": "5",
    "deduction_offence_points_declared": "-5",
    "no_such_fact": "1",
    f"{OTHER}birth_date": "2001年五月八日",
    f"{OTHER}residence_months": "12年3月",
    f"{OTHER}no_such_fact": "1",
}
ON = "2016-05-15"
TODAY = "2026-01-01"


def requests(editions: Editions) -> list[dict[str, Any]]:
    """Requests of every kind: golden cases, empty and faulty forms, documents that fit or not."""
    return [*_golden(editions), *_forms(editions), *_documents(), {"ask": "about"}, {"ask": "?"}]


def _golden(editions: Editions) -> Iterator[dict[str, Any]]:
    for standard in editions.standards.values():
        name = edition_path(standard.id)
        tables = read_toml(GOLDEN / name)
        for case in read_golden_cases(tables, editions.facts_accepted_by(standard), name):
            fields = {fact: format_answer(answer) for fact, answer in case.facts.items()}
            yield _request("estimate", standard.id, case.track, str(case.on), fields)
        first = tables["cases"][0] | {"on": str(tables["cases"][0]["on"])}
        prove = {"ask": "prove", "standard": standard.id, "case": first}
        yield prove | {"all_no": tables["all_no"]}
        yield prove  # with differences
    yield {"ask": "prove", "standard": "none", "case": {}}


def _forms(editions: Editions) -> Iterator[dict[str, Any]]:
    for standard in editions.standards.values():
        for track in standard.tracks:
            for ask in ("estimate", "later", "keep"):
                for fields in ({}, FAULTY):
                    yield _request(ask, standard.id, track, ON, fields)
                yield _request(ask, standard.id, track, "", {})
    yield _request("estimate", "none", "settlement", ON, {})


def _documents() -> Iterator[dict[str, Any]]:
    one, two = {"education": "bachelor"}, {"education": "master"}
    document = to_document(one, two, "suzhou-2016", "schooling", date.fromisoformat(ON))
    fragment = to_fragment(document)
    for text in (document, "", "no JSON", '{"hat": 1, "education": "wise"}', '{"estimate": {}}'):
        yield {"ask": "open", "text": text, "today": TODAY}
    for damaged in (fragment, fragment[:-12], "v2.x.y", "%"):
        yield {"ask": "open", "fragment": damaged, "today": TODAY}


def _request(
    ask: str, standard: str, track: str, on: str, fields: dict[str, str]
) -> dict[str, Any]:
    about = {"ask": ask, "standard": standard, "track": track, "on": on, "today": TODAY}
    return about | {"fields": fields}
