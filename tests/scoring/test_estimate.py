"""The estimate: what the 2016 edition gives, and what is still open."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers, extreme_answers
from calculator.reading.problems import Problem
from calculator.scoring.estimate import estimate
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, interval_to_json, total
from calculator.values.number import Bound
from tests.support import (
    FACTS,
    ITEM,
    ON,
    PASSPORT,
    admissible,
    answers_of,
    editions,
    estimated,
    line_points,
    problems_of,
    small,
    small_data,
    standard_of,
    suzhou_2016,
)

STANDARD = suzhou_2016()
USED = {fact: STANDARD.facts_by_id[fact] for fact in sorted(STANDARD.uses)}
ALL = {fact: admissible(entry) for fact, entry in USED.items()}
ESTIMATE = (
    "standard on track total before_deductions parts lines unknown not_counted declared ignored"
)
UNPUBLISHED = [item.id for item in STANDARD.items if item.rule == "unpublished"]


WITHIN = [(item.within, tuple(item.scoring.monotonicity)) for item in STANDARD.items if item.within]
NOT_PUNISHED: Answers = {"city_management_violations": 0}


def hide(answers: Answers, hidden: set[str]) -> Answers:
    """The answers that are left.

    Points declared for a group are left: none is an answer, too. And where the group was answered
    no, what was answered to its rows: left out, it would be no.
    """
    kept = {within.declared.id for within, _ in WITHIN}
    for within, own in WITHIN:
        if answers[within.claimed.id] is False:
            kept.update(own)
    return {fact: answer for fact, answer in answers.items() if fact not in hidden - kept}


@st.composite
def full_answers(draw: st.DrawFn) -> dict[str, Answer]:
    """An admissible answer to every question, not contradicting itself."""
    answers = draw(st.fixed_dictionaries(ALL))
    for item in UNPUBLISHED:
        if answers[f"{item}_claimed"] is False:
            del answers[f"{item}_points_declared"]
    return answers


@pytest.mark.parametrize(
    ("months", "points"),
    [(0, 0), (11, 0), (12, 30), (119, 270), (120, 300), (131, 300), (132, 300), (1200, 300)],
)
def test_residence_counts_full_years(months: int, points: int) -> None:
    """119 months of residence are nine years, and ten years are the cap."""
    assert line_points("residence", {"residence_months": months}) == exactly(points)


@pytest.mark.parametrize(
    ("months", "points"), [(0, 0), (96, 480), (99, 495), (100, 500), (101, 500), (1200, 500)]
)
def test_social_insurance_counts_months_up_to_its_cap(months: int, points: int) -> None:
    """101 months of insurance give 500."""
    assert line_points("social_insurance", {"social_insurance_months": months}) == exactly(points)


@pytest.mark.parametrize(
    ("months", "points"), [(11, 0), (12, 5), (119, 45), (120, 50), (121, 50), (132, 50)]
)
def test_the_housing_fund_counts_full_years(months: int, points: int) -> None:
    """Five points a year, fifty at most."""
    assert line_points("housing_fund", {"housing_fund_months": months}) == exactly(points)


@pytest.mark.parametrize(
    ("areas", "points"),
    [
        ("[]", 0),
        ("[74.99]", 0),
        ("[74.99999999999999999999999999999999]", 0),
        ("[75]", 60),
        ("[99.99]", 60),
        ("[100]", 80),
        ("[249.99]", 180),
        ("[250]", 200),
        ("[300]", 200),
        ("[100000]", 200),
        ("[40, 34.99]", 0),
        ("[40, 35]", 60),
        ("[34.3, 29.9, 10.8]", 60),
        ("[60, 40]", 80),
        ("[100, 100, 100]", 200),
    ],
)
def test_homes_are_summed_exactly(areas: str, points: int) -> None:
    """Areas are added to the last decimal before the threshold and the steps."""
    answers = answers_of(f'{{"home_areas": {areas}, "lives_in_own_home": true}}')
    assert line_points("home", answers) == exactly(points)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"home_areas": (100,), "lives_in_own_home": False}, ZERO),
        ({"lives_in_own_home": False}, ZERO),
        ({"home_areas": (), "lives_in_own_home": True}, ZERO),
        ({"home_areas": ()}, ZERO),
        ({"home_areas": (100,)}, Interval(0, 80)),
        ({"lives_in_own_home": True}, Interval(0, 200)),
        ({}, Interval(0, 200)),
    ],
)
def test_a_home_counts_only_where_they_live(answers: Answers, points: Interval) -> None:
    """A home that nobody lives in gives none; whether they do may be open."""
    assert line_points("home", answers) == points


@pytest.mark.parametrize(
    ("born", "points"),
    [
        ("1998-05-16", 0),
        ("1998-05-15", 10),
        ("1975-05-16", 10),
        ("1975-05-15", 0),
    ],
)
def test_18_and_40_are_inside_the_band(born: str, points: int) -> None:
    """From the 18th birthday to the day before the 41st, on the day that is asked about."""
    assert line_points("age", answers_of(f'{{"birth_date": "{born}"}}')) == exactly(points)


@pytest.mark.parametrize(
    ("on", "points"),
    [
        (date(2018, 2, 28), 0),
        (date(2018, 3, 1), 10),
        (date(2041, 2, 28), 10),
        (date(2041, 3, 1), 0),
    ],
)
def test_a_leap_day_birthday_falls_on_the_first_of_march(on: date, points: int) -> None:
    """Born on 29 February, one grows older on 1 March in common years."""
    assert line_points("age", {"birth_date": date(2000, 2, 29)}, on) == exactly(points)


def test_an_unknown_birthday_reaches_the_band() -> None:
    """The youngest and the eldest score 0, and somebody between them 10."""
    assert line_points("age", {}) == Interval(0, 10)


@pytest.mark.parametrize(
    ("item", "fact", "points"),
    [
        ("award_district", "awards_district", [0, 10, 20, 30, 30]),
        ("award_municipal", "awards_municipal", [0, 20, 40, 60, 60]),
        ("award_prefectural", "awards_prefectural", [0, 40, 80, 120, 120]),
    ],
)
def test_awards_are_capped_at_each_level(item: str, fact: str, points: list[int]) -> None:
    """Three awards of a level are as many as count."""
    assert [line_points(item, {fact: count}).low for count in range(5)] == points


def test_the_caps_of_awards_do_not_meet() -> None:
    """Each level has its own cap, and the levels are added."""
    four_each: Answers = {
        "awards_district": 4,
        "awards_municipal": 4,
        "awards_prefectural": 4,
    }
    lines = [entry for entry in estimated(four_each).lines if entry.item.id.startswith("award_")]
    assert total(line.points for line in lines) == exactly(30 + 60 + 120)


@pytest.mark.parametrize(("count", "points"), [(5, 50), (6, 60), (7, 60)])
def test_utility_patents_are_capped(count: int, points: int) -> None:
    """Six utility patents are as many as count."""
    known: Answers = {"utility_patents_this_year": count}
    assert line_points("utility_patent", known) == exactly(points)


def test_invention_patents_have_no_cap() -> None:
    """Any number of invention patents counts."""
    assert line_points("invention_patent", {"invention_patents": 1000}) == exactly(30_000)


@pytest.mark.parametrize(
    ("record", "complete", "points"),
    [
        (True, True, exactly(10)),
        (True, False, ZERO),
        (False, True, ZERO),
        (False, None, ZERO),
        (None, True, Interval(0, 10)),
        (None, False, ZERO),
        (True, None, Interval(0, 10)),
        (None, None, Interval(0, 10)),
    ],
)
def test_complete_vaccination_counts_only_with_the_record(
    record: bool | None,  # noqa: FBT001 - a column of the table above
    complete: bool | None,  # noqa: FBT001 - a column of the table above
    points: Interval,
) -> None:
    """Without the record, all vaccinations give nothing."""
    asked = {"child_vaccination_record": record, "child_vaccinations_complete": complete}
    answers = {fact: answer for fact, answer in asked.items() if answer is not None}
    assert line_points("child_vaccinations_complete", answers) == points


@pytest.mark.parametrize(
    ("skill", "title", "points"),
    [("level_5", "junior", 30), ("level_2", "intermediate", 100), ("level_1", "senior", 300)],
)
def test_skill_and_title_are_not_added(skill: str, title: str, points: int) -> None:
    """Only the higher of the two counts."""
    known: Answers = {"skill_level": skill, "professional_title": title}
    assert line_points("skill_or_title", known) == exactly(points)


@pytest.mark.parametrize("item", UNPUBLISHED)
@pytest.mark.parametrize("claimed", [True, None])
def test_an_unpublished_item_that_may_apply_is_not_counted(
    item: str,
    claimed: bool | None,  # noqa: FBT001 - a column of the table above
) -> None:
    """Claimed or unanswered, it is left out of the total and said to be."""
    answers: Answers = {} if claimed is None else {f"{item}_claimed": claimed}
    result = estimated(answers)
    lines = [line.item.id for line in result.lines]
    assert item in result.not_counted
    assert item not in lines
    assert item not in result.declared


@pytest.mark.parametrize("item", UNPUBLISHED)
def test_an_unpublished_item_answered_no_counts_zero(item: str) -> None:
    """A no is an answer: the line gives 0."""
    answers: Answers = {f"{item}_claimed": False}
    result = estimated(answers)
    assert line_points(item, answers) == ZERO
    assert item not in result.not_counted
    assert result.declared == ()


@pytest.mark.parametrize("item", UNPUBLISHED)
@pytest.mark.parametrize("claimed", [True, None])
def test_declared_points_count(
    item: str,
    claimed: bool | None,  # noqa: FBT001 - a column of the table above
) -> None:
    """Points officially told are given, or taken away in a deduction, and said to be declared."""
    answers: dict[str, Answer] = {f"{item}_points_declared": 20}
    if claimed is not None:
        answers[f"{item}_claimed"] = claimed
    result = estimated(answers)
    points = -20 if item.startswith("deduction_") else 20
    assert line_points(item, answers) == exactly(points)
    assert item not in result.not_counted
    assert result.declared == (item,)


def test_a_declared_deduction_lowers_the_total() -> None:
    """Deductions are negative: total = base + additional + deduction."""
    text = '{"social_insurance_months": 10, "deduction_offence_points_declared": 30}'
    result = estimated(answers_of(text))
    assert result.parts["deduction"] == exactly(-30)
    assert result.total.low == 20


def test_declared_points_contradict_a_no() -> None:
    """Points for what was denied are an error."""
    text = '{"sports_other_claimed": false, "sports_other_points_declared": 5}'
    problems = problems_of(lambda: answers_of(text))
    keys = "sports_other_claimed、sports_other_points_declared"
    assert [problem.where for problem in problems] == [keys]


def test_nothing_answered_reaches_everything() -> None:
    """An empty document is estimated: patents have no end upwards, penalties none downwards."""
    assert estimated({}).total == Interval(-INFINITY, INFINITY)


def test_the_widest_question_comes_first() -> None:
    """What is unknown is ordered by what an answer could take away."""
    endless: Answers = {"invention_patents": 0, "donation_yuan": 0, "public_welfare_post": False}
    assert estimated(endless).unknown[:4] == (
        "social_insurance_months",
        "education",
        "skill_level",
        "professional_title",
    )


def test_a_question_that_opens_two_rows_counts_for_both() -> None:
    """The record of vaccination decides over twenty points, each other row over ten."""
    asked = estimated({}).unknown
    assert asked.index("child_vaccination_record") < asked.index("birth_date")


@pytest.mark.parametrize(
    ("answers", "fact"),
    [
        ({"lives_in_own_home": False}, "home_areas"),
        ({"home_areas": ()}, "lives_in_own_home"),
        ({"skill_level": "level_1"}, "professional_title"),
        ({"child_vaccination_record": False}, "child_vaccinations_complete"),
        ({}, "investment_and_tax_claimed"),
        ({"donation_yuan": 0, "public_welfare_post": True}, "social_contribution_claimed"),
    ],
)
def test_what_would_narrow_nothing_is_not_asked(answers: Answers, fact: str) -> None:
    """A question whose answer changes nothing is not among the unknown."""
    assert fact not in estimated(answers).unknown


def test_what_better_outweighs_is_not_asked_though_more_is_open() -> None:
    """Of three rows one counts: ten points beside thirty certain ones narrow nothing."""
    rows = [
        {"id": fact, "rule": "flat", "fact": fact, "points": points}
        for fact, points in (("veteran", 30), ("health_record", 10), ("maternal_child_card", 50))
    ]
    best = {"id": "best", "rule": "best_of", "of": [row["id"] for row in rows]}
    standard = standard_of(*rows, best, asked="veteran health_record maternal_child_card")
    assert estimate(standard, {"veteran": True}, None, ON).narrowing == {"maternal_child_card": 20}


def may_be_void(answers: Answers, *void_if: object, floor: int = 0) -> list[tuple[str, Bound]]:
    """What is asked, and what it may take away, under two rows and these vetoes."""
    rows: list[dict[str, object]] = [
        {"id": "veteran", "rule": "flat", "fact": "veteran", "points": 30},
        {"id": "taken", "part": "deduction", "rule": "per_unit", "fact": "detentions_5y"}
        | {"per": 1, "points": -50},
    ]
    asked = "veteran detentions_5y" + (" health_record" if "health_record" in void_if else "")
    limits = PASSPORT | {"floor": floor, "void_if": list(void_if)}
    standard = standard_of(*rows, asked=asked, total=limits)
    return list(estimate(standard, answers, None, ON).narrowing.items())


@pytest.mark.parametrize(
    ("answers", "floor", "gains"),
    [
        ({"detentions_5y": 0}, 0, [("veteran", 30), ("health_record", 30)]),
        ({"veteran": True, "detentions_5y": 0}, 0, [("health_record", 30)]),
        ({"veteran": False, "detentions_5y": 0}, 10, [("health_record", 10)]),
        ({"veteran": True}, 0, [("detentions_5y", INFINITY), ("health_record", 30)]),
        ({"veteran": True, "detentions_5y": 0, "health_record": False}, 0, []),
    ],
)
def test_a_veto_may_take_away_the_whole_total(
    answers: Answers, floor: int, gains: list[tuple[str, Bound]]
) -> None:
    """The total with its floor, not the sum of rows; what may take away more is asked first."""
    assert may_be_void(answers, "health_record", floor=floor) == gains


def test_a_veto_that_also_gives_points_is_asked_for_both() -> None:
    """Its thirty points, and the total that it would take away."""
    assert may_be_void({"detentions_5y": 0}, "veteran") == [("veteran", 30 + 30)]


def test_a_veto_that_is_decided_asks_nothing_more() -> None:
    """Of two vetoes only the open one can still take the total away."""
    answers: Answers = {"veteran": True, "detentions_5y": 0}
    vetoes = ({"fact": "detentions_5y", "at_least": 3}, "health_record")
    assert may_be_void(answers, *vetoes) == [("health_record", 30)]


def test_a_fact_of_another_edition_is_ignored_and_listed() -> None:
    """A key that this edition does not use changes nothing."""
    result = estimated({"veteran": True, "health_record": True, **NOT_PUNISHED})
    assert result.ignored == ("veteran",)
    assert result.total.low == 10


@pytest.mark.parametrize("track", ["settlement", "schooling", "medical", None])
def test_all_tracks_of_2016_score_alike(track: str | None) -> None:
    """The track may be left out where it makes no difference."""
    result = estimated({"health_record": True, **NOT_PUNISHED}, track=track)
    assert result.track == track
    assert result.total.low == 10


def test_an_unknown_track_is_refused() -> None:
    """The message names the tracks of the edition."""
    assert problems_of(lambda: estimated({}, track="pension")) == [
        Problem("track", '读到 "pension"', "其中之一：settlement、schooling、medical")
    ]


def test_the_only_track_is_taken() -> None:
    """Where an edition rules one track, that is meant."""
    assert estimate(small(), {}, None, ON).track == "settlement"


def test_a_track_must_be_named_where_it_matters() -> None:
    """Where tracks score differently, leaving it out is an error that names them."""
    track = small_data()["tracks"]["settlement"]
    both = {"settlement": track, "schooling": track}
    standard = small(tracks=both, items=[ITEM | {"tracks": ["schooling"]}])
    problems = problems_of(lambda: estimate(standard, {}, None, ON))
    assert [(p.where, p.expected) for p in problems] == [
        ("track", "其中之一：settlement、schooling")
    ]


@pytest.mark.parametrize(("track", "lines"), [("settlement", []), ("schooling", ["veteran"])])
def test_only_rows_of_the_track_are_lines(track: str, lines: list[str]) -> None:
    """A row for another benefit is no line."""
    both = dict.fromkeys(("settlement", "schooling"), small_data()["tracks"]["settlement"])
    standard = small(tracks=both, items=[ITEM | {"tracks": ["schooling"]}])
    assert [line.item.id for line in estimate(standard, {}, track, ON).lines] == lines


def test_inferred_points_are_summed() -> None:
    """The total says how many points rest on inferred figures."""
    result = estimated({"health_record": True})
    assert result.inferred == Interval(10, 20)


def test_a_line_says_that_its_cap_bit() -> None:
    """101 months are held back by the cap."""
    lines = estimated({"social_insurance_months": 101}).lines
    assert [line.item.id for line in lines if line.capped] == ["social_insurance"]


def test_the_json_has_exactly_the_keys_of_the_contract() -> None:
    """Embedders rely on these keys, in this order."""
    result = estimated({}).as_json()
    assert list(result) == ESTIMATE.split()
    assert list(result["lines"][0]) == ["item", "part", "points", "confidence"]
    assert list(result["parts"]) == ["base", "additional", "deduction"]


def test_lines_stand_in_the_order_of_the_standard() -> None:
    """The explanation reads like the table."""
    ids = [item.id for item in STANDARD.items if item.rule != "unpublished"]
    assert [line.item.id for line in estimated({}).lines] == ids


@pytest.mark.parametrize(
    ("points", "ends_"),
    [
        (exactly(480), {"low": 480, "high": 480}),
        (Interval(-INFINITY, 0), {"low": None, "high": 0}),
        (Interval(0, INFINITY), {"low": 0, "high": None}),
    ],
)
def test_an_unbounded_end_is_null(points: Interval, ends_: dict[str, int | None]) -> None:
    """An interval in JSON has two ends."""
    assert interval_to_json(points) == ends_


@pytest.mark.parametrize(
    ("fact", "answers"),
    [
        ("veteran", [False, True]),
        ("professional_title", ["none", "junior", "intermediate", "senior"]),
        ("residence_months", [0, 1200]),
        ("area_per_person", [0, 100_000]),
        ("home_areas", [(), (100_000,)]),
        ("birth_date", [date(1900, 1, 1), ON]),
    ],
)
def test_extremes_are_the_ends_of_the_range(fact: str, answers: list[Answer]) -> None:
    """Where answers have no order, all of them."""
    assert extreme_answers(FACTS[fact], ON) == answers


@given(full_answers())
def test_the_total_is_the_sum_of_its_parts_and_lines(answers: dict[str, Answer]) -> None:
    """The total is base + additional + deduction = all lines."""
    result = estimated(answers)
    assert total(result.parts.values()) == result.total
    assert total(line.points for line in result.lines) == result.total


@given(full_answers())
def test_with_every_answer_the_total_is_one_number(answers: dict[str, Answer]) -> None:
    """Nothing is open, and nothing is asked, once every question is answered."""
    result = estimated(answers)
    assert result.total.is_exact is True
    assert result.unknown == ()


@given(full_answers(), st.sets(st.sampled_from(sorted(USED))))
def test_every_completion_lies_in_the_reach(answers: dict[str, Answer], hidden: set[str]) -> None:
    """Whatever the unknown answers turn out to be, each line's points lie in its reach."""
    known = hide(answers, hidden)
    full = {line.item.id: line.points.low for line in estimated(answers).lines}
    outside = [
        line.item.id
        for line in estimated(known).lines
        if line.item.id in full and full[line.item.id] not in line.points
    ]
    assert outside == []


