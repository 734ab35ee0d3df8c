"""rounding: how the points of a row are rounded, before its cap."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading.table import Table
from calculator.rules.example import situation
from calculator.rules.rounding import MODES, Rounding, read_rounding
from calculator.values.interval import INFINITY, Interval, exactly
from calculator.values.number import Number
from tests.support import item_faults, small_item

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("points", "down", "up", "half_up"),
    [
        (0, 0, 0, 0),
        (2, 2, 2, 2),
        (Fraction(201, 100), 2, 3, 2),
        (Fraction(249, 100), 2, 3, 2),
        (Fraction(5, 2), 2, 3, 3),
        (Fraction(7, 2), 3, 4, 4),
        (Fraction(299, 100), 2, 3, 3),
        (Fraction(-249, 100), -2, -3, -2),
        (Fraction(-5, 2), -2, -3, -3),
        (-3, -3, -3, -3),
    ],
)
def test_each_way_of_rounding(points: Number, down: int, up: int, half_up: int) -> None:
    """Down is towards zero, up away from it, a half goes up; of a deduction its size is."""
    assert [Rounding(mode, 1).number(points) for mode in MODES] == [down, up, half_up]


@pytest.mark.parametrize(
    ("points", "to", "rounded"),
    [
        (Fraction(17, 100), Fraction(1, 10), Fraction(1, 5)),
        (Fraction(15, 100), Fraction(1, 10), Fraction(1, 5)),
        (Fraction(149, 1000), Fraction(1, 10), Fraction(1, 10)),
        (Fraction(74, 100), HALF, HALF),
        (Fraction(75, 100), HALF, 1),
        (12, 5, 10),
        (Fraction(25, 2), 5, 15),
    ],
)
def test_points_are_rounded_to_a_multiple(points: Number, to: Number, rounded: Number) -> None:
    """Tenths, halves and fives as the standard says."""
    assert Rounding("half_up", to).number(points) == rounded


@pytest.mark.parametrize(
    ("points", "rounded"),
    [
        (exactly(HALF), exactly(1)),
        (Interval(0, Fraction(3, 2)), Interval(0, 2)),
        (Interval(0, INFINITY), Interval(0, INFINITY)),
        (Interval(-INFINITY, Fraction(-3, 2)), Interval(-INFINITY, -2)),
    ],
)
def test_both_ends_are_rounded(points: Interval, rounded: Interval) -> None:
    """What is unbounded stays so."""
    assert Rounding("half_up", 1).of(points) == rounded


@pytest.mark.parametrize(
    ("rounding", "words"),
    [
        (Rounding("down", 1), "按 1 分舍去"),
        (Rounding("up", HALF), "按 0.5 分进一"),
        (Rounding("half_up", Fraction(1, 10)), "按 0.1 分四舍五入"),
    ],
)
def test_it_is_said_in_words(rounding: Rounding, words: str) -> None:
    """To what, and in which way."""
    assert rounding.words == words


@pytest.mark.parametrize(
    ("keys", "rounding"),
    [
        ({}, None),
        ({"rounding": {"mode": "down"}}, Rounding("down", 1)),
        ({"rounding": {"mode": "half_up", "to": HALF}}, Rounding("half_up", HALF)),
    ],
)
def test_it_is_read_from_its_keys(keys: dict[str, object], rounding: Rounding | None) -> None:
    """To whole points where nothing else is written; most rows have none."""
    assert read_rounding(Table(keys, "items.x", [])) == rounding


@pytest.mark.parametrize(
    ("rounding", "fault"),
    [
        ({}, ("mode", "其中之一：down、up、half_up")),
        ({"mode": "even"}, ("mode", "其中之一：down、up、half_up")),
        ({"mode": "up", "to": 0}, ("to", "大于 0 的数字")),
        ({"mode": "up", "to": -1}, ("to", "大于 0 的数字")),
        ({"mode": "up", "to": "1"}, ("to", "一个数字")),
        ({"mode": "up", "digits": 1}, ("digits", "其中之一：mode、to")),
    ],
)
def test_a_fault_stands_at_its_key(rounding: dict[str, object], fault: tuple[str, str]) -> None:
    """Each key that does not fit says what is expected."""
    key, expected = fault
    assert item_faults(rounding=rounding) == [(f"items.veteran.rounding.{key}", expected)]


@pytest.mark.parametrize(("months", "points"), [(5, 0), (6, 1), (18, 2), (29, 2), (30, 2)])
def test_a_row_is_rounded_before_its_cap(months: int, points: int) -> None:
    """Half a year of one point a year is a point, and the cap then holds it back."""
    item = small_item(
        rule="per_unit",
        fact="residence_months",
        per=12,
        points=1,
        counted="exact",
        rounding={"mode": "half_up"},
        cap=2,
    )
    assert item.points(situation(residence_months=months)) == exactly(points)


@given(
    st.fractions(-1000, 1000),
    st.sampled_from(sorted(MODES)),
    st.fractions(Fraction(1, 100), 10, max_denominator=100),
)
def test_it_is_a_multiple_less_than_a_step_away(points: Fraction, mode: str, to: Fraction) -> None:
    """A rounded number is a multiple of ``to``, and not a whole step from what it was."""
    rounded = Rounding(mode, to).number(points)
    assert (Fraction(rounded) % to == 0, abs(rounded - points) < to) == (True, True)


@given(st.fractions(-100, 100), st.fractions(-100, 100), st.sampled_from(sorted(MODES)))
def test_it_never_turns_an_order_round(a: Fraction, b: Fraction, mode: str) -> None:
    """More points are never rounded to fewer: both ends of an interval stay its ends."""
    less, more = (Rounding(mode, 1).number(points) for points in sorted((a, b)))
    assert less <= more
