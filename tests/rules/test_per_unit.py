"""per_unit: so many points for each full unit of a count."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading.problems import Problem
from calculator.rules.example import situation
from calculator.rules.per_unit import PerUnit
from calculator.rules.shape import TableLine
from calculator.values.interval import INFINITY, Interval, exactly
from calculator.values.number import Number
from tests.support import FACTS, ON, problems_of, shape_faults, shape_of

YEARS = PerUnit(FACTS["residence_months"], 12, 30)
MONTHS = PerUnit(FACTS["social_insurance_months"], 1, 5)
TIMES = PerUnit(FACTS["detentions_5y"], 1, -50)
BONUS = PerUnit(FACTS["residence_months"], 12, 2, first=10)
HALVES = PerUnit(FACTS["residence_months"], 12, Fraction(1, 2))
PARTS = PerUnit(FACTS["residence_months"], 8, 3, parts=True)


@pytest.mark.parametrize(
    ("months", "points"),
    [(0, 0), (11, 0), (12, 30), (23, 30), (24, 60), (119, 270), (120, 300), (1200, 3000)],
)
def test_only_full_units_count(months: int, points: int) -> None:
    """A year that is not full gives nothing: 119 months are nine years."""
    assert YEARS.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(("months", "points"), [(0, 0), (1, 5), (96, 480), (101, 505)])
def test_each_single_unit_counts(months: int, points: int) -> None:
    """Where the unit is one, each counts; the shape has no end of its own."""
    assert MONTHS.points(situation(social_insurance_months=months)) == exactly(points)


@pytest.mark.parametrize(
    ("rule", "reach"), [(YEARS, Interval(0, INFINITY)), (TIMES, Interval(-INFINITY, 0))]
)
def test_unknown_has_no_end(rule: PerUnit, reach: Interval) -> None:
    """An unknown count reaches from none without end, on the side of its figure."""
    assert rule.points(situation()) == reach


@pytest.mark.parametrize(
    ("months", "why"),
    [
        (0, "0 个月，不计分"),
        (11, "11 个月，不满 1 年，不计分"),
        (12, "12 个月，满 1 年 × 30 分 = 30 分"),
        (119, "119 个月，满 9 年 × 30 分 = 270 分"),
    ],
)
def test_the_reason_is_the_product(months: int, why: str) -> None:
    """What was answered, the full units in it, and the figure."""
    assert YEARS.why(situation(residence_months=months)) == why


def test_the_reason_names_single_units_once() -> None:
    """Where every unit counts, there is nothing to floor."""
    assert MONTHS.why(situation(social_insurance_months=96)) == "96 个月 × 5 分 = 480 分"


def test_the_reason_of_a_deduction_has_a_minus_sign() -> None:
    """Points that are taken away are shown as such."""
    assert TIMES.why(situation(detentions_5y=2)) == "2 次 × −50 分 = −100 分"


@pytest.mark.parametrize(
    ("rule", "term"),
    [(YEARS, TableLine("每满 1 年", "30 分")), (MONTHS, TableLine("每满 1 个月", "5 分"))],
)
def test_the_table_has_one_line(rule: PerUnit, term: TableLine) -> None:
    """The unit and its points; twelve months are a year."""
    assert rule.table_lines() == [term]


@pytest.mark.parametrize(("rule", "way"), [(YEARS, "up"), (TIMES, "down")])
def test_more_units_push_one_way(rule: PerUnit, way: str) -> None:
    """A count pushes towards what its figure gives."""
    assert rule.monotonicity == {rule.fact.id: way}


def test_it_is_read_from_its_keys() -> None:
    """A fact, the units and their points."""
    keys = {"fact": "residence_months", "per": 12, "points": 30}
    assert shape_of(PerUnit, keys, {}) == YEARS


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"per": 0}, ("items.x.per", "不小于 1 的整数")),
        ({"per": "12"}, ("items.x.per", "不小于 1 的整数")),
        ({"points": True}, ("items.x.points", "一个数字")),
        (
            {"fact": "home_areas"},
            (
                "items.x.fact",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：count、measure）",
            ),
        ),
    ],
)
def test_a_fault_stands_at_its_key(keys: dict[str, object], fault: tuple[str, str]) -> None:
    """Each key that does not fit says what is expected."""
    fitting: dict[str, object] = {"fact": "residence_months", "per": 12, "points": 30}
    assert fault in shape_faults(PerUnit, **fitting | keys)


@pytest.mark.parametrize(
    ("months", "points"), [(0, 0), (11, 0), (12, 10), (23, 10), (24, 12), (30, 12), (60, 18)]
)
def test_the_first_unit_has_its_own_points(months: int, points: int) -> None:
    """A start bonus is for the first full unit, after which the rate goes on."""
    assert BONUS.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(
    ("months", "points"),
    [(11, 0), (12, Fraction(1, 2)), (23, Fraction(1, 2)), (24, 1), (36, Fraction(3, 2))],
)
def test_half_a_point_a_unit_is_exact(months: int, points: Number) -> None:
    """A decimal figure is never a binary float."""
    assert HALVES.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(
    ("months", "points"),
    [(0, 0), (1, Fraction(3, 8)), (4, Fraction(3, 2)), (8, 3), (9, Fraction(27, 8))],
)
def test_parts_of_a_unit_count_where_it_is_said(months: int, points: Number) -> None:
    """Counted exactly, half a unit gives half the points."""
    assert PARTS.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(
    ("rule", "months", "why"),
    [
        (BONUS, 0, "0 个月，不计分"),
        (BONUS, 11, "11 个月，不满 1 年，不计分"),
        (BONUS, 12, "12 个月，满 1 年：10 分 = 10 分"),
        (BONUS, 40, "40 个月，满 3 年：10 分 + 2 × 2 分 = 14 分"),
        (HALVES, 30, "30 个月，满 2 年 × 0.5 分 = 1 分"),
        (PARTS, 0, "0 个月，不计分"),
        (BONUS, 24, "24 个月，满 2 年：10 分 + 1 × 2 分 = 12 分"),
        (PARTS, 4, "4 个月，按 8 个月 3 分折算，计 1.5 分"),
    ],
)
def test_the_reason_of_a_bonus_or_of_parts(rule: PerUnit, months: int, why: str) -> None:
    """The first unit stands apart; parts are said to be in proportion."""
    assert rule.why(situation(residence_months=months)) == why


@pytest.mark.parametrize(
    ("rule", "terms"),
    [
        (BONUS, [TableLine("第一个满 1 年", "10 分"), TableLine("以后每满 1 年", "2 分")]),
        (PARTS, [TableLine("每满 8 个月（不满的按比例）", "3 分")]),
    ],
)
def test_the_table_of_a_bonus_or_of_parts(rule: PerUnit, terms: list[TableLine]) -> None:
    """The first unit has a line of its own."""
    assert rule.table_lines() == terms


@pytest.mark.parametrize(("rule", "awards"), [(YEARS, (30,)), (BONUS, (2, 10))])
def test_the_first_unit_is_an_award(rule: PerUnit, awards: tuple[int, ...]) -> None:
    """A cap leaves room for the bonus too."""
    assert rule.single_points == awards


ROUNDED = {"rounding": {"mode": "down"}}


@pytest.mark.parametrize(
    ("keys", "rule"),
    [
        ({"points": 2, "first": 10}, BONUS),
        ({"per": 8, "points": 3, "counted": "exact"}, PARTS),
        ({"counted": "full"}, YEARS),
        ({"points": 2, "first": 0}, PerUnit(FACTS["residence_months"], 12, 2, first=0)),
        (
            {"points": 2, "first": Fraction(1, 5)},
            PerUnit(FACTS["residence_months"], 12, 2, first=Fraction(1, 5)),
        ),
        (
            {"points": 1, "counted": "exact"} | ROUNDED,
            PerUnit(FACTS["residence_months"], 12, 1, parts=True),
        ),
    ],
)
def test_a_bonus_and_parts_are_read(keys: dict[str, object], rule: PerUnit) -> None:
    """``first``, or ``counted``; what does not divide evenly needs a rounding."""
    fitting: dict[str, object] = {"fact": "residence_months", "per": 12, "points": 30}
    assert shape_of(PerUnit, fitting | keys, {}) == rule


SIGN = '与 points 同号的分值，且不与 counted = "exact" 同用'


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"points": 0}, ("items.x.points", "不为 0 的分值")),
        ({"points": 0, "first": 10}, ("items.x.points", "不为 0 的分值")),
        ({"first": "10"}, ("items.x.first", "一个数字")),
        ({"first": -10}, ("items.x.first", SIGN)),
        ({"first": 10, "counted": "exact"}, ("items.x.first", SIGN)),
        ({"counted": "half"}, ("items.x.counted", "其中之一：full、exact")),
        (
            {"points": 1, "counted": "exact"},
            ("items.x.counted", "同时写 rounding：分值除不尽"),
        ),
    ],
)
def test_a_fault_of_a_bonus_or_of_parts(keys: dict[str, object], fault: tuple[str, str]) -> None:
    """Points that cannot be written in digits are refused before anybody has them."""
    fitting: dict[str, object] = {"fact": "residence_months", "per": 12, "points": 30}
    assert shape_faults(PerUnit, **fitting | keys) == [fault]


def test_what_does_not_divide_evenly_is_named() -> None:
    """The fault stands at the word that makes parts count."""
    keys = {"fact": "residence_months", "per": 12, "points": 1, "counted": "exact"}
    assert problems_of(lambda: shape_of(PerUnit, keys, {})) == [
        Problem("items.x.counted", '读到 "exact"', "同时写 rounding：分值除不尽")
    ]


@given(st.integers(0, 1199), st.sampled_from([YEARS, BONUS, HALVES, PARTS]))
def test_one_more_month_never_gives_less(months: int, rule: PerUnit) -> None:
    """Points never fall as the count grows."""
    less, more = (
        rule.points(situation(residence_months=count)).low for count in (months, months + 1)
    )
    assert less <= more


@given(st.integers(0, 1200), st.sampled_from([YEARS, MONTHS, TIMES, BONUS, HALVES, PARTS]))
def test_the_reach_contains_every_count(count: int, rule: PerUnit) -> None:
    """Whatever the unknown count turns out to be, the points lie in the reach."""
    assert rule.points(situation(ON, **{rule.fact.id: count})).low in rule.points(situation())
