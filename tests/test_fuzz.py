"""Untrusted input is answered or refused in words: no traceback, no hang, no swelling.

Bounded here; ``make fuzz`` runs the same with new examples for as long as one likes.
"""

import json
import tomllib
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.read_answers import read_answers
from calculator.answers.saved_answers import (
    from_fragment,
    read_saved_answers,
    to_document,
    to_fragment,
)
from calculator.cli.check.editions import check_standard
from calculator.page_api.bridge import MODULES, answer
from calculator.ranking.csv_sheet import read_csv
from calculator.ranking.read_applicants import read_applicants
from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError
from calculator.reading.toml_file import read_toml
from calculator.scoring.eligibility import judge
from calculator.scoring.estimate import estimate
from calculator.scoring.outlook import outlook
from calculator.standard.loading import STANDARDS
from calculator.standard.read_standard import read_standard
from calculator.standard.windows import window_on
from tests.ranking.contest import GOOD, HEADING, contest, numbered, read
from tests.support import FACTS, ON, editions, suzhou_2016

KEYS = [*editions().all_facts, "estimate", "version", "standard", "track", "on", "other", ""]
WORDS = [*KEYS, "doctor", "level_1", "none", "true", "1990-02-31", "2016-05-15", "not seen", "\0"]
NUMBERS = st.integers() | st.floats() | st.sampled_from([0, -1, 1200, 1201, 10**400, 1e308])
SCALARS = st.none() | st.booleans() | NUMBERS | st.text(max_size=20) | st.sampled_from(WORDS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
OBJECTS = st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), VALUES, max_size=12)
SOUND = to_document({"veteran": True, "home_areas": (90,)}, {}, "suzhou-2016", "schooling", ON)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """The text with some of it cut out, doubled, or replaced."""
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted(draw(st.integers(0, len(text))) for _ in range(2))
        put = draw(st.text(max_size=8) | st.just(text[start:end] * 2) | st.just(""))
        text = text[:start] + put + text[end:]
    return text


def refused(read: Callable[[], object]) -> bool:
    """Whether it is refused in words; any other exception goes on."""
    try:
        read()
    except InputError as error:
        return bool(str(error))
    return False


def _estimated(data: bytes | str) -> None:
    kept = read_saved_answers(data)
    answers = read_answers(kept.facts, editions().all_facts, ON)
    found = estimate(suzhou_2016(), answers, "schooling", ON)
    json.dumps(found.as_json())


@given(OBJECTS.map(json.dumps) | damaged(SOUND) | st.text() | st.binary())
def test_any_facts_are_estimated_or_refused(data: bytes | str) -> None:
    """Objects, text, bytes; a document that was kept, with damage."""
    refused(lambda: _estimated(data))


@given(
    damaged(to_fragment(SOUND)) | st.text(max_size=60) | st.text("v1.-_=ABCDabcd0123", max_size=60)
)
def test_any_link_is_opened_or_refused(fragment: str) -> None:
    """What a chat program left of it."""
    document: list[bytes] = []
    if not refused(lambda: document.append(from_fragment(fragment))):
        assert len(document[0]) <= MAX_BYTES + 1
    opened = answer({"ask": "open", "fragment": fragment, "today": "2016-05-15"}, editions())
    assert isinstance(opened, dict)


@given(damaged(f"{HEADING},town,school,grade,other_parent_total\nA,{GOOD}\nB,{GOOD},x,y,z,5"))
def test_any_table_is_ranked_or_refused(text: str) -> None:
    """Row by row, or as a whole where its head is at fault."""
    refused(lambda: read(text))
    refused(lambda: read(text, "schooling"))


@given(st.lists(st.binary(max_size=60), max_size=6))
def test_any_bytes_for_a_table_are_refused(lines: list[bytes]) -> None:
    """Whatever file was named by mistake."""
    rows = list(enumerate([HEADING.encode(), *lines], start=1))
    refused(lambda: read_applicants(read_csv(rows), contest(), lambda _: None, lambda _: None))
    refused(lambda: read_applicants(numbered("\n"), contest(), lambda _: None, lambda _: None))


@given(
    st.sampled_from([*MODULES, "?"]),
    st.fixed_dictionaries(
        {},
        optional={
            "standard": st.sampled_from([*editions().standards]) | VALUES,
            "track": st.sampled_from(["settlement", "schooling", "medical"]) | VALUES,
            "on": st.dates().map(str) | VALUES,
            "today": st.dates().map(str) | VALUES,
            "fields": st.dictionaries(st.sampled_from(KEYS), st.text(max_size=12) | VALUES)
            | VALUES,
            "text": VALUES | OBJECTS.map(json.dumps) | damaged(SOUND),
            "fragment": VALUES,
            "case": VALUES | OBJECTS,
            "all_no": VALUES | OBJECTS,
        },
    ),
)
def test_any_request_is_answered(ask: str, request: dict[str, Any]) -> None:
    """The door never breaks: there is always an answer that can be written as JSON."""
    assert json.loads(json.dumps(answer(request | {"ask": ask}, editions()))) != []


TABLES = {path.stem: read_toml(path) for path in sorted(STANDARDS.glob("suzhou/20*.toml"))}
TOML_VALUES: st.SearchStrategy[object] = (
    SCALARS.filter(lambda value: value is not None) | st.dates() | st.just({}) | st.just([])
)


@st.composite
def spoiled(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """The tables of an edition, a few values of which are others, or gone."""
    name = draw(st.sampled_from(sorted(TABLES)))
    return name, _spoil(draw, TABLES[name])


def _spoil(draw: st.DrawFn, table: Any) -> Any:
    """A copy in which one path leads to something else."""
    inner = (
        list(table)
        if isinstance(table, dict)
        else range(len(table))
        if isinstance(table, list)
        else ()
    )
    if not inner or draw(st.integers(0, 5)) == 0:
        return draw(TOML_VALUES)
    key = draw(st.sampled_from(list(inner)))
    copy: Any = dict(table) if isinstance(table, dict) else list(table)
    if draw(st.integers(0, 5)) == 0:
        del copy[key]
    else:
        copy[key] = _spoil(draw, table[key])
    return copy


def _used(name: str, data: dict[str, Any]) -> None:
    """Read, checked, and used for everything that a standard is used for."""
    standard = check_standard(read_standard(data, name, FACTS))
    for track in standard.tracks:
        on = date(2024, 4, 15)
        json.dumps(estimate(standard, {}, track, on).as_json())
        judge(standard.conditions, {}, track, on)
        window_on(standard.windows, track, on)
        outlook(standard, {}, track, on, until=date(2024, 12, 31), line=100)


@given(spoiled())
def test_any_standard_works_or_is_refused(spoiled: tuple[str, dict[str, Any]]) -> None:
    """What passes the check can be used; what cannot does not pass."""
    name, data = spoiled
    refused(lambda: _used(name, data))


@given(damaged((STANDARDS / "suzhou/2024-schooling.toml").read_text("utf-8")))
def test_any_file_of_a_standard_is_read_or_refused(text: str) -> None:
    """An officer's slip of the pen anywhere in the file."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return  # told with line and column: tests/test_toml_files.py
    refused(lambda: _used("suzhou-2024-schooling", data))
