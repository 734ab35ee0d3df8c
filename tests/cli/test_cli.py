"""The command line: what it prints, where, and with which exit code.

Bad input goes through a real process, as a stranger would send it; the rest calls ``main``.
"""

import io
import json
import subprocess
import sys
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import pytest

from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.main import main
from calculator.reading.json_document import MAX_BYTES
from calculator.standard.loading import STANDARDS
from tests.cli.commands import EXAMPLE, ON_2016, REFUSED, Ran, called, process, refused, written
from tests.support import ROOT, editions

MOST_SECONDS = 5
SUZHOU = timezone(timedelta(hours=8))


BAD_ANSWERS = [
    ('{"veterans": true}', ["veterans", "true", "计分标准中的情况"]),
    ('{"health_record": true, "health_record": false}', ["health_record", "true", "false"]),
    ('{"health_record": 1}', ["health_record", "1", "true 或 false"]),
    ('{"health_record": "true"}', ["health_record", '"true"', "true 或 false"]),
    ('{"social_insurance_months": "96"}', ["social_insurance_months", '"96"', "0 到 1200 的整数"]),
    ('{"social_insurance_months": 1.5}', ["social_insurance_months", "1.5", "0 到 1200 的整数"]),
    ('{"social_insurance_months": true}', ["social_insurance_months", "true", "0 到 1200 的整数"]),
    ('{"social_insurance_months": -1}', ["social_insurance_months", "-1", "0 到 1200 的整数"]),
    ('{"social_insurance_months": 1201}', ["social_insurance_months", "1201", "0 到 1200 的整数"]),
    ('{"residence_months": 1e999999}', ["residence_months", "1e999999", "0 到 1200 的整数"]),
    (
        f'{{"residence_months": {"9" * 5000}}}',
        ["residence_months", "9" * 40 + "…", "0 到 1200 的整数"],
    ),
    ('{"residence_months": NaN}', ["residence_months", "NaN", "0 到 1200 的整数"]),
    ('{"home_areas": [Infinity]}', ["home_areas", "[Infinity]", "最多 20 个 0 到 100000 的数"]),
    ('{"home_areas": [-0.01]}', ["home_areas", "[-0.01]", "最多 20 个 0 到 100000 的数"]),
    ('{"home_areas": 80}', ["home_areas", "80", "最多 20 个 0 到 100000 的数"]),
    ('{"education": "phd"}', ["education", '"phd"', "other、senior_secondary、junior_college"]),
    ('{"birth_date": "1990-02-31"}', ["birth_date", '"1990-02-31"', "1900-01-01"]),
    ('{"birth_date": "2016-05-16"}', ["birth_date", '"2016-05-16"', "不晚于估算日期"]),
    ('{"birth_date": 1990}', ["birth_date", "1990", "1900-01-01"]),
    ('{"sports_other_points_declared": -5}', ["sports_other_points_declared", "-5", "0 到 10000"]),
    (
        '{"sports_other_claimed": false, "sports_other_points_declared": 5}',
        ["sports_other_claimed", "sports_other_points_declared", "false", "5"],
    ),
    ('{"\\ud800": 1}', ["\\ud800", "1", "计分标准中的情况"]),
    ('{"health_record": "\\ud800"}', ["health_record", '"\\ud800"', "true 或 false"]),
    ('{"a\\u001b[31m\\n": 1}', ["a\\u001b[31m\\n", "1", "计分标准中的情况"]),
    ('{"health_record": "\\u001b[31m"}', ["health_record", '"\\u001b[31m"', "true 或 false"]),
    ('{"health_record": {"a": [1]}}', ["health_record", "{…}", "true 或 false"]),
    ('{"home_areas": ' + "[" * 100 + "]" * 100 + "}", ["home_areas", "[[…]]", "最多 20 个"]),
    ('{"home_areas": ' + "[" * 400 + "]" * 400 + "}", ["home_areas", "[[…]]", "最多 20 个"]),
]

