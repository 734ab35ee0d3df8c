"""Exact numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.values.number import (
    INFINITY,
    Bound,
    Number,
    Numeral,
    format_decimal,
    normalize,
    number_to_json,
    read_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("-0", 0),
        ("-0.0", 0),
        ("96", 96),
        ("-7", -7),
        ("12.0", 12),
        ("74.99", Fraction(7499, 100)),
        ("1e2", 100),
        ("1E+2", 100),
        ("25e-2", Fraction(1, 4)),
        ("1e30", 10**30),
        ("1e-30", Fraction(1, 10**30)),
        ("9" * 100, 10**100 - 1),
    ],
)
def test_a_numeral_is_read_exactly(text: str, number: Number) -> None:
    """A JSON numeral has its exact value."""
    assert read_number(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1 ",
        "1\n",
        "+1",
        "--1",
        "01",
        ".5",
        "5.",
        "1_000",
        "1,000",
        "0x10",
        "１",
        "1/2",
        "NaN",
        "Infinity",
        "-Infinity",
        "inf",
        "true",
    ],
)
def test_what_is_no_json_numeral_is_no_number(text: str) -> None:
    """Nothing but a JSON numeral is a number."""
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["1e31", "1e-31", "1e999999", "0e99999999999", "9" * 101])
def test_an_absurd_numeral_is_no_number(text: str) -> None:
    """A numeral that would fill the memory is refused, not computed."""
    assert read_number(text) is None


def test_a_digit_far_behind_the_point_counts() -> None:
    """The thirty-second decimal keeps a measure below its threshold."""
    number = read_number("74.99999999999999999999999999999999")
    assert number is not None
    assert 75 - number == Fraction(1, 10**32)


@pytest.mark.parametrize("text", ["12", "12.0", "1.2e1", "120e-1"])
def test_a_whole_number_is_an_int(text: str) -> None:
    """Whole numbers are of one type, however they are written."""
    assert type(read_number(text)) is int


def test_exact_keeps_a_fraction() -> None:
    """A number that is not whole stays a fraction."""
    assert normalize(Fraction(5, 2)) == Fraction(5, 2)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (480, "480"),
        (-20, "-20"),
        (Fraction(5, 2), "2.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(7499, 100), "74.99"),
        (Fraction(1, 10**7), "0.0000001"),
    ],
)
def test_plain_writes_decimal_digits(number: Bound, text: str) -> None:
    """People read decimal digits, never a fraction or an exponent."""
    assert format_decimal(number) == text


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_what_plain_writes_is_read_back(digits: int, places: int) -> None:
    """Writing and reading a decimal loses nothing."""
    number = normalize(Fraction(digits, 10**places))
    assert read_number(format_decimal(number)) == number


@pytest.mark.parametrize(
    ("number", "value"),
    [
        (480, 480),
        (-20, -20),
        (Fraction(41, 2), 20.5),
        (INFINITY, None),
        (-INFINITY, None),
    ],
)
def test_as_json_gives_a_number_or_null(number: Bound, value: float | None) -> None:
    """Points are JSON numbers, an unbounded end is null."""
    assert number_to_json(number) == value


def test_a_whole_number_stays_whole_in_json() -> None:
    """Integers are written without a decimal point."""
    assert repr(number_to_json(480)) == "480"


def test_a_numeral_keeps_its_text() -> None:
    """What was written can be shown as it was written."""
    assert Numeral("1e2") == "1e2"
