"""Documents and fragments: how they are written."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.saved_answers import (
    answers_to_json,
    from_fragment,
    read_saved_answers,
    to_document,
    to_fragment,
)
from calculator.reading.problems import InputError
from calculator.values.number import Numeral

ON = date(2016, 5, 15)


def test_decimals_are_written_to_the_digit() -> None:
    """No binary float comes between."""
    text = answers_to_json(
        {"home_areas": (Fraction(7499, 100), 60), "birth_date": date(1981, 3, 2)}
    )
    assert text == '{"home_areas": [74.99, 60], "birth_date": "1981-03-02"}'


def test_a_document_is_a_document_of_facts_with_one_key_more() -> None:
    """Which edition, benefit and day, and the second parent."""
    text = to_document({"veteran": True}, {"veteran": False}, "x", "schooling", ON)
    assert json.loads(text) == {
        "veteran": True,
        "estimate": {
            "version": 1,
            "standard": "x",
            "track": "schooling",
            "on": "2016-05-15",
            "other": {"veteran": False},
        },
    }


def test_a_document_is_read_back() -> None:
    """Numbers as they were written."""
    saved = read_saved_answers(to_document({"awards_district": 2}, None, "x", "settlement", ON))
    facts = {"awards_district": Numeral("2")}
    assert saved == (facts, None, "x", "settlement", "2016-05-15", False)


def test_a_plain_document_says_nothing_more() -> None:
    """What it does not say is None."""
    assert read_saved_answers("{}") == ({}, None, None, None, None, False)


def test_a_fragment_is_compact_and_may_stand_in_an_address() -> None:
    """Version, packed document, checksum."""
    document = to_document(dict.fromkeys(("veteran", "health_record"), False), None, "x", "y", ON)
    version, packed, checksum = to_fragment(document).split(".")
    assert (version, len(checksum)) == ("v1", 8)
    assert packed.replace("-", "").replace("_", "").isalnum()
    assert from_fragment(f"v1.{packed}.{checksum.upper()}") == document.encode()


DOCUMENT = to_document({"education": "bachelor", "home_areas": (90,)}, None, "x", "y", ON)
LINK = to_fragment(DOCUMENT)


@pytest.mark.parametrize(
    "tail",
    [
        *("&from=singlemessage", "&from=groupmessage&isappinstalled=0", "?from=timeline", "/", "#"),
        *("。", "」", "，", "）", "”", ".", ",", ")", "...", "…", "\u200b", " ", "\n", "\u3000"),
        *(
            "。帮我看看",
            " 帮我看看",
            "帮我看看",
            "hello",
            "abcdef",
            "1",
            "%E3%80%82",
            "%20",
            "&amp;",
        ),
    ],
)
def test_what_stands_behind_a_link_is_cut(tail: str) -> None:
    """What chat programs append, signs, and the words that follow."""
    assert from_fragment(LINK + tail) == DOCUMENT.encode()


@pytest.mark.parametrize(
    "changed",
    [
        f"#{LINK}",
        f" {LINK}",
        LINK.replace(".", "%2E"),
        LINK.replace(".", "%2e").replace("-", "%2D").replace("_", "%5F"),
        LINK.replace(".", "%252E"),
        f"{LINK[:30]}\n{LINK[30:]}",
        f"{LINK[:30]}\u200b{LINK[30:]}",
        f"{LINK[:30]} {LINK[30:60]} {LINK[60:]}",
    ],
)
def test_what_programs_change_inside_a_link_is_undone(changed: str) -> None:
    """Its sign, signs in percent, lines that were broken."""
    assert from_fragment(changed) == DOCUMENT.encode()


@given(end=st.integers(1, len(LINK) - 1), tail=st.sampled_from(["", "。", "&from=x", " abc", "…"]))
def test_a_link_that_was_cut_short_is_refused(end: int, tail: str) -> None:
    """Whatever stands behind what is left of it."""
    with pytest.raises(InputError):
        from_fragment(LINK[:end] + tail)


@given(st.text(max_size=80) | st.text(max_size=30).map(lambda text: f"{LINK[:40]}{text}"))
def test_no_text_is_read_as_other_answers(text: str) -> None:
    """It is refused, or it is the link itself."""
    try:
        raw = from_fragment(text)
    except InputError:
        return
    assert raw == DOCUMENT.encode()


def test_a_fragment_that_swells_is_refused() -> None:
    """Five megabytes of nothing, packed into one line, are not unpacked to the end."""
    with pytest.raises(InputError):
        from_fragment(to_fragment(" " * 5_000_000))
