"""The JSON Schemas that editors use, made from the readers."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from calculator.answers.facts import KINDS
from calculator.cli.exit_codes import AT_FAULT, DONE
from calculator.cli.main import main
from calculator.cli.schema.command import schema_files
from calculator.cli.schema.make import facts_schema, standard_schema
from calculator.reading.toml_file import read_toml
from calculator.rules.register import SHAPES
from calculator.standard.loading import STANDARDS, standard_files
from tests.support import ITEM, PASSPORT, faults_of, small_data

jsonschema = pytest.importorskip("jsonschema", reason="requirements.in brings it")

EDITIONS = [path for name, path in standard_files().items() if "/2" in name]
CONDITION = PASSPORT | {"id": "c", "label": "条件", "reason": "须……"}


def as_json(value: object) -> Any:
    """Tables as an editor hands them to a schema: days as text."""
    if isinstance(value, Mapping):
        return {key: as_json(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner) for inner in value]
    if isinstance(value, Fraction):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def refused(schema: Mapping[str, Any], data: object) -> list[str]:
    """Where the data does not fit, a place each."""
    validator = jsonschema.Draft7Validator(schema)
    return [error.json_path for error in validator.iter_errors(as_json(data))]


@pytest.mark.parametrize("name", ["standard.schema.json", "facts.schema.json"])
def test_the_schemas_are_those_of_the_readers(name: str) -> None:
    """After a change of a reader: python -m calculator schema."""
    assert (STANDARDS / name).read_text("utf-8") == schema_files()[name]


@pytest.mark.parametrize("schema", [standard_schema(), facts_schema()])
def test_a_schema_is_one(schema: dict[str, Any]) -> None:
    """As its own edition of JSON Schema says."""
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("path", EDITIONS, ids=lambda path: path.name)
def test_every_edition_fits(path: Path) -> None:
    """No editor underlines what check passes."""
    assert refused(standard_schema(), read_toml(path)) == []


def test_the_list_of_facts_fits() -> None:
    """It has a schema of its own."""
    assert refused(facts_schema(), read_toml(STANDARDS / "facts.toml")) == []


@pytest.mark.parametrize("path", [*EDITIONS, STANDARDS / "facts.toml"], ids=lambda path: path.name)
def test_every_file_names_its_schema(path: Path) -> None:
    """In its first line, where editors look for it."""
    first = path.read_text("utf-8").split("\n", 1)[0]
    assert first.startswith("#:schema ")
    assert (path.parent / first.removeprefix("#:schema ")).is_file()


SOUND = [
    {"items": [ITEM | {"requires": "veteran"}]},
    {"items": [ITEM | {"requires": {"fact": "education", "one_of": ["doctor"]}}]},
    {"items": [ITEM | {"requires": {"fact": "detentions_5y", "at_least": 1}}]},
    {"items": [ITEM, ITEM | {"id": "b", "requires": ["veteran", {"row": "veteran"}]}]},
    {"items": [ITEM | {"rounding": {"mode": "up"}, "passport": {"points": {"clause": "一"}}}]},
    {"items": [ITEM | {"alternatives": [{"points": 20}, {"points": 30}]}]},
    {"items": [ITEM | {"in_force": {"from": date(2016, 1, 1), "until": "not seen"}}]},
    {"conditions": [CONDITION | {"all": ["veteran"]}]},
    {"conditions": [CONDITION | {"any": [["veteran"], ["veteran"]], "outcome": "unmet"}]},
    {"total": PASSPORT | {"floor": 0}},
    {"windows": [PASSPORT | {"id": "w", "kind": "score", "label": "x", "text": "x"}]},
]


@pytest.mark.parametrize("changes", SOUND)
def test_what_the_readers_take_fits(changes: dict[str, object]) -> None:
    """Every form of a row, a condition and what stands around them."""
    asked = {"question": "？", "scope": "applicant"}
    facts = dict.fromkeys(("veteran", "education", "detentions_5y"), asked)
    text = "".join(faults_of(small_data(facts=facts, **changes)))
    unread = [fault for fault in text.split("test.toml ") if fault and "没有计分项" not in fault]
    assert (unread, refused(standard_schema(), small_data(**changes))) == ([], [])


def wrong() -> Iterator[tuple[dict[str, object], str]]:
    """Changes of a sound standard that no reader takes, and where."""
    yield {"titel": "x"}, "$"
    yield {"area": ""}, "$.area"
    yield {"items": [ITEM | {"points": "30"}]}, "$.items[0]"
    yield {"items": [ITEM | {"colour": "red"}]}, "$.items[0]"
    yield {"items": [{key: ITEM[key] for key in ITEM if key != "points"}]}, "$.items[0]"
    yield {"items": [ITEM | {"rule": "guess"}]}, "$.items[0]"
    yield {"items": [ITEM | {"requires": {"fact": "education"}}]}, "$.items[0]"
    yield {"items": {"id": "veteran"}}, "$.items"
    yield {"passport": {}}, "$.passport"
    yield {"facts": {"veteran": {"question": "？"}}}, "$.facts.veteran"
    yield {"conditions": [CONDITION | {"any": [["veteran"]]}]}, "$.conditions[0]"


@pytest.mark.parametrize(("changes", "where"), list(wrong()))
def test_what_no_reader_takes_does_not_fit(changes: dict[str, object], where: str) -> None:
    """An editor underlines the place."""
    found = set(refused(standard_schema(), small_data(**changes)))
    assert (found, faults_of(small_data(**changes)) != []) == ({where}, True)


def test_every_shape_and_kind_is_in_the_schema() -> None:
    """What the registers hold."""
    properties = standard_schema()["properties"]
    rules = [way["properties"]["rule"]["const"] for way in properties["items"]["items"]["anyOf"]]
    facts = properties["facts"]["additionalProperties"]["anyOf"]
    kinds = [way["properties"]["kind"]["const"] for way in facts if "kind" in way["properties"]]
    assert (rules, kinds) == (list(SHAPES), list(KINDS))


def test_the_command_writes_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Into the folder that is named, each file told."""
    assert main(["schema", str(tmp_path)]) == DONE
    written = [tmp_path / "standard.schema.json", tmp_path / "facts.schema.json"]
    assert capsys.readouterr().out.split() == [str(path) for path in written]
    assert json.loads(written[0].read_text("utf-8")) == standard_schema()


def test_a_folder_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In words, without a traceback."""
    assert main(["schema", str(tmp_path / "missing")]) == AT_FAULT
    assert capsys.readouterr().err.startswith("standard.schema.json：打不开")
