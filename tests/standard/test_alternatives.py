"""Disputed figures: the hull of what sources say counts, and no answer narrows it."""

from fractions import Fraction

import pytest
from hypothesis import given

from calculator.answers.facts import Answer
from calculator.rules.example import situation
from calculator.rules.shape import TableLine
from calculator.scoring.estimate import estimate
from calculator.values.interval import INFINITY, ZERO, Interval, exactly
from tests.support import FACTS, ON, admissible, item_faults, small_item, standard_of

HOME: dict[str, object] = {
    "fact": "home_areas",
    "rule": "steps_above",
    "combine": "best",
    "from": 75,
    "points": 200,
    "step": 1,
    "step_points": 1,
    "alternatives": [{"cap": 250}, {"cap": 300}],
}
CAPS = small_item(**HOME)
POINTS = small_item(points=None, alternatives=[{"points": 20}, {"points": 30}])


@pytest.mark.parametrize(
    ("area", "points"),
    [
        (Fraction(7499, 100), ZERO),
        (75, exactly(200)),
        (125, exactly(250)),
        (126, Interval(250, 251)),
        (175, Interval(250, 300)),
        (500, Interval(250, 300)),
    ],
)
def test_a_disputed_cap_counts_where_it_is_reached(area: int, points: Interval) -> None:
    """Up to the lower cap sources agree; above it the points lie between them."""
    assert CAPS.points(situation(home_areas=(area,))) == points


@pytest.mark.parametrize(
    ("area", "confidence"), [(75, "single"), (125, "single"), (126, "disputed"), (500, "disputed")]
)
def test_only_points_that_differ_are_disputed(area: int, confidence: str) -> None:
    """Where all sources give the same, the row is as sure as its passport."""
    assert CAPS.confidence(situation(home_areas=(area,))) == confidence


def test_an_unknown_area_reaches_the_higher_cap() -> None:
    """The hull of both reaches."""
    assert CAPS.points(situation()) == Interval(0, 300)


@pytest.mark.parametrize(
    ("answers", "points"),
    [({"veteran": True}, Interval(20, 30)), ({"veteran": False}, ZERO), ({}, Interval(0, 30))],
)
def test_disputed_points_are_a_hull(answers: dict[str, Answer], points: Interval) -> None:
    """A yes leaves what sources dispute, a no leaves nothing."""
    assert POINTS.points(situation(ON, **answers)) == points


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"veteran": True}, "来源不一致：是，计 20 分；或 是，计 30 分"),
        ({"veteran": False}, "否，不计分"),
        ({}, "还不清楚，先按可能的范围算"),
    ],
)
def test_the_reason_says_what_each_source_gives(answers: dict[str, Answer], why: str) -> None:
    """Both ways where they differ, one where they do not."""
    assert POINTS.why(situation(ON, **answers)) == why


SERVICE = small_item(
    rule=None,
    fact=None,
    points=None,
    requires="veteran",
    alternatives=[
        {"rule": "flat", "fact": "veteran", "points": 30},
        {"rule": "per_unit", "fact": "service_years", "per": 1, "points": 10},
    ],
)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({}, Interval(0, INFINITY)),
        ({"veteran": False}, ZERO),
        ({"veteran": True}, Interval(0, INFINITY)),
        ({"veteran": True, "service_years": 2}, Interval(20, 30)),
        ({"veteran": True, "service_years": 3}, exactly(30)),
        ({"veteran": True, "service_years": 4}, Interval(30, 40)),
    ],
)
def test_sources_may_differ_in_what_they_look_at(
    answers: dict[str, Answer], points: Interval
) -> None:
    """One gives points once, another for each year: both are asked for, and either may be right."""
    assert SERVICE.points(situation(ON, **answers)) == points
    assert SERVICE.monotonicity == {"veteran": "up", "service_years": "up"}


def test_the_table_marks_what_only_some_sources_say() -> None:
    """Each condition by itself, none as if all sources gave it."""
    assert SERVICE.table_lines() == [
        TableLine("军队退役人员", "30 分（来源不一致）"),
        TableLine("每年", "10 分（来源不一致）"),
    ]


def test_no_answer_narrows_what_is_disputed() -> None:
    """With every answer given, the total stays open and nothing is asked."""
    row: dict[str, object] = {"id": "veteran", "rule": "flat", "fact": "veteran"}
    said = {"alternatives": [{"points": 20}, {"points": 30}]}
    standard = standard_of(row | said, asked="veteran")
    result = estimate(standard, {"veteran": True}, None, ON)
    assert (result.total, result.unknown) == (Interval(20, 30), ())


def test_the_table_names_every_disputed_cap() -> None:
    """Both caps in one line that says so."""
    assert CAPS.table_lines()[-1] == TableLine("最高", "250 分 或 300 分（来源不一致）")


def test_one_of_two_sources_may_know_no_cap() -> None:
    """Without a cap there is no end, whatever the other source says."""
    item = small_item(**HOME | {"alternatives": [{"cap": 250}, {}]})
    assert item.points(situation()) == Interval(0, INFINITY)


@pytest.mark.parametrize(
    ("alternatives", "fault"),
    [
        ([{"points": 20}], ("items.veteran.alternatives", "至少两种说法")),
        (
            [{"points": 20, "note": "甲"}, {"points": 30, "note": "乙"}],
            ("items.veteran.alternatives", "只有写法、分值、上限、取整和出处不同的几种说法"),
        ),
        (
            [{"points": 20}, {"rule": "unpublished", "confidence": "unpublished"}],
            ("items.veteran.alternatives", "只有写法、分值、上限、取整和出处不同的几种说法"),
        ),
        (
            "20",
            (
                "items.veteran.alternatives",
                "若干个表，例如 [{ cap = 250 }, { cap = 300 }]",
            ),
        ),
        ([{"points": 20}, {"points": "30"}], ("items.veteran.points", "一个数字")),
        (
            [{"points": 20}, {"pints": 30}],
            (
                "items.veteran.pints",
                (
                    "其中之一：alternatives、id、clause、sources、confidence、checked_on、part、group、label、rule、fact、points、"
                    "cap、figures_in_text、passport、whose、note、rounding、requires、within、tracks、in_force、"
                    "materials"
                ),
            ),
        ),
    ],
)
def test_a_fault_stands_at_its_key(alternatives: object, fault: tuple[str, str]) -> None:
    """There are at least two, and each is a whole row with the row's own keys."""
    assert fault in item_faults(alternatives=alternatives)


@given(admissible(FACTS["home_areas"]))
def test_the_hull_holds_what_each_source_gives(areas: Answer) -> None:
    """Whoever is right, the points lie in the row's."""
    known = situation(home_areas=areas)
    said = [version.points(known, met=True).low for version in CAPS.alternatives]
    assert [points for points in said if points not in CAPS.points(known)] == []