@given(full_answers(), st.sets(st.sampled_from(sorted(USED))))
def test_a_known_total_leaves_nothing_to_ask(answers: dict[str, Answer], hidden: set[str]) -> None:
    """A question is open exactly where the total is."""
    result = estimated({fact: a for fact, a in answers.items() if fact not in hidden})
    assert result.total.is_exact == (result.unknown == ())


@given(full_answers(), st.data())
def test_points_follow_the_direction_of_a_fact(
    answers: dict[str, Answer], data: st.DataObject
) -> None:
    """Where a row says that a fact pushes it up, a greater answer never gives less."""
    rising = [
        (item, fact)
        for item in STANDARD.items
        for fact, way in item.monotonicity.items()
        if way == "up" and USED[fact].kind in ("flag", "count")
    ]
    item, fact = data.draw(st.sampled_from(rising))
    a, b = data.draw(admissible(USED[fact])), data.draw(admissible(USED[fact]))
    assert isinstance(a, int)
    assert isinstance(b, int)
    less, more = (line_points(item.id, answers | {fact: entry}).low for entry in sorted((a, b)))
    assert less <= more


@given(full_answers())
def test_facts_that_no_edition_asks_change_nothing(answers: dict[str, Answer]) -> None:
    """Facts of other editions are ignored, and listed in the order they were given."""
    others = {fact: True for fact in editions().all_facts if fact not in USED}
    with_others = estimated(others | answers)
    assert with_others.total == estimated(answers).total
    assert list(with_others.ignored) == list(others)