BAD_DOCUMENTS = [
    (b"", "内容是空的"),
    (b" \n", "内容是空的"),
    (b"[]", "读到 []，应为一个 JSON 对象"),
    (b"null", "读到 null，应为一个 JSON 对象"),
    (b'{"health_record": }', "第 19 个字符处不是正确的 JSON"),
    (b'{"health_record": true} x', "第 25 个字符处不是正确的 JSON"),
    (b"[" * 100_000, "嵌套层数太多"),
    (b'{"a":' * 100_000, "嵌套层数太多"),
    (b"{" + b" " * MAX_BYTES + b"}", "内容超过 1 MB"),
    (b"\xff\xfe{\x00}\x00", "第 1 个字节不是 UTF-8 编码"),
    (b'{"\xed\xa0\x80": 1}', "第 3 个字节不是 UTF-8 编码"),
]


@pytest.mark.parametrize(("document", "said"), BAD_ANSWERS)
def test_a_bad_answer_is_refused(document: str, said: list[str]) -> None:
    """The message names the key, the value and what is allowed; nothing stands on stdout."""
    ran = process("estimate", "-", *ON_2016, stdin=document.encode())
    assert (refused(ran), [entry for entry in said if entry not in ran.err]) == (REFUSED, [])


@pytest.mark.parametrize(("document", "said"), BAD_DOCUMENTS)
def test_a_bad_document_is_refused(document: bytes, said: str) -> None:
    """The message says what is wrong with it; nothing stands on stdout."""
    ran = process("estimate", "-", *ON_2016, stdin=document)
    assert (refused(ran), said in ran.err) == (REFUSED, True)


@pytest.mark.parametrize(
    "document",
    [
        b'{"residence_months": 1e999999999}',
        b'{"residence_months": ' + b"9" * 900_000 + b"}",
        b"[" * 900_000,
        b'{"education": "' + b"x" * 900_000 + b'"}',
        b'{"home_areas": [' + b"1," * 400_000 + b"1]}",
        b"{" + b",".join(b'"k%d": 0' % number for number in range(50_000)) + b"}",
    ],
)
def test_no_document_takes_long(document: bytes) -> None:
    """What is meant to fill the memory or the time is refused at once."""
    start = time.monotonic()
    ran = process("estimate", "-", *ON_2016, stdin=document)
    assert (refused(ran), time.monotonic() - start < MOST_SECONDS) == (REFUSED, True)


@pytest.mark.parametrize("text", ["\\u001b[31m", "\\u0007", "\\u202e"])
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    """A key is shown escaped."""
    ran = process("estimate", "-", *ON_2016, stdin=f'{{"{text}": 1}}'.encode())
    assert [line for line in ran.err.splitlines() if not line.isprintable()] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.json", "--standard", "suzhou-2016"], ["missing.json", "打不开"]),
        (["calculator", "--standard", "suzhou-2016"], ["calculator", "打不开"]),
        (["-", "--standard", "suzhou-1999"], ["standard", '"suzhou-1999"', "suzhou-2016"]),
        (["-", "--standard", "missing.toml"], ["missing.toml", "打不开"]),
        (
            ["-", "--standard", "suzhou-2016", "--track", "pension"],
            ["track", '"pension"', "settlement、schooling、medical"],
        ),
        (
            ["-", "--standard", "suzhou-2016", "--on", "2016-02-31"],
            ["on", '"2016-02-31"', "2016-05-15"],
        ),
        (["-", "--standard", "suzhou-2016", "--on", "today"], ["on", '"today"', "2016-05-15"]),
        (["-", "--on", "2015-01-01"], ["standard", "2015-01-01", "没有一个版本"]),
        (
            ["-", "--on", "2026-11-25", "--track", "medical"],
            ["都不看积分", "最后见到的是 suzhou-2021", "通过学校或托幼机构参保"],
        ),
        (["-", "--place", "suzhuo", "--track", "medical"], ["place", '"suzhuo"', "suzhou"]),
    ],
)
def test_a_bad_argument_is_refused(arguments: list[str], said: list[str]) -> None:
    """The message names the argument, its value and what is allowed."""
    ran = process("estimate", *arguments, stdin=b"{}")
    assert (refused(ran), [entry for entry in said if entry not in ran.err]) == (REFUSED, [])


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.json", "missing.json：打不开：没有这个文件，应为可读的文件"),
        ("calculator", "calculator：打不开：这是一个文件夹，应为可读的文件"),
    ],
)
def test_what_cannot_be_opened_is_said_in_the_publics_words(name: str, said: str) -> None:
    """Not in those of the operating system."""
    ran = process("estimate", name, *ON_2016)
    assert (refused(ran), ran.err.splitlines()) == (REFUSED, [said])


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs Linux")
@pytest.mark.parametrize("more", [(), ("--lines",)])
def test_a_file_that_fails_while_it_is_read_is_refused(more: tuple[str, ...]) -> None:
    """Opening went well, reading did not."""
    ran = process("estimate", "/proc/self/mem", *ON_2016, *more)
    assert (refused(ran), ran.err.startswith("/proc/self/mem：打不开")) == (REFUSED, True)


