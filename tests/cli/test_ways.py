"""The command ``ways``: how a benefit is had on a day."""

import json

import pytest

from calculator.cli.exit_codes import AT_FAULT, DONE
from calculator.cli.main import main

TODAY = ("--on", "2026-11-25")


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    code = main(["ways", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_one_benefit_is_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    """Ways without points first, then the edition; nothing of a gap."""
    code, out, _ = asked(capsys, "--track", "settlement", *TODAY, "--json")
    found = json.loads(out)
    assert code == DONE
    assert (found["place"], found["track"], found["on"]) == ("suzhou", "settlement", "2026-11-25")
    assert [(way["id"], way["kind"], way["standard"]) for way in found["ways"]] == [
        ("home", "direct", None),
        ("talent", "direct", None),
        ("county_cities", "direct", None),
        ("suzhou-2023-settlement", "points", "suzhou-2023-settlement"),
    ]
    assert found["gap"] is None


def test_where_no_edition_rules_the_gap_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Though there are ways without points."""
    _, out, _ = asked(capsys, "--track", "medical", *TODAY, "--json")
    found = json.loads(out)
    assert {way["kind"] for way in found["ways"]} == {"direct"}
    assert "都不看积分" in found["gap"]


def test_without_a_benefit_all_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """A list, in the place's order."""
    _, out, _ = asked(capsys, *TODAY, "--json")
    assert [found["track"] for found in json.loads(out)] == ["settlement", "schooling", "medical"]


def test_the_text_answers_by_points_who_when_with_what(capsys: pytest.CaptureFixture[str]) -> None:
    """For the benefit that is named."""
    _, out, _ = asked(capsys, "--track", "settlement", *TODAY)
    assert out.startswith("苏州市区，落户，2026 年 11 月 25 日")
    assert "分数线：2024 年市区 200 分" in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--place", "suzhuo"), 'place：读到 "suzhuo"'),
        (("--track", "housing"), 'track：读到 "housing"'),
        (("--on", "2026-13-01"), 'on：读到 "2026-13-01"'),
    ],
)
def test_what_nobody_knows_is_refused(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    """With what there is, and nothing on stdout."""
    code, out, err = asked(capsys, *arguments)
    assert (code, out) == (AT_FAULT, "")
    assert told in err
