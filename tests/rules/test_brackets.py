"""brackets: points by the band that an amount falls in."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.brackets.rule import Band, Brackets
from calculator.rules.example import situation
from calculator.rules.shape import Monotonicity, TableLine
from calculator.values.interval import Interval, exactly
from calculator.values.number import Number
from tests.support import FACTS, ON, admissible, shape_faults, shape_of

STAY = Brackets(FACTS["residence_months"], (Band(12, 5), Band(36, 15), Band(60, 30)))
HOMES = Brackets(FACTS["home_areas"], (Band(50, Fraction(5, 2)), Band(100, 5)))
HUMP = Brackets(FACTS["residence_months"], (Band(12, 15), Band(36, 5)))
TAKEN = Brackets(FACTS["detentions_5y"], (Band(1, -10), Band(3, -50)))
TWO: list[dict[str, object]] = [{"from": 12, "points": 5}, {"from": 36, "points": 15}]


@pytest.mark.parametrize(
    ("months", "points"),
    [(0, 0), (11, 0), (12, 5), (13, 5), (35, 5), (36, 15), (59, 15), (60, 30), (1200, 30)],
)
def test_a_band_reaches_up_to_the_next(months: int, points: int) -> None:
    """The start of a band is inside it; below the first there are no points."""
    assert STAY.points(situation(residence_months=months)) == exactly(points)


@pytest.mark.parametrize(
    ("measures", "points"),
    [
        ((), 0),
        ((Fraction(4999, 100),), 0),
        ((50,), Fraction(5, 2)),
        ((30, 20), Fraction(5, 2)),
        ((Fraction(9999, 100),), Fraction(5, 2)),
        ((60, 40), 5),
    ],
)
def test_several_measures_are_added(measures: tuple[Number, ...], points: Number) -> None:
    """The sum decides over the band, to the last decimal."""
    assert HOMES.points(situation(home_areas=measures)) == exactly(points)


@pytest.mark.parametrize(
    ("rule", "reach"),
    [
        (STAY, Interval(0, 30)),
        (HOMES, Interval(0, 5)),
        (HUMP, Interval(0, 15)),
        (TAKEN, Interval(-50, 0)),
        (Brackets(FACTS["residence_months"], (Band(0, 5), Band(12, 10))), Interval(5, 10)),
    ],
)
def test_unknown_reaches_every_band(rule: Brackets, reach: Interval) -> None:
    """From the least figure that some amount has to the greatest; none where none is below."""
    assert rule.points(situation()) == reach


@pytest.mark.parametrize(
    ("rule", "answers", "why"),
    [
        (STAY, {"residence_months": 0}, "0 个月，不满 12 个月，不计分"),
        (STAY, {"residence_months": 11}, "11 个月，不满 12 个月，不计分"),
        (STAY, {"residence_months": 35}, "35 个月，满 12 个月，计 5 分"),
        (STAY, {"residence_months": 60}, "60 个月，满 60 个月，计 30 分"),
        (HOMES, {"home_areas": (30, 20)}, "50 平方米，满 50 平方米，计 2.5 分"),
        (TAKEN, {"detentions_5y": 4}, "4 次，满 3 次，计 −50 分"),
    ],
)
def test_the_reason_is_the_amount_and_its_band(
    rule: Brackets, answers: dict[str, Answer], why: str
) -> None:
    """What was answered, and the band that it reaches."""
    assert rule.why(situation(ON, **answers)) == why


def test_the_table_has_a_line_a_band() -> None:
    """The start of each band, and its points."""
    assert STAY.table_lines() == [
        TableLine("满 12 个月", "5 分"),
        TableLine("满 36 个月", "15 分"),
        TableLine("满 60 个月", "30 分"),
    ]


@pytest.mark.parametrize(("rule", "way"), [(STAY, "up"), (TAKEN, "down"), (HUMP, "any")])
def test_it_pushes_where_its_figures_go(rule: Brackets, way: Monotonicity) -> None:
    """Up or down where the figures go one way, neither where they turn."""
    assert rule.monotonicity == {rule.fact.id: way}


def test_every_band_is_an_award() -> None:
    """A cap leaves room for each."""
    assert STAY.single_points == (5, 15, 30)


def test_it_is_read_from_its_keys() -> None:
    """A fact and bands."""
    rule = Brackets(FACTS["residence_months"], (Band(12, 5), Band(36, 15)))
    assert shape_of(Brackets, {"fact": "residence_months", "bands": TWO}, {}) == rule


FACT_OF_KIND = "facts.toml 或本文件 [facts] 中一项情况的名称（种类：count、measure、measures）"


@pytest.mark.parametrize(
    ("keys", "faults"),
    [
        (
            {"fact": "veteran", "bands": []},
            [
                (
                    "items.x.fact",
                    FACT_OF_KIND,
                ),
                ("items.x.bands", "至少一档，from 不小于 0、由小到大、不重复"),
            ],
        ),
        ({"bands": None}, [("items.x.bands", "若干个表，写作 bands = [{ … }, …]")]),
        ({"bands": TWO[::-1]}, [("items.x.bands", "至少一档，from 不小于 0、由小到大、不重复")]),
        ({"bands": [TWO[0]] * 2}, [("items.x.bands", "至少一档，from 不小于 0、由小到大、不重复")]),
        (
            {"bands": [*TWO, {"from": 1201, "points": 50}]},
            [("items.x.bands", "不大于 1200 的 from：居住月数到不了这一档")],
        ),
        ({"bands": [TWO[0] | {"points": "5"}]}, [("items.x.bands.1.points", "一个数字")]),
        ({"bands": [TWO[0] | {"to": 36}]}, [("items.x.bands.1.to", "其中之一：from、points")]),
    ],
)
def test_a_fault_stands_at_its_key(keys: dict[str, object], faults: list[tuple[str, str]]) -> None:
    """Bands rise, each of them can be reached, and no key is said to be wrong twice."""
    fitting: dict[str, object] = {"fact": "residence_months", "bands": TWO}
    assert shape_faults(Brackets, **fitting | keys) == faults


@given(st.data(), st.sampled_from([STAY, HOMES, HUMP, TAKEN]))
def test_the_reach_contains_every_amount(data: st.DataObject, rule: Brackets) -> None:
    """Whatever the unknown amount turns out to be, the points lie in the reach."""
    amount = data.draw(admissible(rule.fact))
    assert rule.points(situation(ON, **{rule.fact.id: amount})).low in rule.points(situation())


@given(st.integers(0, 1199))
def test_one_more_month_never_gives_less(months: int) -> None:
    """Rising bands give points that never fall."""
    less, more = (
        STAY.points(situation(residence_months=count)).low for count in (months, months + 1)
    )
    assert less <= more


@pytest.mark.parametrize(
    "bands",
    [
        [{"from": 0, "points": 1}, {"from": 12, "points": 5}],
        [{"from": 12, "points": 5}, {"from": 1200, "points": 15}],
    ],
)
def test_a_band_may_begin_at_either_end_of_the_range(bands: list[dict[str, object]]) -> None:
    """At nothing, and at the largest answer."""
    assert shape_faults(Brackets, fact="residence_months", bands=bands) == []


@pytest.mark.parametrize(
    ("figures", "way"),
    [
        ((Fraction(1, 4), Fraction(1, 2)), "up"),
        ((0, 0, -5), "down"),
        ((0, -5, -5), "down"),
        ((-5, 0), "any"),
    ],
)
def test_direction_is_that_of_all_figures_from_nothing_on(
    figures: tuple[Number, ...], way: Monotonicity
) -> None:
    """Whatever the first of them are."""
    bands = tuple(Band(start, figure) for start, figure in enumerate(figures))
    assert Brackets(FACTS["residence_months"], bands).monotonicity == {"residence_months": way}
