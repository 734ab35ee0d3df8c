"""An item: a shape of rule with its modifiers."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.example import situation
from calculator.rules.register import SHAPES
from calculator.rules.shape import Monotonicity, TableLine
from calculator.values.interval import INFINITY, ZERO, Interval, exactly
from calculator.values.number import read_number
from tests.support import FACTS, ON, item_faults, small_item

OLD: dict[str, object] = {"from": 130, "to": 140, "points": 10}
HOME: dict[str, object] = {
    "rule": "steps_above",
    "fact": "home_areas",
    "combine": "sum",
    "from": 75,
    "points": 60,
    "step": 25,
    "step_points": 20,
}
MONTHS: dict[str, object] = {
    "rule": "per_unit",
    "fact": "social_insurance_months",
    "per": 1,
    "points": 5,
}
CAPPED = MONTHS | {"cap": 500}
DEDUCTION: dict[str, object] = {
    "part": "deduction",
    "rule": "per_unit",
    "fact": "detentions_5y",
    "per": 1,
    "points": -50,
    "cap": -100,
}
UNPUBLISHED: dict[str, object] = {
    "id": "gift",
    "rule": "unpublished",
    "confidence": "unpublished",
    "fact": None,
    "points": None,
}


@pytest.mark.parametrize(
    ("months", "points", "bit"),
    [(99, 495, False), (100, 500, False), (101, 500, True), (1200, 500, True)],
)
def test_a_cap_holds_points_back(months: int, points: int, *, bit: bool) -> None:
    """Points grow up to the cap and no further; the cap bites only above it."""
    item, known = small_item(**CAPPED), situation(social_insurance_months=months)
    assert (item.points(known), item.is_capped(known)) == (exactly(points), bit)


def test_a_cap_bounds_what_is_unknown() -> None:
    """An unknown count with a cap reaches the cap."""
    assert small_item(**CAPPED).points(situation()) == Interval(0, 500)


def test_a_cap_does_not_bite_what_is_unknown() -> None:
    """Only points that are known are said to be held back."""
    assert small_item(**CAPPED).is_capped(situation()) is False


def test_without_a_cap_there_is_no_end() -> None:
    """An unknown count without a cap has no upper end."""
    assert small_item(**MONTHS).points(situation()) == Interval(0, INFINITY)


@pytest.mark.parametrize(("times", "points"), [(0, 0), (1, -50), (2, -100), (3, -100)])
def test_a_negative_cap_bounds_a_deduction(times: int, points: int) -> None:
    """A deduction goes down to its cap and no further."""
    assert small_item(**DEDUCTION).points(situation(detentions_5y=times)) == exactly(points)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"veteran": True, "health_record": True}, exactly(30)),
        ({"veteran": True, "health_record": False}, ZERO),
        ({"veteran": False, "health_record": True}, ZERO),
        ({"veteran": False}, ZERO),
        ({"health_record": False}, ZERO),
        ({"veteran": True}, Interval(0, 30)),
        ({"health_record": True}, Interval(0, 30)),
        ({}, Interval(0, 30)),
    ],
)
def test_a_prerequisite_opens_the_row(answers: dict[str, Answer], points: Interval) -> None:
    """Not met, a row gives nothing; unknown, it reaches from nothing to its points."""
    assert small_item(requires="health_record").points(situation(ON, **answers)) == points


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        (True, True, exactly(30)),
        (True, False, ZERO),
        (False, True, ZERO),
        (None, False, ZERO),
        (None, True, Interval(0, 30)),
        (None, None, Interval(0, 30)),
    ],
)
def test_all_prerequisites_must_be_met(
    first: bool | None,  # noqa: FBT001 - a column of the table above
    second: bool | None,  # noqa: FBT001 - a column of the table above
    points: Interval,
) -> None:
    """One that is not met closes the row, whatever the others are."""
    item = small_item(requires=["health_record", "paired_aid_hukou"])
    given_answers = {"health_record": first, "paired_aid_hukou": second}
    answers = {fact: answer for fact, answer in given_answers.items() if answer is not None}
    assert item.points(situation(ON, veteran=True, **answers)) == points


@pytest.mark.parametrize(
    ("track", "on", "applies"),
    [
        ("schooling", date(2016, 5, 15), True),
        ("settlement", date(2016, 5, 15), False),
        (None, date(2016, 5, 15), True),
        ("schooling", date(2015, 12, 31), False),
        ("schooling", date(2016, 1, 1), True),
        ("schooling", date(2016, 12, 31), True),
        ("schooling", date(2017, 1, 1), False),
        (None, date(2017, 1, 1), False),
    ],
)
def test_a_row_applies_to_its_tracks_and_days(
    track: str | None, on: date, *, applies: bool
) -> None:
    """A row serves the tracks it names, from its first day to its last, both inside."""
    days = {"from": date(2016, 1, 1), "until": date(2016, 12, 31)}
    item = small_item(tracks=["schooling"], in_force=days)
    assert item.applies(track, on) == applies


@pytest.mark.parametrize("track", ["settlement", "schooling", None])
@pytest.mark.parametrize("on", [date.min, date.max])
def test_a_row_that_names_no_track_or_day_applies_always(track: str | None, on: date) -> None:
    """Without modifiers a row serves every track on every day of its edition."""
    assert small_item().applies(track, on) is True


@pytest.mark.parametrize(
    ("months", "confidence"), [(99, "confirmed"), (100, "confirmed"), (101, "inferred")]
)
def test_the_caps_confidence_counts_where_it_bites(months: int, confidence: str) -> None:
    """A line is as sure as the least sure figure that decides it."""
    item = small_item(
        **CAPPED,
        sources=["a", "b"],
        confidence="confirmed",
        passport={"cap": {"sources": ["a"], "confidence": "inferred"}},
    )
    assert item.confidence(situation(social_insurance_months=months)) == confidence


@pytest.mark.parametrize(
    ("months", "confidence"),
    [(0, "confirmed"), (11, "confirmed"), (12, "inferred"), (1200, "inferred")],
)
def test_a_figures_confidence_counts_where_points_are_given(months: int, confidence: str) -> None:
    """A figure other than the cap decides whenever the row gives anything."""
    item = small_item(
        **MONTHS | {"per": 12},
        sources=["a", "b"],
        confidence="confirmed",
        passport={"points": {"sources": ["a"], "confidence": "inferred"}},
    )
    assert item.confidence(situation(social_insurance_months=months)) == confidence


def test_a_figures_passport_may_have_a_day_of_its_own() -> None:
    """The cap was looked up later than the row."""
    passport = {"cap": {"checked_on": date(2017, 1, 1)}}
    item = small_item(**CAPPED, passport=passport)
    assert (item.passport.checked_on, item.figures["cap"].checked_on) == (
        date(2016, 5, 1),
        date(2017, 1, 1),
    )


@pytest.mark.parametrize("figure", ["limit", "label", "cap"])
def test_a_passport_is_that_of_a_figure_of_the_row(figure: str) -> None:
    """What the row has no figure for has no passport; neither has a label, nor a missing cap."""
    faults = item_faults(passport={figure: {"sources": ["a"]}})
    assert [(where, expected.partition("：")[0]) for where, expected in faults] == [
        ("items.veteran.passport", "这一行里的一个数字")
    ]


@pytest.mark.parametrize("name", ["Age", "2fast", "with-hyphen", "with space", "年龄", "a.b"])
def test_an_id_is_written_in_small_letters(name: str) -> None:
    """Ids stand in JSON, in addresses and in style sheets."""
    assert [expected for _, expected in item_faults(id=name)] == ["小写字母、数字和下划线"]


@pytest.mark.parametrize("name", ["a", "age", "award_2016", "a1"])
def test_an_id_may_have_digits_and_underscores(name: str) -> None:
    """But for its first letter."""
    assert small_item(id=name).id == name


@pytest.mark.parametrize(
    ("months", "why"),
    [
        (96, "96 个月 × 5 分 = 480 分（上限 500 分）"),
        (101, "101 个月 × 5 分 = 505 分（上限 500 分）"),
        (0, "0 个月，不计分"),
    ],
)
def test_the_reason_names_the_cap(months: int, why: str) -> None:
    """Where points are given, the cap stands behind them."""
    assert small_item(**CAPPED).why(situation(social_insurance_months=months)) == why


LADDER: dict[str, object] = {
    "rule": "tiers",
    "fact": None,
    "points": None,
    "ladders": [
        {"fact": "professional_title", "none": 5, "junior": 5, "intermediate": 5, "senior": 5}
    ],
}


@pytest.mark.parametrize(
    ("changes", "answers", "why"),
    [
        (LADDER, {}, "没有回答的不影响这一项，计 5 分"),
        (
            {"rule": "age", "fact": "birth_date", "points": None, "bands": [OLD]},
            {},
            "没有回答的不影响这一项，不计分",
        ),
        (CAPPED | {"requires": "veteran"}, {"veteran": False}, "需要军队退役人员，不计分"),
    ],
)
def test_the_reason_says_that_what_is_open_does_not_matter(
    changes: dict[str, object], answers: dict[str, Answer], why: str
) -> None:
    """Points may be known though a fact is not."""
    assert small_item(**changes).why(situation(ON, **answers)) == why


def test_the_reason_shows_every_digit_of_an_area() -> None:
    """An area just below the threshold is never shown as the threshold."""
    area = read_number("74." + "9" * 32)
    assert area is not None
    assert small_item(**HOME).why(situation(home_areas=(area,))) == (
        f"74.{'9' * 32} 平方米，不满 75 平方米，不计分"
    )


@pytest.mark.parametrize(
    ("answers", "bit"),
    [
        ({"veteran": True, "social_insurance_months": 101}, True),
        ({"veteran": False, "social_insurance_months": 101}, False),
        ({"social_insurance_months": 101}, False),
        ({"veteran": True}, False),
    ],
)
def test_a_cap_bites_only_points_that_are_given(answers: dict[str, Answer], *, bit: bool) -> None:
    """A closed row, or one that may be closed, is not held back by its cap."""
    item = small_item(**CAPPED | {"requires": "veteran"})
    assert item.is_capped(situation(ON, **answers)) is bit


def test_the_reason_names_what_is_not_met() -> None:
    """A closed row says what it needs."""
    item = small_item(requires="health_record")
    assert item.why(situation(veteran=True, health_record=False)) == "需要居民健康档案，不计分"


def test_the_reason_says_that_something_is_open() -> None:
    """Points that are not known yet are said to be a range."""
    assert small_item().why(situation()) == "还不清楚，先按可能的范围算"


def test_the_first_unmet_prerequisite_is_named() -> None:
    """Of several that are not met, the first is the reason."""
    item = small_item(requires=["health_record", "paired_aid_hukou"])
    unmet = item.unmet(situation(health_record=True, paired_aid_hukou=False))
    assert unmet is not None
    assert unmet.words == "对口扶贫地区户籍"


def test_the_table_has_a_line_for_the_cap() -> None:
    """The cap is a line of its own."""
    assert small_item(**CAPPED).table_lines() == [
        TableLine("每满 1 个月", "5 分"),
        TableLine("最高", "500 分"),
    ]


@pytest.mark.parametrize(
    ("changes", "directions"),
    [
        ({}, {"veteran": "up"}),
        ({"requires": "health_record"}, {"health_record": "up", "veteran": "up"}),
        ({"requires": "veteran"}, {"veteran": "up"}),
        (DEDUCTION, {"detentions_5y": "down"}),
        (DEDUCTION | {"requires": "veteran"}, {"veteran": "down", "detentions_5y": "down"}),
        (
            {"requires": {"fact": "education", "one_of": ["doctor"]}},
            {"education": "any", "veteran": "up"},
        ),
    ],
)
def test_directions_join_prerequisites_and_shape(
    changes: dict[str, object], directions: dict[str, Monotonicity]
) -> None:
    """Prerequisites come first; one that opens a deduction takes points away."""
    assert small_item(**changes).monotonicity == directions


def test_prerequisites_are_asked_first() -> None:
    """The facts to ask for stand in the order of asking."""
    assert small_item(requires="health_record").facts == ("health_record", "veteran")


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"part": "bonus"}, "items.veteran.part"),
        ({"group": None}, "items.veteran.group"),
        ({"label": ""}, "items.veteran.label"),
        ({"whose": "neighbour"}, "items.veteran.whose"),
        ({"cap": "500"}, "items.veteran.cap"),
        ({"requires": "nothing"}, "items.veteran.requires"),
        ({"tracks": ["medical"]}, "items.veteran.tracks"),
        ({"tracks": []}, "items.veteran.tracks"),
        ({"materials": ["passport"]}, "items.veteran.materials"),
        ({"in_force": {"from": date(2016, 1, 1)}}, "items.veteran.in_force.until"),
        (
            {"in_force": {"from": ON, "until": ON, "to": ON}},
            "items.veteran.in_force.to",
        ),
        ({"checked_on": None}, "items.veteran.checked_on"),
        (
            {"cap": 30, "passport": {"cap": {"sources": ["c"]}}},
            "items.veteran.passport.cap.sources",
        ),
        ({"cap": 30, "passport": {"cap": {"source": ["a"]}}}, "items.veteran.passport.cap.source"),
        ({"confidence": "unpublished"}, "items.veteran.confidence"),
        ({"cpa": 500}, "items.veteran.cpa"),
    ],
)
def test_a_fault_of_a_row_stands_at_its_key(changes: dict[str, object], where: str) -> None:
    """What is wrong with a row is said at the key it is wrong at."""
    assert {place for place, _ in item_faults(**changes)} == {where}


def test_a_rule_is_one_of_the_closed_set() -> None:
    """A rule that does not exist is refused, naming those that do."""
    expected = f"其中之一：{'、'.join(SHAPES)}"
    assert ("items.veteran.rule", expected) in item_faults(rule="formula")


def test_days_in_the_wrong_order_are_refused() -> None:
    """A row does not end before it begins."""
    days = {"from": date(2016, 1, 2), "until": date(2016, 1, 1)}
    expected = "不早于 2016-01-02"
    assert item_faults(in_force=days) == [("items.veteran.in_force.until", expected)]


def test_a_row_may_be_in_force_for_one_day() -> None:
    """The first day may be the last."""
    assert small_item(in_force={"from": ON, "until": ON}).applies(None, ON) is True


def test_an_unpublished_rule_says_so_in_its_confidence() -> None:
    """A row without a figure has no figure to be sure of."""
    faults = item_faults(**UNPUBLISHED | {"confidence": "single"})
    expected = 'rule 与 confidence 同为 "unpublished" 或同不是'
    assert ("items.gift.confidence", expected) in faults


@given(st.integers(0, 1200), st.integers(0, 1200))
def test_points_never_fall_as_months_grow(a: int, b: int) -> None:
    """More months never give fewer points, cap and prerequisite included."""
    item = small_item(**CAPPED, requires={"fact": "social_insurance_months", "at_least": 12})
    less, more = (
        item.points(situation(social_insurance_months=months)).low for months in sorted((a, b))
    )
    assert less <= more


@given(st.booleans() | st.none(), st.integers(0, 1200) | st.none())
def test_the_reach_contains_every_completion(
    flag: bool | None,  # noqa: FBT001 - drawn
    months: int | None,
) -> None:
    """Whatever the unknown answers turn out to be, the points lie in the reach."""
    item = small_item(**CAPPED, requires="health_record")
    drawn = {"health_record": flag, "social_insurance_months": months}
    reach = item.points(situation(ON, **{fact: a for fact, a in drawn.items() if a is not None}))
    highest = FACTS["social_insurance_months"].max
    completions = [
        item.points(situation(health_record=opened, social_insurance_months=count)).low
        for opened in ([False, True] if flag is None else [flag])
        for count in ([0, 50, highest] if months is None else [months])
    ]
    assert [points for points in completions if points not in reach] == []
