"""Points as places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.page_api.chart_scale import Scale, scale_of
from calculator.values.interval import INFINITY, Interval, exactly

ENDS = st.integers(-5000, 5000)


@pytest.mark.parametrize(
    ("totals", "lines", "scale"),
    [
        ([Interval(0, 400)], [exactly(800)], Scale(0, 800)),
        ([Interval(970, INFINITY)], [exactly(800)], Scale(0, 1212.5)),
        ([exactly(0)], [], Scale(0, 1)),
        ([Interval(-50, 30)], [], Scale(-50, 30)),
        ([Interval(-INFINITY, INFINITY)], [exactly(200)], Scale(0, 200)),
        ([exactly(-100)], [], Scale(-100, 0)),
    ],
)
def test_everything_that_has_an_end_has_room(
    totals: list[Interval], lines: list[Interval], scale: Scale
) -> None:
    """From 0 or below it, to the highest of all, or a quarter beyond what is certain."""
    assert scale_of(totals, lines) == scale


@given(low=ENDS | st.just(-INFINITY), high=ENDS | st.just(INFINITY), line=st.integers(0, 1000))
def test_places_are_from_0_to_100_and_in_order(low: float, high: float, line: int) -> None:
    """Whatever the total; the levels too, and not too many to be read."""
    total = Interval(min(low, high), max(low, high))
    scale = scale_of([total], [exactly(line)])
    places = [0, scale.at(total.low), scale.at(total.high), 100]
    assert sorted(places) == places
    levels = [level["at"] for level in scale.levels()]
    assert levels == sorted({*levels})
    assert 1 <= len(levels) <= 7
    assert all(0 <= level <= 100 for level in levels)
