"""ask = prove and ask = about: the golden cases in the visitor's browser."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile
from zipimport import zipimporter

from calculator.cli.golden_effects import GOLDEN
from calculator.page_api.bridge import answer
from calculator.page_api.self_check import fingerprint
from calculator.publish.engine.bundle import as_json
from calculator.reading.toml_file import read_toml
from calculator.values.number import read_number
from tests.support import editions

TABLES = json.loads(as_json(read_toml(GOLDEN / "suzhou/2016.toml")), parse_float=read_number)


def proved(case: object, **tables: object) -> dict[str, Any]:
    """The verdict on a case."""
    request = {"ask": "prove", "standard": "suzhou-2016", "case": case} | tables
    return answer(request, editions())


def test_every_case_is_right_as_it_travels_to_the_browser() -> None:
    """As JSON, with the answers that all cases share."""
    verdicts = [proved(case, all_no=TABLES["all_no"]) for case in TABLES["cases"]]
    assert [entry["text"] for entry in verdicts if not entry["ok"]] == []


def test_a_right_case_says_its_total() -> None:
    """Beside the situation in words."""
    verdict = proved(TABLES["cases"][0], all_no=TABLES["all_no"])
    assert verdict["ok"] is True
    assert verdict["text"].endswith("手算和程序都是 1070 分。")


def test_a_wrong_case_says_what_differs() -> None:
    """By the labels that the public knows."""
    case = TABLES["cases"][0]
    wrong = case | {"lines": case["lines"] | {"age": "9"}, "declared": ["hat"]}
    verdict = proved(wrong, all_no=TABLES["all_no"])
    assert not verdict["ok"]
    assert (
        "年龄手算 9 分，程序算得 10 分；算例各行之和手算 1070 分，程序算得 1069 分"
        in verdict["text"]
    )
    assert "按官方告知分值计入的项目手算 hat，程序算得 没有" in verdict["text"]


def test_a_line_that_there_is_none_of_differs() -> None:
    """An item that the edition does not have."""
    case = TABLES["cases"][0]
    verdict = proved(case | {"lines": case["lines"] | {"hat": "0"}}, all_no=TABLES["all_no"])
    assert "hat手算 0 分，程序算得 没有这一行" in verdict["text"]


def test_what_is_no_case_is_told() -> None:
    """With what is wrong with it, and no traceback."""
    assert proved({"id": "x"})["text"].startswith("cases.x.")
    assert not proved(None)["ok"]
    assert not answer({"ask": "prove", "standard": "none"}, editions())["ok"]


def test_about_tells_what_runs_here() -> None:
    """The editions, and no fingerprint of an archive where there is none."""
    about = answer({"ask": "about"}, editions())
    assert about["module"] is None
    assert about["standards"][0] == {
        "id": "suzhou-2016",
        "title": "苏州市流动人口积分管理计分标准（2016 版）",
    }


def test_fingerprint_is_of_the_whole_archive(tmp_path: Path) -> None:
    """The first digits of its SHA-256."""
    archive = tmp_path / "python.zip"
    with ZipFile(archive, "w") as made:
        made.writestr("calculator/__init__.py", "")
    known = sha256(archive.read_bytes()).hexdigest()[:12]
    assert fingerprint(zipimporter(str(archive))) == known