@pytest.mark.parametrize("more", [(), ("--lines",)])
def test_a_closed_stdin_is_refused(more: tuple[str, ...]) -> None:
    """Where there is no standard input, there is no such file."""
    command = f'exec "{sys.executable}" -m calculator estimate - "$@" <&-'
    ran = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *ON_2016, *more],
        capture_output=True,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    assert refused(Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())) == REFUSED


def test_of_many_faults_fifty_are_said() -> None:
    """Sixty bad keys give fifty lines, and how many there are besides."""
    document = json.dumps({f"k{number}": 0 for number in range(60)})
    lines = process("estimate", "-", *ON_2016, stdin=document.encode()).err.splitlines()
    assert (len(lines), lines[-1]) == (51, "另有 10 处问题没有列出")


@pytest.mark.parametrize("on", ["1850-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_far_away_is_answered(
    on: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """With the birth date unknown, before anybody was born and after everybody has died."""
    path = written(tmp_path, "{}")
    ran = called(capsys, "estimate", path, "--standard", "suzhou-2016", "--on", on, "--json")
    assert (ran.code, json.loads(ran.out)["lines"][0]["item"]) == (DONE, "age")


def test_an_unknown_command_is_refused() -> None:
    """What the command line does not know is an input at fault."""
    assert refused(process("guess")) == REFUSED


def test_a_broken_standard_is_refused(tmp_path: Path) -> None:
    """Every fault at once: file, key path, what was found, what is expected."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")
    for right, wrong in [
        ("per = 12", "per = 1.5"),
        ('combine = "sum"', 'combine = "all"'),
        ("cap = 500", "cap = 500\ncolour = 1"),
    ]:
        text = text.replace(right, wrong, 1)
    path = written(tmp_path, text, "draft.toml")
    ran = process("estimate", "-", "--standard", path, "--on", "2016-05-15", stdin=b"{}")
    expected = [
        "items.housing_fund.per：读到 1.5，应为不小于 1 的整数",
        'items.home.combine：读到 "all"，应为其中之一：sum、best',
        "items.social_insurance.colour：不认识的键，值为 1，应为其中之一：",
    ]
    said = [line for line in ran.err.splitlines() if line.startswith("draft.toml 第 ")]
    found = [entry for entry in expected if any(f" 行 {entry}" in line for line in said)]
    assert (refused(ran), found) == (REFUSED, expected)


def test_a_standard_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    """The message names the file and the line."""
    path = written(tmp_path, "id = suzhou", "draft.toml")
    ran = process("check", path)
    assert (refused(ran), "draft.toml 第 1 行：第 6 列读到 suzhou" in ran.err) == (REFUSED, True)


def test_an_estimate_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json, in words."""
    ran = called(capsys, "estimate", written(tmp_path, json.dumps(EXAMPLE)), *ON_2016)
    assert (ran.code, "年龄：10 分。" in ran.out, ran.err) == (DONE, True, "")


def test_an_estimate_is_read_from_stdin() -> None:
    """A hyphen means stdin, in any locale."""
    ran = process("estimate", "-", *ON_2016, "--json", stdin=json.dumps(EXAMPLE).encode())
    assert (ran.code, json.loads(ran.out)["total"], ran.err) == (
        DONE,
        {"low": 960, "high": 1370},
        "",
    )


def test_output_is_utf_8_everywhere() -> None:
    """A terminal that says it knows only ASCII is sent UTF-8 all the same."""
    ran = process("estimate", "-", *ON_2016, stdin=b"{}", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.out.startswith("苏州市"), ran.err) == (DONE, True, "")


def test_the_json_is_that_of_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly the keys of the contract, and the day and track that were asked for."""
    path = written(tmp_path, '{"health_record": true, "veteran": true}')
    ran = called(capsys, "estimate", path, *ON_2016, "--track", "settlement", "--json")
    result = json.loads(ran.out)
    shown = {key: result[key] for key in result if key not in ("lines", "unknown", "not_counted")}
    assert shown == {
        "standard": "suzhou-2016",
        "on": "2016-05-15",
        "track": "settlement",
        "total": {"low": None, "high": None},
        "before_deductions": {"low": 10, "high": None},
        "parts": {
            "base": {"low": 0, "high": 1760},
            "additional": {"low": 10, "high": None},
            "deduction": {"low": None, "high": 0},
        },
        "declared": [],
        "ignored": ["veteran"],
    }


def test_the_json_has_a_line_an_item(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line has an item, its part, its points and how sure they are."""
    path = written(tmp_path, '{"birth_date": "1990-05-08"}')
    ran = called(capsys, "estimate", path, *ON_2016, "--json")
    assert json.loads(ran.out)["lines"][0] == {
        "item": "age",
        "part": "base",
        "points": {"low": 10, "high": 10},
        "confidence": "confirmed",
    }


def test_a_draft_outside_the_product_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A standard may be named by its path."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")
    draft = written(tmp_path, text.replace("bachelor = 60", "bachelor = 65", 1), "draft.toml")
    facts = written(tmp_path, '{"education": "bachelor"}')
    ran = called(capsys, "estimate", facts, "--standard", draft, "--on", "2016-05-15", "--json")
    assert json.loads(ran.out)["lines"][1]["points"] == {"low": 65, "high": 65}


def test_without_a_standard_the_one_in_force_scores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The edition in force for the track on the day."""
    path = written(tmp_path, "{}")
    ran = called(capsys, "estimate", path, "--track", "settlement", "--on", "2016-05-15", "--json")
    assert (ran.code, json.loads(ran.out)["standard"]) == (DONE, "suzhou-2016")


def test_without_a_day_it_is_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The day is that in Suzhou, which is eight hours ahead of UTC."""
    path = written(tmp_path, "{}")
    before = datetime.now(SUZHOU).date()
    ran = called(capsys, "estimate", path, "--standard", "suzhou-2016", "--json")
    day = date.fromisoformat(json.loads(ran.out)["on"])
    assert before <= day <= datetime.now(SUZHOU).date()


def lines_of(ran: Ran) -> list[dict[str, object]]:
    """The JSON Lines on stdout."""
    return [json.loads(line) for line in ran.out.splitlines()]


def test_lines_are_answered_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One result a line, blank lines skipped."""
    path = written(
        tmp_path,
        '{"social_insurance_months": 1}\n\n  \r\n{"social_insurance_months": 2}\r\n'
        '{"social_insurance_months": 3}',
    )
    ran = called(capsys, "estimate", path, *ON_2016, "--lines")
    lows = [result["before_deductions"]["low"] for result in map(json.loads, ran.out.splitlines())]
    assert (ran.code, lows, ran.err) == (DONE, [5, 10, 15], "")


def test_a_faulty_line_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines count from 1, blank ones included; the others are answered all the same."""
    path = written(tmp_path, '{}\n\n{"veterans": 1}\n{"health_record": 1}\n{}\n')
    ran = called(capsys, "estimate", path, *ON_2016, "--lines")
    shown = [result.get("line") for result in lines_of(ran)]
    assert (ran.code, shown) == (SOME_REFUSED, [None, 3, 4, None])


def test_a_faulty_line_has_two_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its number, and the message that a single document gets."""
    path = written(tmp_path, '{"health_record": 1}')
    ran = called(capsys, "estimate", path, *ON_2016, "--lines")
    assert lines_of(ran) == [{"line": 1, "error": "health_record：读到 1，应为 true 或 false"}]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"[", "不是正确的 JSON"),
        (b"[]", "读到 []"),
        (b"\xff", "不是 UTF-8 编码"),
        (b'{"\\ud800": 1}', "\\ud800"),
        (b"[" * 100_000, "嵌套层数太多"),
        (b'{"a": "' + b"x" * MAX_BYTES + b'"}', "内容超过 1 MB"),
        (b"{" + b" " * (3 * MAX_BYTES) + b"}", "内容超过 1 MB"),
    ],
)
def test_no_line_breaks_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes, said: str
) -> None:
    """A line that is no document is refused; those around it are answered."""
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"{}\n" + line + b"\n{}\n")
    ran = called(capsys, "estimate", str(path), *ON_2016, "--lines")
    first, second, third = lines_of(ran)
    assert (ran.code, "total" in first, second["line"], "total" in third) == (
        SOME_REFUSED,
        True,
        2,
        True,
    )
    assert said in str(second["error"])


def test_a_line_of_one_megabyte_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The limit itself is allowed, its line end not counted."""
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b"{}".ljust(MAX_BYTES) + b"\n{}\n")
    ran = called(capsys, "estimate", str(path), *ON_2016, "--lines")
    assert (ran.code, len(lines_of(ran))) == (DONE, 2)


