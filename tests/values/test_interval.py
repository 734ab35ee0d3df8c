"""Intervals of points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.values.interval import INFINITY, ZERO, Interval, exactly, highest, hull, total
from calculator.values.number import Bound

UNBOUNDED = Interval(-INFINITY, INFINITY)

number = st.integers(-1000, 1000)


@st.composite
def interval_and_point(draw: st.DrawFn) -> tuple[Interval, int]:
    """An interval, and a number inside it."""
    low, point, high = sorted(draw(st.tuples(number, number, number)))
    return Interval(low, high), point


def test_ends_are_added() -> None:
    """A sum reaches from the sum of the lows to the sum of the highs."""
    assert Interval(0, 10) + Interval(-5, 7) == Interval(-5, 17)


def test_an_unbounded_end_stays_unbounded() -> None:
    """Adding to an unbounded end leaves it unbounded."""
    assert Interval(30, INFINITY) + Interval(5, 5) == Interval(35, INFINITY)


@pytest.mark.parametrize(
    ("points", "inside"), [(-1, False), (0, True), (5, True), (10, True), (11, False)]
)
def test_both_ends_are_inside(points: int, *, inside: bool) -> None:
    """An interval contains its ends and what lies between."""
    assert (points in Interval(0, 10)) == inside


@pytest.mark.parametrize(
    ("interval", "is_exact"), [(exactly(5), True), (Interval(0, 5), False), (UNBOUNDED, False)]
)
def test_a_single_number_is_exact(interval: Interval, *, is_exact: bool) -> None:
    """An interval is exact where both ends are one number."""
    assert interval.is_exact == is_exact


@pytest.mark.parametrize(
    ("interval", "width"),
    [
        (exactly(5), 0),
        (Interval(-5, 10), 15),
        (Interval(30, INFINITY), INFINITY),
        (UNBOUNDED, INFINITY),
        (exactly(INFINITY), 0),
    ],
)
def test_width_is_what_is_open(interval: Interval, width: Bound) -> None:
    """The width is the distance between the ends."""
    assert interval.width == width


@pytest.mark.parametrize(
    ("interval", "cap", "capped"),
    [
        (exactly(499), 500, exactly(499)),
        (exactly(500), 500, exactly(500)),
        (exactly(505), 500, exactly(500)),
        (Interval(-5, 5), 0, Interval(-5, 0)),
        (Interval(0, INFINITY), 500, Interval(0, 500)),
        (exactly(-80), -60, exactly(-60)),
        (exactly(-60), -60, exactly(-60)),
        (exactly(-40), -60, exactly(-40)),
        (Interval(-INFINITY, 0), -60, Interval(-60, 0)),
    ],
)
def test_a_cap_holds_on_its_side_of_zero(interval: Interval, cap: int, capped: Interval) -> None:
    """A positive cap holds points from above, a negative one a deduction from below."""
    assert interval.capped(cap) == capped


def test_hull_spans_all_parts() -> None:
    """The hull is the least interval around its parts."""
    assert hull([Interval(3, 4), exactly(-1), Interval(0, 9)]) == Interval(-1, 9)


def test_highest_takes_the_greatest_of_each_end() -> None:
    """The greatest of several values is at least every low and at most the greatest high."""
    assert highest([Interval(0, 300), exactly(30)]) == Interval(30, 300)


def test_total_of_nothing_is_zero() -> None:
    """No lines give no points."""
    assert total([]) == ZERO


def test_total_adds_all() -> None:
    """The total is the sum of all lines."""
    assert total([exactly(60), Interval(0, 10), exactly(-20)]) == Interval(40, 50)


@given(interval_and_point(), interval_and_point())
def test_a_sum_contains_the_sums(a: tuple[Interval, int], b: tuple[Interval, int]) -> None:
    """Whatever the parts turn out to be, their sum lies in the sum."""
    assert a[1] + b[1] in a[0] + b[0]


@given(st.lists(interval_and_point(), min_size=1))
def test_highest_contains_the_greatest(parts: list[tuple[Interval, int]]) -> None:
    """Whatever the parts turn out to be, the greatest of them lies in ``highest``."""
    assert max(point for _, point in parts) in highest(part for part, _ in parts)


@given(interval_and_point(), number)
def test_a_capped_interval_contains_the_capped_points(part: tuple[Interval, int], cap: int) -> None:
    """Capping the reach is the reach of what is capped."""
    interval, point = part
    assert exactly(point).capped(cap).low in interval.capped(cap)
