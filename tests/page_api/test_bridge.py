"""Requests through the bridge: which module answers which."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.page_api import bridge
from calculator.page_api.bridge import answer
from calculator.publish.engine.bundle import as_json
from calculator.standard.loading import load_data
from tests.support import FACTS, editions, suzhou_2016

PERSON = {"standard": "suzhou-2016", "track": "schooling", "on": "2016-05-15", "fields": {}}
NAMES = [
    prefix + fact
    for fact in [*FACTS, "social_contribution_claimed", "social_contribution_points_declared"]
    for prefix in ("", "other.")
]
TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "true",
        "false",
        "0",
        "96",
        "90;60",
        "none",
        "2012-03",
        "2099-01",
        "五年三个月",
        "1e3",
        "1990-05-08",
        "1990-02-31",
    ]
)


def test_a_missing_ask_is_an_estimate() -> None:
    """What the page asks for most needs no name."""
    assert answer(PERSON, editions()) == answer(PERSON | {"ask": "estimate"}, editions())


class _Archive:
    """What the module is loaded from in the browser."""

    @staticmethod
    def get_data(path: str) -> bytes:
        """The tables as the build made them."""
        assert path.endswith("/calculator/page_api/standards.json")
        return as_json(load_data()).encode()


def test_text_of_a_request_is_answered_from_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the browser: JSON in, JSON out, the standards from beside the module."""
    monkeypatch.setattr(bridge, "__loader__", _Archive())
    bridge.shipped_editions.cache_clear()
    assert json.loads(bridge.respond(json.dumps(PERSON))) == answer(PERSON, editions())
    bridge.shipped_editions.cache_clear()


def test_an_unknown_ask_is_told() -> None:
    """In words, without a traceback."""
    assert answer(PERSON | {"ask": "?"}, editions()) == {"error": "不认识这个请求"}


FIELDS = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=9), TEXTS, max_size=12)


@settings(max_examples=25, deadline=None)
@given(fields=FIELDS)
def test_every_fault_is_told_at_a_field_that_was_given(fields: dict[str, str]) -> None:
    """Whatever is typed, there is an estimate beside it."""
    shown = answer(PERSON | {"fields": fields}, editions())
    assert [field for field in shown["errors"] if field not in _bare(fields)] == []
    assert shown["estimate"] is not None


@pytest.mark.parametrize(("ask", "key"), [("later", "outlook"), ("keep", "document")])
@settings(max_examples=25, deadline=None)
@given(fields=FIELDS)
def test_no_text_in_a_field_is_a_traceback(ask: str, key: str, fields: dict[str, str]) -> None:
    """Whatever is typed, there is an answer."""
    assert answer(PERSON | {"ask": ask, "fields": fields}, editions())[key]


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=60), key=st.sampled_from(["text", "fragment"]))
def test_no_text_that_is_opened_is_a_traceback(text: str, key: str) -> None:
    """It opens, or it is told why not."""
    opened = answer({"ask": "open", key: text, "today": "2026-01-01"}, editions())
    assert ("error" in opened) != ("fields" in opened)


def test_day_at_fault_still_tells_the_edition() -> None:
    """The page can show which rules are chosen."""
    shown = answer(PERSON | {"on": "1999-12-31"}, editions())
    assert shown["errors"] == {"on": "请选择 2000 年到 2100 年之间的日期"}
    assert shown["estimate"] is None
    assert shown["edition"]["id"] == suzhou_2016().id


def _bare(fields: dict[str, str]) -> set[str]:
    names = {*fields}
    return names | {f"other.{name}" for name in names} | {n.removeprefix("other.") for n in names}
