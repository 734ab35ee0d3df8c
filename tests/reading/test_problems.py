"""What is wrong with an input, in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading.problems import InputError, Problem, quote_key, quote_value, why_cannot_open
from calculator.values.number import Numeral


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("age", "读到 1", "true 或 false"), "age：读到 1，应为 true 或 false"),
        (Problem("", "内容是空的", "一个 JSON 对象"), "内容是空的，应为一个 JSON 对象"),
        (Problem("age", "没有写"), "age：没有写"),
        (
            Problem("items.age.cap", '读到 "5"', "一个数字", "2016.toml", 120),
            '2016.toml 第 120 行 items.age.cap：读到 "5"，应为一个数字',
        ),
        (Problem("", "打不开", file="2016.toml"), "2016.toml：打不开"),
        (
            Problem("rule", "读到 x", "其中之一", meant="flat"),
            "rule：读到 x，应为其中之一；是不是 flat？",
        ),
    ],
)
def test_a_problem_says_where_what_and_what_is_expected(problem: Problem, text: str) -> None:
    """A message holds the place, what was found and what is expected, as far as there are."""
    assert str(problem) == text


def test_an_error_says_every_problem_on_its_own_line() -> None:
    """All faults are named at once."""
    assert str(InputError([Problem("a", "x"), Problem("b", "y")])) == "a：x\nb：y"


def test_an_error_carries_its_problems() -> None:
    """A page can put each problem next to its field."""
    assert InputError(iter([Problem("a", "x")])).problems == (Problem("a", "x"),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("96", '"96"'),
        (Numeral("96"), "96"),
        (Numeral("NaN"), "NaN"),
        (True, "true"),
        (None, "null"),
        (96, "96"),
        ("本科", '"本科"'),
        ('say "no"', '"say \\"no\\""'),
        ([], "[]"),
        ([Numeral("1"), "a", None], '[1, "a", null]'),
        ({}, "{}"),
        ({"a": 1}, "{…}"),
        (date(2016, 1, 15), '"2016-01-15"'),
    ],
)
def test_a_value_is_shown_as_it_was_written(value: object, text: str) -> None:
    """A text is quoted, a number is not, and neither is what JSON calls by a word."""
    assert quote_value(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("\x1b[31m", '"\\u001b[31m"'),
        ("a\nb", '"a\\nb"'),
        ("\ud800", '"\\ud800"'),
        ("\u202e", '"\\u202e"'),
    ],
)
def test_what_is_not_printable_is_escaped(value: str, text: str) -> None:
    """No value of a stranger steers the terminal it is shown on."""
    assert quote_value(value) == text


def test_a_long_text_is_cut() -> None:
    """A message repeats forty characters of a value, and says that there are more."""
    assert quote_value("a" * 1000) == '"' + "a" * 39 + "…"


def test_forty_characters_are_not_cut() -> None:
    """The longest value that is shown whole has forty characters."""
    assert quote_value("a" * 40) == '"' + "a" * 40 + '"'


@given(st.text(st.characters(), max_size=100))
def test_every_text_is_shown_short_and_printable(text: str) -> None:
    """Whatever it holds, a shown text is one printable line of at most 42 characters."""
    assert (quote_value(text).isprintable(), len(quote_value(text)) <= 42) == (True, True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([[1]], "[[…]]"),
        ([["a", "b"], 1], "[[…], 1]"),
        ([{"a": 1}], "[{…}]"),
        ([1] * 1000, "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …"),
    ],
)
def test_what_is_inside_a_list_is_not_spread_out(value: object, text: str) -> None:
    """A list shows its own values, and that there are lists inside it."""
    assert quote_value(value) == text


@pytest.mark.parametrize("most", [49, 50])
def test_up_to_fifty_problems_are_all_said(most: int) -> None:
    """A message that lists everything says nothing of a rest."""
    assert str(InputError([Problem("a", "x")] * most)).splitlines() == ["a：x"] * most


@pytest.mark.parametrize(("number", "rest"), [(51, 1), (60, 10)])
def test_of_many_problems_fifty_are_said(number: int, rest: int) -> None:
    """The rest is counted; the error itself carries all of them."""
    error = InputError([Problem("a", "x")] * number)
    expected = [*["a：x"] * 50, f"另有 {rest} 处问题没有列出"]
    assert (str(error).splitlines(), len(error.problems)) == (expected, number)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("age", "age"),
        ("学历", "学历"),
        ("\x1b[31m", "\\u001b[31m"),
        ("a" * 1000, "a" * 39 + "…"),
    ],
)
def test_a_key_is_named_without_quotes(key: str, text: str) -> None:
    """As short and as harmless as a value."""
    assert quote_key(key) == text


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (FileNotFoundError(2, "No such file"), "打不开：没有这个文件"),
        (IsADirectoryError(21, "Is a directory"), "打不开：这是一个文件夹"),
        (PermissionError(13, "Permission denied"), "打不开：没有权限"),
        (OSError(5, "Input/output error"), "打不开：Input/output error"),
    ],
)
def test_why_a_file_cannot_be_opened_is_said_in_words(error: OSError, text: str) -> None:
    """The usual reasons in the public's words, a rare one as the system says it."""
    assert why_cannot_open(error) == text
