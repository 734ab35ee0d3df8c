"""steps_above: points at a threshold, and more for each full step above it."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.example import situation
from calculator.rules.shape import TableLine
from calculator.rules.steps_above import StepsAbove
from calculator.values.interval import INFINITY, Interval, exactly
from calculator.values.number import Number, read_number
from tests.support import FACTS, ON, admissible, shape_faults, shape_of

HOME = StepsAbove(FACTS["home_areas"], "sum", 75, 60, 25, 20, 0)
BEST = replace(HOME, combine="best")
BELOW = replace(HOME, below=10)

KEYS: dict[str, object] = {
    "fact": "home_areas",
    "combine": "sum",
    "from": 75,
    "points": 60,
    "step": 25,
    "step_points": 20,
}


def areas(*texts: str) -> tuple[Number, ...]:
    """The measures of these numerals."""
    return tuple(number for number in map(read_number, texts) if number is not None)


@pytest.mark.parametrize(
    ("area", "points"),
    [
        ("0", 0),
        ("0.01", 0),
        ("74.99", 0),
        ("74.99999999999999999999999999999999", 0),
        ("75", 60),
        ("75.00", 60),
        ("99.99", 60),
        ("100", 80),
        ("124.99", 80),
        ("125", 100),
        ("250", 200),
        ("300", 240),
    ],
)
def test_the_threshold_and_each_full_step_give_points(area: str, points: int) -> None:
    """A threshold is inside; a step counts once it is full, to the last decimal."""
    assert HOME.points(situation(home_areas=areas(area))) == exactly(points)


@pytest.mark.parametrize(
    ("measures", "total", "best"),
    [
        (areas(), 0, 0),
        (areas("60", "40"), 80, 0),
        (areas("80", "20"), 80, 60),
        (areas("37.5", "37.49"), 0, 0),
        (areas("37.5", "37.5"), 60, 0),
        (areas("34.3", "29.9", "10.8"), 60, 0),
        (areas("100", "75"), 140, 80),
    ],
)
def test_measures_are_added_or_the_best_counts(
    measures: tuple[Number, ...], total: int, best: int
) -> None:
    """Several measures are added exactly, or only the one that gives most counts."""
    known = situation(home_areas=measures)
    assert (HOME.points(known).low, BEST.points(known).low) == (total, best)


@pytest.mark.parametrize(("area", "points"), [("0", 0), ("0.01", 10), ("74.99", 10), ("75", 60)])
def test_points_below_the_threshold(area: str, points: int) -> None:
    """Where the standard gives points below the threshold, any measure has them, none has not."""
    assert BELOW.points(situation(home_areas=areas(area))) == exactly(points)


@pytest.mark.parametrize("rule", [HOME, BEST, BELOW])
def test_unknown_has_no_end(rule: StepsAbove) -> None:
    """Unknown measures reach from none without end."""
    assert rule.points(situation()) == Interval(0, INFINITY)


@pytest.mark.parametrize(
    ("rule", "measures", "why"),
    [
        (HOME, areas(), "没有，不计分"),
        (HOME, areas("74.99"), "74.99 平方米，不满 75 平方米，不计分"),
        (BELOW, areas("74.99"), "74.99 平方米，不满 75 平方米，计 10 分"),
        (HOME, areas("75"), "75 平方米，满 75 平方米，计 60 分"),
        (
            HOME,
            areas("130"),
            "130 平方米，满 75 平方米 60 分，再加 2 个 25 平方米 × 20 分 = 100 分",
        ),
        (HOME, areas("40", "35.5"), "40 + 35.5 = 75.5 平方米，满 75 平方米，计 60 分"),
        (BEST, areas("40", "80"), "取最大的一个 80 平方米，满 75 平方米，计 60 分"),
    ],
)
def test_the_reason_is_the_measure_and_its_steps(
    rule: StepsAbove, measures: tuple[Number, ...], why: str
) -> None:
    """How the measure comes about, the threshold, and the steps above it."""
    assert rule.why(situation(home_areas=measures)) == why


def test_the_table_has_threshold_and_step() -> None:
    """One line for the threshold, one for each step."""
    assert HOME.table_lines() == [
        TableLine("满 75 平方米", "60 分"),
        TableLine("75 平方米以上，每再满 25 平方米", "再加 20 分"),
    ]


def test_the_table_says_what_is_below() -> None:
    """Points below the threshold are the first line."""
    assert BELOW.table_lines()[0] == TableLine("不满 75 平方米", "10 分")


def test_where_the_threshold_gives_no_more_the_table_has_one_line_for_both() -> None:
    """As many points below as at it: only what is above makes a difference."""
    assert replace(HOME, below=60).table_lines() == [
        TableLine("75 平方米及以下", "60 分"),
        TableLine("75 平方米以上，每再满 25 平方米", "再加 20 分"),
    ]


def test_more_area_more_points() -> None:
    """The measures push upwards."""
    assert HOME.monotonicity == {"home_areas": "up"}


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ({}, HOME),
        ({"below": 10}, BELOW),
        ({"combine": "best"}, BEST),
        ({"from": Fraction(1, 2)}, replace(HOME, start=Fraction(1, 2))),
        ({"from": 100000}, replace(HOME, start=100000)),
        ({"step_points": 0}, replace(HOME, step_figure=0)),
        ({"step": Fraction(1, 2)}, replace(HOME, step=Fraction(1, 2))),
    ],
)
def test_it_is_read_from_its_keys(keys: dict[str, object], rule: StepsAbove) -> None:
    """Points below are none where they are not written; a threshold is as high as an answer."""
    assert shape_of(StepsAbove, KEYS | keys, {}) == rule


def test_measures_are_added_where_nothing_else_is_written() -> None:
    """The sum is what is meant."""
    keys = {key: value for key, value in KEYS.items() if key != "combine"}
    assert shape_of(StepsAbove, keys, {}) == HOME


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        (
            {"fact": "veteran"},
            (
                "items.x.fact",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：measures、measure、count）",
            ),
        ),
        ({"combine": "max"}, ("items.x.combine", "其中之一：sum、best")),
        ({"from": "75"}, ("items.x.from", "一个数字")),
        ({"from": 0}, ("items.x.from", "大于 0、不大于 100000 的数字")),
        ({"from": 100001}, ("items.x.from", "大于 0、不大于 100000 的数字")),
        ({"step": 0}, ("items.x.step", "大于 0 的数字")),
        ({"step": Fraction(-1, 2)}, ("items.x.step", "大于 0 的数字")),
        ({"step_points": -1}, ("items.x.step_points", "不小于 0 的分值")),
        ({"below": 61}, ("items.x.below", "0 到 points 之间的分值")),
        ({"below": -1}, ("items.x.below", "0 到 points 之间的分值")),
    ],
)
def test_a_fault_stands_at_its_key(keys: dict[str, object], fault: tuple[str, str]) -> None:
    """Each key that does not fit says what is expected."""
    assert fault in shape_faults(StepsAbove, **KEYS | keys)


@given(st.fractions(0, 400), st.fractions(0, 400), st.sampled_from([HOME, BEST, BELOW]))
def test_more_area_never_gives_less(a: Fraction, b: Fraction, rule: StepsAbove) -> None:
    """Points never fall as the measure grows."""
    less, more = (rule.points(situation(home_areas=(area,))).low for area in sorted((a, b)))
    assert less <= more


@given(admissible(FACTS["home_areas"]), st.sampled_from([HOME, BEST, BELOW]))
def test_the_reach_contains_every_answer(measures: tuple[Number, ...], rule: StepsAbove) -> None:
    """Whatever the unknown measures turn out to be, the points lie in the reach."""
    assert rule.points(situation(home_areas=measures)).low in rule.points(situation())


@pytest.mark.parametrize(("months", "points"), [(35, 0), (36, 10), (47, 10), (48, 12)])
def test_a_count_has_a_threshold_and_steps_too(months: int, points: int) -> None:
    """36 months give 10 points, every further 12 months 2 more."""
    rule = StepsAbove(FACTS["residence_months"], "sum", 36, 10, 12, 2, 0)
    assert rule.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(("rule", "largest"), [(HOME, False), (BEST, True)])
def test_it_says_whether_only_the_largest_counts(rule: StepsAbove, *, largest: bool) -> None:
    """As ``combine`` does."""
    assert rule.takes_largest_measure is largest


@pytest.mark.parametrize(
    ("figure", "answers", "depends"),
    [
        ("combine", {}, True),
        ("combine", {"home_areas": ()}, False),
        ("combine", {"home_areas": (80,)}, False),
        ("combine", {"home_areas": (80, 20)}, True),
        ("points", {"home_areas": (80,)}, True),
    ],
)
def test_how_measures_combine_matters_only_for_several(
    figure: str, answers: dict[str, Answer], *, depends: bool
) -> None:
    """Whoever has one home is as sure of the points as of the other figures."""
    assert HOME.depends_on_figure(figure, situation(ON, **answers)) is depends
