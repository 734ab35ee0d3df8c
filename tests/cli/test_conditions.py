"""The command ``conditions``: whether somebody may apply, each condition by itself."""

import json
from pathlib import Path

import pytest

from calculator.cli.exit_codes import AT_FAULT, DONE
from tests.cli.commands import called, process, written

CAPTURE = pytest.CaptureFixture[str]
SCHOOLING = ("--standard", "suzhou-2024-schooling", "--on", "2025-05-01")
FACTS = '{"insured_now": true, "residence_permit_held": true, "continuous_residence_months": 5}'


def test_every_condition_is_told_with_its_state(capsys: CAPTURE, tmp_path: Path) -> None:
    """As the contract has it: one that is unmet decides; a track alone need not be named."""
    ran = called(capsys, "conditions", written(tmp_path, FACTS), *SCHOOLING, "--json")
    assert (ran.code, ran.err) == (DONE, "")
    assert json.loads(ran.out) == {
        "verdict": "unmet",
        "conditions": [
            {"id": "residence_permit", "state": "met", "missing": []},
            {"id": "continuous_residence_half_year", "state": "unmet", "missing": []},
            {"id": "insured", "state": "met", "missing": []},
            {"id": "homeowner", "state": "unknown", "missing": ["urban_home"]},
            {"id": "starting_grade", "state": "unknown", "missing": ["child_starting_grade"]},
        ],
    }


def test_the_text_says_the_verdict_and_what_is_missing(capsys: CAPTURE, tmp_path: Path) -> None:
    """A sentence, then a line for each."""
    ran = called(capsys, "conditions", written(tmp_path, FACTS), *SCHOOLING)
    assert ran.out.splitlines() == [
        "按您的回答，还不能申请：在市区连续合法居住满六个月，不符合。",
        "  有市区有效的居住证：符合",
        "  在市区连续合法居住满六个月：不符合",
        "  在市区参加职工社会保险：符合",
        "  在市区没有自有住宅：还不清楚（要看：家里在市区的房子）",
        "  孩子上起始年级：还不清楚（要看：孩子申请那年上起始年级）",
    ]


def test_the_edition_in_force_is_taken(capsys: CAPTURE, tmp_path: Path) -> None:
    """As ``estimate`` does."""
    facts = written(tmp_path, "{}")
    options = ("--track", "settlement", "--on", "2024-05-01", "--json")
    named = called(capsys, "conditions", facts, *options, "--standard", "suzhou-2023-settlement")
    assert called(capsys, "conditions", facts, *options) == named


def test_a_saved_document_says_of_what_it_is(capsys: CAPTURE, tmp_path: Path) -> None:
    """Edition, benefit and day; of two parents the first is judged, which is said."""
    about = {"standard": "suzhou-2024-schooling", "track": "schooling", "on": "2025-05-01"}
    kept = json.dumps({"insured_now": True, "estimate": about | {"other": {}}})
    ran = called(capsys, "conditions", written(tmp_path, kept))
    assert (ran.code, ran.err) == (DONE, "只判断第一位家长的条件。\n")


def test_facts_are_read_from_stdin() -> None:
    """A hyphen, as everywhere."""
    ran = process("conditions", "-", *SCHOOLING, "--json", stdin=FACTS.encode())
    assert (ran.code, json.loads(ran.out)["verdict"]) == (DONE, "unmet")


@pytest.mark.parametrize(
    ("facts", "options", "where"),
    [
        ("{}", ("--standard", "suzhou-2016"), "track"),
        ("{}", ("--standard", "suzhou-2016", "--track", "housing"), "track"),
        ("{}", ("--standard", "suzhou-2017", "--track", "schooling"), "standard"),
        ("{}", ("--track", "schooling", "--on", "2026-11-25"), "standard"),
        ("{}", (*SCHOOLING, "--on", "2025-02-30"), "on"),
        ('{"insured_now": 1}', SCHOOLING, "insured_now"),
        ("[", SCHOOLING, ""),
    ],
)
def test_what_is_at_fault_is_refused(
    capsys: CAPTURE, tmp_path: Path, facts: str, options: tuple[str, ...], where: str
) -> None:
    """By its name; nothing on stdout."""
    ran = called(capsys, "conditions", written(tmp_path, facts), *options)
    assert (ran.code, ran.out, ran.err.startswith(where)) == (AT_FAULT, "", True)


def test_where_tracks_score_alike_the_benefit_is_asked_for_all_the_same(
    capsys: CAPTURE, tmp_path: Path
) -> None:
    """Conditions differ, though points do not."""
    text = (Path(__file__).parents[2] / "docs/assets/template.toml").read_text("utf-8")
    begin = text.index("[tracks.settlement]")
    end = text.index("\n[", begin)
    other = text[begin:end].replace("settlement", "schooling")
    standard = written(tmp_path, f"{text[:end]}\n{other}{text[end:]}", "both.toml")
    ran = called(capsys, "conditions", written(tmp_path, "{}"), "--standard", standard)
    assert (ran.code, ran.err) == (AT_FAULT, "track：没有写，应为其中之一：settlement、schooling\n")
