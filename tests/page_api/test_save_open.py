"""ask = keep and ask = open: a document and a link, there and back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.answers.saved_answers import to_fragment
from calculator.answers.typed_text import format_answer
from calculator.cli.exit_codes import DONE
from calculator.cli.main import main
from calculator.page_api.bridge import answer
from calculator.text.saved_answers import CHILD_ONLY
from tests.support import admissible, editions, suzhou_2016

from .ask import ask

STANDARD = suzhou_2016()
TODAY = "2026-11-23"
TYPED = {
    fact: admissible(STANDARD.facts_by_id[fact])
    .map(format_answer)
    .filter(lambda text: len(text) < 20)
    for fact in STANDARD.uses
    if not fact.endswith("_declared")
}


def opened(**given_: str) -> dict[str, Any]:
    """The answer to opening a document or a link."""
    return answer({"ask": "open", "today": TODAY} | given_, editions())


def noted(document: object) -> list[str]:
    """What is noted on opening a document."""
    notes: list[str] = opened(text=json.dumps(document))["notes"]
    return notes


KEPT = {"standard": "suzhou-2016", "track": "schooling", "on": "2016-05-15"}


@settings(max_examples=40, deadline=None)
@given(first=st.fixed_dictionaries({}, optional=TYPED), key=st.sampled_from(["text", "fragment"]))
def test_what_is_kept_opens_as_it_was(first: dict[str, str], key: str) -> None:
    """Every answer, as a file and as a link, comes back as its control holds it."""
    kept = ask("keep", **first)
    found = opened(**{key: kept["document" if key == "text" else key]})
    assert kept["left_out"] == []
    assert found["fields"] == first
    assert found["notes"] == []
    assert {key: found[key] for key in KEPT} == KEPT | {"track": "settlement"}


@pytest.mark.parametrize("track", ["settlement", "schooling"])
def test_the_command_line_reads_it_to_the_same_result(
    track: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Months counted from a start are kept as they were counted; a second parent makes a family."""
    no_violations = {f"{parent}city_management_violations": "0" for parent in ("", "other__")}
    fields = no_violations | {
        "social_insurance_months": "2012-03",
        "home_areas": "74.99;20.5",
        "lives_in_own_home": "true",
        "other__education": "master",
    }
    kept, shown = (ask(what, track=track, **fields) for what in ("keep", "estimate"))
    path = tmp_path / kept["name"]
    path.write_text(kept["document"], "utf-8")
    assert main(["estimate", str(path), "--json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert found["total"] == (shown["family"] or shown["estimate"])["against_cutoffs"]
    assert ("parents" in found) == (track == "schooling")


def test_the_name_says_edition_benefit_and_day() -> None:
    """Several files stay apart."""
    assert ask("keep")["name"] == "suzhou-2016-settlement-2016-05-15.json"


def test_what_does_not_fit_is_left_out_and_told() -> None:
    """A second parent's answers too, where the benefit is not for a child."""
    kept = ask("keep", education="wise", veteran="true", other__education="master")
    assert kept["left_out"] == [ask(education="wise")["errors"]["education"], CHILD_ONLY]
    assert json.loads(kept["document"]) == {
        "veteran": True,
        "estimate": {"version": 1} | KEPT | {"track": "settlement"},
    }


@pytest.mark.parametrize(
    ("about", "error"), [({"on": ""}, "请选择日期"), ({"track": ""}, "请选择办哪一项")]
)
def test_without_day_or_benefit_nothing_is_kept(about: dict[str, str], error: str) -> None:
    """It is said why."""
    assert ask("keep", **about) == {"error": error}


@pytest.mark.parametrize(
    ("document", "note"),
    [
        ({"hat": 1, "estimate": KEPT}, "“hat”（1）不认识，没有读入。"),
        (
            {"social_insurance_months": 1201, "estimate": KEPT},
            "社会保险月数：1201 不合要求，没有读入。",
        ),
        ({"veteran": True, "estimate": KEPT}, "这一版不问：军队退役人员。这些回答不参加计算。"),
        (
            {"estimate": KEPT | {"standard": "suzhou-2012"}},
            '里面写的标准 "suzhou-2012" 这里没有，请另选一版。',
        ),
        (
            {"estimate": KEPT | {"track": "housing"}},
            '里面写的待遇 "housing" 这一版没有，请另选一项。',
        ),
        ({"estimate": KEPT | {"on": "2016-02-31"}}, '里面的日期 "2016-02-31" 不对，按今天算。'),
        ({}, "里面没有写是哪一天的情况，按今天算。"),
        (
            {"estimate": KEPT | {"version": 2, "mood": "good"}},
            "这份内容是用较新的版本存的，认得的都读入了。",
        ),
        (
            {"estimate": KEPT | {"track": "settlement", "other": {}}},
            "第二位家长的回答只用于为子女申请的待遇，这一项用不上。",
        ),
        ({"estimate": KEPT | {"other": {"hat": 1}}}, "“hat”（1）不认识，没有读入。"),
    ],
)
def test_what_does_not_fit_any_more_is_said(document: object, note: str) -> None:
    """Each in a sentence, and the rest is read."""
    assert noted(document) == [note]


def test_a_plain_document_of_facts_opens_too() -> None:
    """The page keeps its own edition and benefit."""
    found = opened(text='{"education": "bachelor", "veteran": null, "home_areas": []}')
    assert found["standard"] is None
    assert found["track"] is None
    assert found["on"] == TODAY
    assert found["fields"] == {"education": "bachelor", "home_areas": "none"}


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"text": "x" * 1_000_001}, "打不开。内容超过 1 MB，应为较小的文件。"),
        ({"text": ""}, "打不开。内容是空的，应为一个 JSON 对象，例如 {}。"),
        ({"text": '{"estimate": 1}'}, "打不开。estimate：读到 1，应为"),
        ({"text": '{"estimate": {"mood": 1}}'}, "打不开。estimate.mood：不认识的键"),
        ({"text": '{"estimate": {"other": 1}}'}, "打不开。estimate.other：读到 1"),
        ({"text": '{"estimate": {"version": "x"}}'}, "打不开。estimate.version：读到"),
        ({"text": '{"estimate": {"on": 1}}'}, "打不开。estimate.on：读到 1"),
        ({"fragment": "v2.abc.def"}, "打不开。这个链接的格式（v2）比这里的新，读不了。"),
        ({"fragment": "hello"}, "打不开。链接不完整，可能复制时少了一段，请重新复制整个链接。"),
        ({"fragment": "v1." + "x" * 1_000_001}, "打不开。链接太长。"),
    ],
)
def test_what_cannot_be_opened_is_told(given_: dict[str, str], words: str) -> None:
    """In a sentence, without a traceback."""
    assert opened(**given_)["error"].startswith(words)


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 60), letter=st.sampled_from("Aa0-_."))
def test_a_damaged_link_is_noticed(place: int, letter: str) -> None:
    """One other letter never gives another answer; an end that was cut off is told."""
    link = to_fragment('{"education": "bachelor"}')
    damaged = link[:place] + letter + link[place + 1 :]
    found = opened(fragment=damaged)
    assert "error" in found or found["fields"] == {"education": "bachelor"}
    assert "error" in opened(fragment=link[: -1 - place % 20])


def test_a_link_may_carry_its_sign() -> None:
    """As it stands in an address."""
    assert opened(fragment="#" + to_fragment("{}"))["fields"] == {}


def test_what_has_no_edition_is_not_kept() -> None:
    """It is told why."""
    assert ask("keep", standard="suzhou-2035") == {"error": "没有这一版标准，请另选一版"}
