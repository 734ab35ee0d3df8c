"""The command line where an input, an option or the terminal is not as usual."""

import io
import json
import runpy
import sys
from pathlib import Path

import pytest

from calculator.cli.exit_codes import AT_FAULT, DONE, SOME_REFUSED
from calculator.cli.main import main
from tests.cli.commands import EXAMPLE, ON_2016, called, written

CAPTURE = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("estimate", "-", "-", *ON_2016), "两处都是 -"),
        (("estimate", "-", "other.json", "--lines", *ON_2016), "--lines 与第二位家长同用"),
        (
            ("estimate", "{}", "--track", "housing", "--on", "2016-05-15"),
            "其中之一：settlement、schooling、medical",
        ),
        (("estimate", "{}", "--on", "2024-05-15"), "2024 年以来见到的办法都不看积分"),
    ],
)
def test_what_does_not_go_together_is_refused(
    capsys: CAPTURE, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """In words on stderr, nothing on stdout."""
    given = [written(tmp_path, "{}") if argument == "{}" else argument for argument in arguments]
    ran = called(capsys, *given)
    assert (ran.code, ran.out, said in ran.err) == (AT_FAULT, "", True)


def test_missing_standard_input_is_refused(
    capsys: CAPTURE, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a program starts us without any."""
    monkeypatch.setattr(sys, "stdin", None)
    ran = called(capsys, "estimate", "-", *ON_2016)
    assert (ran.code, ran.err) == (AT_FAULT, "-：打不开：没有这个文件，应为可读的文件\n")


def test_refused_rows_are_counted_at_the_end(capsys: CAPTURE, tmp_path: Path) -> None:
    """Who reads only the last line knows that rows are missing."""
    rows = written(tmp_path, "id,registration_date,education\n1,2012-03-01,wise\n", "rows.csv")
    ran = called(capsys, "rank", rows, "--track", "settlement", *ON_2016)
    assert ran.code == SOME_REFUSED
    assert ran.err.endswith("已排 0 人。上面列出的行没有排，改好后请重新运行。\n")


def test_outlook_of_two_parents_says_whose_it_is(capsys: CAPTURE, tmp_path: Path) -> None:
    """A document with both parents is read, the second one left aside."""
    about = {"standard": "suzhou-2016", "track": "schooling", "on": "2016-05-15", "other": {}}
    kept = written(tmp_path, json.dumps(EXAMPLE | {"estimate": about}))
    ran = called(capsys, "outlook", kept)
    assert (ran.code, ran.err) == (DONE, "只展望第一位家长的积分。\n")


class _Closed(io.TextIOWrapper):
    """A pipe whose reader has gone."""

    def write(self, _: str) -> int:
        """Fails."""
        raise BrokenPipeError


def test_reader_that_has_gone_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in ``python -m calculator standards | head -0``."""
    errors = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", _Closed(io.BytesIO()))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(errors))
    assert main(["standards"]) == AT_FAULT
    assert errors.closed


def test_package_is_a_command(capsys: CAPTURE, monkeypatch: pytest.MonkeyPatch) -> None:
    """``python -m calculator`` is the command line, its exit code too."""
    monkeypatch.setattr(sys, "argv", ["calculator", "standards"])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("calculator", run_name="__main__")
    assert left.value.code == DONE
    assert "suzhou-2016" in capsys.readouterr().out