def test_no_lines_give_no_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty file of lines is done at once."""
    ran = called(capsys, "estimate", written(tmp_path, "\n"), *ON_2016, "--lines")
    assert ran == Ran(DONE, "", "")


def test_lines_of_a_missing_file_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be opened is an input at fault, not a faulty line."""
    ran = called(capsys, "estimate", str(tmp_path / "missing"), *ON_2016, "--lines")
    assert refused(ran) == REFUSED


def test_standards_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Each edition by its id, with its number."""
    ran = called(capsys, "standards")
    listed = [line.split()[0] for line in ran.out.splitlines() if not line.startswith(" ")]
    assert (ran.code, listed) == (DONE, list(editions().standards))


def test_standards_say_when_they_are_in_force(capsys: pytest.CaptureFixture[str]) -> None:
    """Each track with its days, and what nobody saw."""
    ran = called(capsys, "standards")
    assert "  schooling  子女入学：2016-01-15 至 截止日未见" in ran.out


def test_the_products_standards_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """Without paths, every edition of the product."""
    ran = called(capsys, "check")
    checked = [line.split("：")[0] for line in ran.out.splitlines()]
    assert (ran.code, checked, ran.err) == (DONE, list(editions().standards), "")


def test_a_draft_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With paths, only those."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")
    path = written(tmp_path, text.replace('id = "suzhou-2016"', 'id = "draft"', 1), "draft.toml")
    assert called(capsys, "check", path) == Ran(DONE, "draft：27 项，没有发现问题\n", "")


def test_a_faulty_draft_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft with a fault does not pass the check."""
    ran = called(capsys, "check", written(tmp_path, "id = 5", "draft.toml"))
    assert (refused(ran), "draft.toml 第 1 行 id：读到 5，应为一段不空的文字" in ran.err) == (
        REFUSED,
        True,
    )


