"""``outlook`` and ``diff`` on the command line."""

import json
from pathlib import Path

import pytest

from calculator.cli import diff
from calculator.cli.exit_codes import AT_FAULT, DONE
from calculator.cli.main import main
from calculator.standard.loading import STANDARDS

FACTS = (
    '{"social_insurance_months": 96, "residence_months": 119, "home_areas": [90],'
    ' "city_management_violations": 0}'
)
ON_2016 = ("--standard", "suzhou-2016", "--on", "2016-05-15")


def called(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The command's code, and what it left on stdout and stderr."""
    code = main(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def facts(tmp_path: Path) -> str:
    """The path of a document of facts."""
    path = tmp_path / "facts.json"
    path.write_text(FACTS, "utf-8")
    return str(path)


@pytest.fixture
def new(tmp_path: Path) -> str:
    """The path of a new version of the 2016 edition: 31 points a year of residence."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")
    old = 'fact = "residence_months"\nper = 12\npoints = 30'
    assert old in text
    path = tmp_path / "suzhou-2016.toml"
    path.write_text(text.replace(old, old.replace("30", "31")), "utf-8")
    return str(path)


def test_outlook_tells_days_the_line_and_steps(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two years ahead where nothing else is said."""
    code, out, err = called(capsys, "outlook", facts, *ON_2016, "--line", "760")
    assert (code, err) == (DONE, "")
    assert "2016-05-15  750 分起\n2016-06-15  785 分起\n" in out
    assert "760 分：2016-06-15 达到；没填的都按最高算，现在就够。" in out
    assert "居住月数：再住满 1 个月，加 30 分。" in out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("750", "现在已经达到。"),
        ("5000", "按已答的情况还不能确定达到；没填的都按最高算，现在就够。"),
    ],
)
def test_outlook_tells_how_a_line_stands(
    facts: str, line: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is certain apart from what is possible: never more than the answers say."""
    _, out, _ = called(capsys, "outlook", facts, *ON_2016, "--line", line)
    assert f"{line} 分：{said}" in out


def test_outlook_names_deadlines_of_the_track(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last day to apply for settlement stands in the table."""
    _, out, _ = called(capsys, "outlook", facts, *ON_2016, "--track", "settlement")
    assert "2016-10-31  790 分起" not in out
    assert "2016-10-31  800 分起  提出申请的最后一天\n" in out


def test_outlook_names_no_deadline_of_an_edition_that_rules_no_more(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The windows of the 2016 edition are of the past."""
    later = ("--standard", "suzhou-2016", "--on", "2026-05-15", "--track", "settlement")
    _, out, _ = called(capsys, "outlook", facts, *later)
    assert "最后一天" not in out


def test_outlook_as_json(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The same as data."""
    until = ("--until", "2016-06-15", "--json")
    code, out, _ = called(capsys, "outlook", facts, *ON_2016, *until)
    found = json.loads(out)
    assert code == DONE
    assert [point["on"] for point in found["points"]] == ["2016-05-15", "2016-06-15"]
    assert "line" not in found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--until", "2016-05-14"), "until：读到 2016-05-14"),
        (("--until", "2066-05-16"), "应为 2016-05-15 到 2066-05-15 之间的日期"),
        (("--until", "soon"), 'until：读到 "soon"'),
        (("--line", "many"), 'line：读到 "many"，应为一个分数'),
        (("--track", "fishing"), 'track：读到 "fishing"'),
    ],
)
def test_outlook_refuses_bad_options(
    facts: str, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the option, what was found and what is expected; nothing on stdout."""
    code, out, err = called(capsys, "outlook", facts, *ON_2016, *arguments)
    assert (code, out) == (AT_FAULT, "")
    assert said in err


def test_outlook_on_the_last_days_of_the_calendar(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No day is beyond them."""
    last = ("--standard", "suzhou-2016", "--on", "9999-11-30")
    code, out, _ = called(capsys, "outlook", facts, *last)
    assert code == DONE
    assert "9999-12-30  785 分起\n" in out


def test_diff_of_two_editions(capsys: pytest.CaptureFixture[str]) -> None:
    """Row by row; golden cases belong to versions of one edition only."""
    code, out, err = called(capsys, "diff", "suzhou-2016", "suzhou-2021")
    assert (code, err) == (DONE, "")
    assert "取消：年龄（age）" in out
    assert "算例" not in out


def test_diff_for_a_person(facts: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Both totals, and the questions that are to be answered again."""
    person = ("--facts", facts, "--track", "settlement", "--on", "2016-05-15")
    code, out, _ = called(capsys, "diff", "suzhou-2016", "suzhou-2021", *person)
    assert code == DONE
    assert "这个人 2016-05-15 的总分：750 分起 → 480 分起" in out
    assert "要重新回答" in out


def test_diff_of_two_versions_tells_every_golden_case_that_changes(
    new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What an officer reads before publishing."""
    code, out, _ = called(capsys, "diff", "suzhou-2016", new)
    assert code == DONE
    assert "改变：办理居住证年限（residence）\n  原：每满 1 年 30 分；最高 300 分\n" in out
    assert "  worked-check：1070 分 → 1079 分（办理居住证年限）\n" in out


def test_diff_says_where_there_are_no_golden_cases(
    new: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An installation without the tests has none."""
    monkeypatch.setattr(diff, "GOLDEN", tmp_path / "none")
    code, out, _ = called(capsys, "diff", "suzhou-2016", new)
    assert code == DONE
    assert out.endswith("没有找到算例 tests/golden/suzhou/2016.toml，没有逐例比较。\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("suzhou-2016", "suzhou-1916"), 'standard：读到 "suzhou-1916"'),
        (("suzhou-2016", "absent.toml"), "absent.toml：打不开"),
        (("suzhou-2016", "suzhou-2021", "--facts", "absent.json"), "absent.json：打不开"),
        (("suzhou-2016", "suzhou-2021", "--on", "today"), 'on：读到 "today"'),
    ],
)
def test_diff_refuses_what_it_cannot_read(
    arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing on stdout."""
    code, out, err = called(capsys, "diff", *arguments)
    assert (code, out) == (AT_FAULT, "")
    assert said in err


def test_diff_refuses_a_track_that_one_edition_lacks(
    facts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is printed."""
    person = ("--facts", facts, "--track", "medical")
    code, out, err = called(capsys, "diff", "suzhou-2021", "suzhou-2023-settlement", *person)
    assert (code, out) == (AT_FAULT, "")
    assert "两版都有的一种：settlement" in err
