"""What the command line says of its arguments."""

import argparse
import ast
import gettext
import inspect
import os
from tempfile import TemporaryDirectory

import pytest

from calculator.cli import argparse_chinese
from calculator.cli.argparse_chinese import MESSAGES, PLURALS, in_chinese
from calculator.cli.exit_codes import AT_FAULT, DONE
from calculator.cli.main import COMMANDS, main, make_parser

FOR_WHO_WRITES_PARSERS = (
    "not defined|conflicting|mode|can't open|cannot merge|invalid argument for positionals|"
    "invalid option string|dest= is required|conflict_resolution|mutually exclusive arguments must|"
    "multiple subparser|is not callable|deprecated|warning"
)
"""What argparse says of a parser that is made wrongly, or of what none of ours has."""


def asked(function: str) -> set[tuple[str, ...]]:
    """The texts that this Python's argparse looks up with a function of gettext."""
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == function
    ]
    return {
        tuple(str(arg.value) for arg in call.args if isinstance(arg, ast.Constant))
        for call in calls
    }


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """The exit code, and what stands on both streams."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    return ended.value.code, out + err


def test_all_that_a_person_can_meet_is_translated() -> None:
    """Of the argparse that runs here, whichever Python it is of."""
    texts = {text for found in asked("_") for text in found}
    rest = {text for text in texts - set(MESSAGES) if not matches(text)}
    assert (len(texts) > 30, rest) == (True, set())


def matches(text: str) -> bool:
    """Whether the text is meant for who writes a parser."""
    return any(phrase in text for phrase in FOR_WHO_WRITES_PARSERS.split("|"))


def test_what_is_said_of_several_is_translated() -> None:
    """One of them is of a parser that is made wrongly."""
    plural = {found for found in asked("ngettext") if found and not matches(found[0])}
    assert {found[:2] for found in plural} == set(PLURALS)


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_chinese(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """Of the whole and of every command; what is not are names that one types."""
    code, text = said(capsys, *command, "--help")
    english = [word for word in ("usage", "positional", "options", "show this") if word in text]
    assert (code, english, "用法：" in text) == (DONE, [], True)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_is_explained(command: str) -> None:
    """In the help of its command."""
    parser = argparse.ArgumentParser()
    COMMANDS[command].add_arguments(parser)
    assert [action.dest for action in parser._actions if not action.help] == []  # noqa: SLF001


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["estimate"], "缺少 FACTS.json"),
        (["estimate", "-", "--hat"], "不认识 --hat"),
        (["estimate", "-", "--on"], "--on：后面要写一个值"),
        (["estimate", "-", "--json=1"], "--json：后面不带值，读到 '1'"),
        (
            ["rank", "-", "--track", "x", "--quota", "1", "--threshold", "1"],
            "--threshold：不能和 --quota 一起用",
        ),
        (["rank", "-", "--s", "1"], "--s 不明确，可能是 --standard, --seats"),
        (["rank", "-"], "缺少 --track"),
    ],
)
def test_a_wrong_argument_is_told_in_chinese(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    """After how the command is used; exit code 2."""
    code, text = said(capsys, *arguments)
    assert (code, text.splitlines()[-1]) == (AT_FAULT, words)


def test_an_unknown_command_is_told_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """How their names are quoted depends on the Python."""
    code, text = said(capsys, "guess")
    last = text.splitlines()[-1]
    assert (code, last.startswith("COMMAND：没有 guess，可用：")) == (AT_FAULT, True)
    assert [name for name in COMMANDS if name not in last] == []


@pytest.mark.parametrize("language", [None, "de_DE"])
def test_all_is_as_before_afterwards(monkeypatch: pytest.MonkeyPatch, language: str | None) -> None:
    """The language of the process is the user's, but for reading arguments."""
    if language is None:
        monkeypatch.delenv("LANGUAGE", raising=False)
    else:
        monkeypatch.setenv("LANGUAGE", language)
    folder = gettext.bindtextdomain("messages")
    with in_chinese():
        inside = gettext.gettext("usage: ")
    after = (os.environ.get("LANGUAGE"), gettext.bindtextdomain("messages"))
    assert (inside, after) == ("用法：", (language, folder))


def test_where_nothing_can_be_written_it_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than not at all."""

    def refuse() -> TemporaryDirectory[str]:
        raise OSError

    monkeypatch.setattr(argparse_chinese, "TemporaryDirectory", refuse)
    with in_chinese():
        assert make_parser("suzhou-points").format_usage().startswith("usage: ")