def test_the_first_parent_may_come_from_stdin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """``estimate - SECOND.json``: while it is open who may apply, either total may count."""
    second = tmp_path / "second.json"
    no_penalty = '"city_management_violations": 0'
    second.write_text(f'{{"social_insurance_months": 20, {no_penalty}}}', encoding="utf-8")
    first = f'{{"social_insurance_months": 30, {no_penalty}}}'.encode()
    stdin = io.TextIOWrapper(io.BytesIO(first))
    monkeypatch.setattr("sys.stdin", stdin)
    arguments = ["estimate", "-", str(second), "--standard", "suzhou-2016", "--track", "schooling"]
    assert main([*arguments, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["total"] == {"low": 100, "high": None}


KEPT = '{"education": "bachelor", "estimate": {"standard": "suzhou-2016", "track": "schooling"%s}}'


@pytest.mark.parametrize(
    ("rest", "options", "points"),
    [
        (', "on": "2016-05-15"', [], ("suzhou-2016", "schooling", "2016-05-15", 60)),
        (
            ', "on": "2016-05-15"',
            ["--on", "2017-01-01"],
            ("suzhou-2016", "schooling", "2017-01-01", 60),
        ),
        (
            ', "on": "2016-05-15"',
            ["--standard", "suzhou-2023-settlement", "--track", "settlement"],
            ("suzhou-2023-settlement", "settlement", "2016-05-15", 100),
        ),
    ],
)
def test_what_a_document_says_of_the_estimate_holds_where_no_option_does(
    rest: str,
    options: list[str],
    points: tuple[str, str, str, int],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Edition, benefit and day, as the page kept them."""
    path = written(tmp_path, KEPT % rest)
    found = json.loads(called(capsys, "estimate", path, "--json", *options).out)
    lines = {line["item"]: line["points"]["low"] for line in found["lines"]}
    scored = lines.get("learning", lines.get("education"))
    assert (found["standard"], found["track"], found["on"], scored) == points


def test_a_document_of_two_parents_is_a_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second parent stands inside; one that is named takes their place."""
    no_penalty = '"city_management_violations": 0'
    other = f', "other": {{"education": "master", {no_penalty}}}'
    path = written(tmp_path, KEPT % other)
    found = json.loads(called(capsys, "estimate", path, "--json").out)
    assert [parent["total"]["low"] for parent in found["parents"]] == [None, 200]
    second = written(tmp_path, f'{{"education": "doctor", {no_penalty}}}', "second.json")
    found = json.loads(called(capsys, "estimate", path, second, "--json").out)
    assert [parent["total"]["low"] for parent in found["parents"]] == [None, 400]


PARENT: Final = {
    "social_insurance_months": 20,
    "residence_months": 24,
    "residence_permit_held": True,
    "insured_now": True,
    "continuous_residence_months": 24,
    "birth_date": "1970-01-01",
    "education": "other",
    "skill_level": "none",
    "professional_title": "none",
    "veteran": False,
    "housing_fund_months": 0,
    "investment_and_tax_claimed": False,
}
"""160 points for schooling in 2025."""


@pytest.mark.parametrize(
    ("insured", "total"),
    [
        (None, ({"low": 160, "high": 560}, "unknown")),
        (False, ({"low": 160, "high": 160}, "first")),
        (True, ({"low": 560, "high": 560}, "second")),
    ],
)
@pytest.mark.parametrize("named", [(), ("--track", "schooling")])
def test_two_parents_under_an_edition_with_one_benefit(
    named: tuple[str, ...],
    insured: bool | None,  # noqa: FBT001 - a column of the table above
    total: tuple[dict[str, int], str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It need not be named; whether the second may apply decides between 160 and 560 points."""
    first = written(tmp_path, json.dumps(PARENT | {"child_starting_grade": True}))
    more = PARENT | {"social_insurance_months": 100, "insured_now": insured}
    second = written(tmp_path, json.dumps(more), "second.json")
    edition = ("--standard", "suzhou-2024-schooling", "--on", "2025-05-01", "--json")
    found = json.loads(called(capsys, "estimate", first, second, *edition, *named).out)
    assert (found["total"], found["counts"]) == total


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ('{"estimate": {"standard": "draft.toml"}}', "standard"),
        ('{"estimate": {"standard": "suzhou-2016", "on": "today"}}', "on"),
        ('{"estimate": {"standrad": "suzhou-2016"}}', "estimate.standrad"),
        ('{"estimate": []}', "estimate"),
    ],
)
def test_what_a_document_says_wrongly_is_refused(
    kept: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document names no file of this machine, and no key that nobody knows."""
    ran = called(capsys, "estimate", written(tmp_path, kept))
    assert (refused(ran), ran.err.startswith(f"{said}：")) == (REFUSED, True)


def test_a_line_of_many_has_no_estimate_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The options say under what all lines are estimated; a line that says it is refused."""
    ran = called(capsys, "estimate", written(tmp_path, '{"estimate": {}}'), "--lines", *ON_2016)
    assert (ran.code, json.loads(ran.out)["line"]) == (SOME_REFUSED, 1)


def test_a_document_of_a_newer_version_is_read_with_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not silently."""
    ran = called(capsys, "estimate", written(tmp_path, KEPT % ', "version": 2, "mood": 1'))
    assert (ran.code, "较新的版本" in ran.err) == (DONE, True)
