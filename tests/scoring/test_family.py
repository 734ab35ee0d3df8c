"""Two parents, one benefit: the better total, never the sum."""

from datetime import date

import pytest

from calculator.answers.facts import Answers
from calculator.reading.problems import InputError, Problem
from calculator.scoring.estimate import estimate
from calculator.scoring.family import FamilyEstimate, estimate_family
from calculator.scoring.family_outlook import family_change_days, family_totals_on
from calculator.standard.read_standard import read_standard
from calculator.values.interval import Interval, exactly, interval_to_json
from tests.support import FACTS, ITEM, ON, PASSPORT, problems_of, small_data, suzhou_2016

STANDARD = suzhou_2016()
NOTHING: Answers = {
    "birth_date": ON.replace(year=1960),
    "education": "other",
    "skill_level": "none",
    "professional_title": "none",
    "social_insurance_months": 0,
    "housing_fund_months": 0,
    "home_areas": (),
    "lives_in_own_home": False,
    "residence_months": 12,
    "family_planning_compliant": False,
    "invention_patents": 0,
    "utility_patents_this_year": 0,
    "awards_district": 0,
    "awards_municipal": 0,
    "awards_prefectural": 0,
    "sports_top_three": False,
    "child_vaccination_record": False,
    "child_vaccinations_complete": False,
    "maternal_child_card": False,
    "health_record": False,
    "donation_yuan": 0,
    "public_welfare_post": False,
    "city_management_violations": 0,
    "insured_now": True,
    "residence_permit_held": True,
    "owns_and_lives_in_urban_home": False,
    "child_starting_grade": True,
}
"""Who may apply for schooling, with no points but those of a year of residence."""

HOUSEHOLD = {fact.id for fact in STANDARD.facts_by_id.values() if fact.household}
NO_HOUSEHOLD = {fact: answer for fact, answer in NOTHING.items() if fact not in HOUSEHOLD}


def family(first: Answers, second: Answers, track: str = "schooling") -> FamilyEstimate:
    """Both parents under the 2016 edition."""
    return estimate_family(STANDARD, first, second, track, ON)


def test_better_total_counts_and_they_are_never_added() -> None:
    """180 and 130 points are 180."""
    both = family(
        {**NOTHING, "social_insurance_months": 30}, {**NOTHING, "social_insurance_months": 20}
    )
    assert both.total == exactly(180)
    assert both.counts == "first"


def test_best_is_taken_of_totals_not_of_items() -> None:
    """One has the degree, the other the insurance: the better person counts, not the best items."""
    both = family({**NOTHING, "education": "bachelor"}, {**NOTHING, "social_insurance_months": 20})
    assert both.total == exactly(130)
    assert both.counts == "second"


def test_equal_totals_are_said_to_be_equal() -> None:
    """The same total twice is a tie, not the first parent's."""
    assert family(NOTHING, NOTHING).counts == "equal"


def test_overlapping_totals_leave_open_whose_counts() -> None:
    """While the intervals overlap nobody can say; the total reaches over both."""
    unknown = {fact: answer for fact, answer in NOTHING.items() if fact != "education"}
    both = family(unknown, {**NOTHING, "social_insurance_months": 20})
    assert both.total == Interval(130, 430)
    assert both.counts == "unknown"


@pytest.mark.parametrize("given_by", [0, 1])
def test_household_facts_are_given_once_and_hold_for_both(given_by: int) -> None:
    """A home given by one parent counts for both."""
    home: Answers = {"home_areas": (90,), "lives_in_own_home": True}
    parents: list[Answers] = [NO_HOUSEHOLD, NO_HOUSEHOLD]
    parents[given_by] = {**NO_HOUSEHOLD, **home}
    both = family(parents[0], parents[1])
    lows = [{line.item.id: line.points for line in parent.lines}["home"] for parent in both.parents]
    assert lows == [exactly(60), exactly(60)]


def test_household_facts_that_differ_are_refused_by_name() -> None:
    """Two different homes are a contradiction."""
    with pytest.raises(InputError) as caught:
        family({**NOTHING, "home_areas": (90,)}, NOTHING)
    assert [problem.where for problem in caught.value.problems] == ["home_areas"]


def test_track_that_is_not_for_a_child_is_refused() -> None:
    """For 户籍准入 only the applicant's points count."""
    with pytest.raises(InputError) as caught:
        family(NOTHING, NOTHING, "settlement")
    assert caught.value.problems == (
        Problem(
            "track",
            '读到 "settlement"，只看申请人本人的积分',
            "为子女申请的待遇：schooling、medical",
        ),
    )


def test_parent_who_may_not_apply_does_not_compete() -> None:
    """Eleven months of residence shut a parent out, whatever the points."""
    shut_out = {**NOTHING, "education": "doctor", "residence_months": 11}
    both = family(shut_out, NOTHING)
    assert both.total == exactly(30)
    assert both.counts == "second"


OPEN: Answers = {fact: answer for fact, answer in NOTHING.items() if fact != "insured_now"}
OUT: Answers = {**NOTHING, "insured_now": False}
GRADE_OPEN: Answers = {
    fact: answer for fact, answer in NOTHING.items() if fact != "child_starting_grade"
}
POINTS = {"social_insurance_months": 20}


@pytest.mark.parametrize(
    ("first", "second", "total", "counts", "may_count"),
    [
        (OPEN, OPEN, Interval(30, 130), "unknown", (0, 1)),
        (OPEN, NOTHING, Interval(30, 130), "unknown", (0, 1)),
        (NOTHING, OPEN, exactly(130), "first", (0,)),
        (OPEN, OUT, exactly(130), "first", (0,)),
        (OUT, OPEN, exactly(30), "second", (1,)),
        (OUT, OUT, exactly(130), "none", (0,)),
        (OUT, NOTHING, exactly(30), "second", (1,)),
        (GRADE_OPEN, GRADE_OPEN, exactly(130), "first", (0,)),
    ],
)
def test_total_reaches_over_who_may_still_turn_out_to_apply(
    first: Answers, second: Answers, total: Interval, counts: str, may_count: tuple[int, ...]
) -> None:
    """The first has 130 points and the second 30; where all cases agree, nothing is open.

    A question about the child lets both apply or neither.
    """
    both = family({**first, **POINTS}, second)
    assert (both.total, both.counts, both.may_count) == (total, counts, may_count)
    assert both.against_cutoffs == total


PENALTY_OPEN: Answers = {
    fact: answer for fact, answer in NOTHING.items() if fact != "city_management_violations"
} | POINTS
DEDUCTED: Answers = {**PENALTY_OPEN, "deduction_family_planning_points_declared": 50}


@pytest.mark.parametrize(
    ("first", "months", "total", "against", "endless"),
    [
        (PENALTY_OPEN, 0, Interval(30, 130), exactly(130), True),
        (PENALTY_OPEN, 14, Interval(100, 130), exactly(130), True),
        (PENALTY_OPEN, 20, exactly(130), exactly(130), False),
        (DEDUCTED, 8, Interval(70, 80), exactly(130), True),
        (DEDUCTED, 14, exactly(100), exactly(100), False),
    ],
)
def test_lines_are_held_against_whoever_may_count(
    first: Answers, months: int, total: Interval, against: Interval, *, endless: bool
) -> None:
    """Before deductions only of a parent who may still be the better one.

    The first has 130 points before deductions, of which 50 are certainly deducted or none.
    """
    both = family(first, {**NOTHING, "social_insurance_months": months})
    found = (both.total, both.against_cutoffs, both.deductions_are_endless)
    assert found == (total, against, endless)


INSURED = PASSPORT | {"id": "insured", "label": "参保", "reason": "……", "all": ["insured_now"]}
ASKED = {"question": "？", "scope": "applicant"}


def small_family(first: Answers, second: Answers, **changes: object) -> FamilyEstimate:
    """Both parents under an edition with one benefit: a point a month, for who is insured."""
    data = small_data(
        facts={"residence_months": ASKED, "insured_now": ASKED},
        items=[ITEM | {"rule": "per_unit", "fact": "residence_months", "per": 1, "points": 1}],
        conditions=[INSURED],
    )
    data["tracks"]["settlement"]["child"] = True
    standard = read_standard(data | changes, "small.toml", FACTS)
    return estimate_family(standard, first, second, None, ON)


@pytest.mark.parametrize(
    ("insured", "total", "counts"),
    [(True, 5, "first"), (None, 5, "first"), (False, 5, "none")],
)
def test_by_the_rule_of_the_applicant_only_the_first_counts(
    insured: bool | None,  # noqa: FBT001 - a column of the table above
    total: int,
    counts: str,
) -> None:
    """However many points the second has, and whether or not the first may apply."""
    first: Answers = {"residence_months": 5} | ({} if insured is None else {"insured_now": insured})
    second: Answers = {"residence_months": 50, "insured_now": True}
    both = small_family(first, second, family={"rule": "applicant"})
    assert (both.total, both.counts, both.competes[1]) == (exactly(total), counts, False)


STAY = PASSPORT | {"id": "stay", "label": "居住", "reason": "……"}


@pytest.mark.parametrize(
    ("condition", "total"),
    [
        ({"all": [{"fact": "residence_months", "at_least": 1}]}, Interval(1, 1200)),
        ({"all": [{"fact": "residence_months", "at_least": 6}]}, Interval(6, 1200)),
        ({"all": [{"fact": "residence_months", "at_least": 1200}]}, exactly(1200)),
        (
            {"all": [{"fact": "residence_months", "at_least": 10}], "outcome": "unmet"},
            Interval(0, 9),
        ),
        (
            {"all": [{"fact": "residence_months", "at_least": 1200}], "outcome": "unmet"},
            Interval(0, 1199),
        ),
    ],
)
def test_a_count_that_decides_and_scores_counts_as_far_as_one_may_apply(
    condition: dict[str, object], total: Interval
) -> None:
    """A point a month, of the months with which one may."""
    both = small_family(
        {},
        {},
        conditions=[STAY | condition],
        facts={"residence_months": ASKED},
        family={"rule": "applicant"},
    )
    assert both.total == total


def test_a_flag_that_decides_and_scores_counts_as_far_as_one_may_apply() -> None:
    """Whoever may apply is a veteran, and has the points of one."""
    both = small_family(
        {},
        {},
        conditions=[STAY | {"all": ["veteran"]}],
        facts={"veteran": ASKED},
        items=[ITEM],
        family={"rule": "applicant"},
    )
    assert both.total == exactly(30)


def test_without_a_family_rule_the_better_total_counts() -> None:
    """As in every edition that was seen."""
    parents: tuple[Answers, Answers] = (
        {"residence_months": 5, "insured_now": True},
        {"residence_months": 50, "insured_now": True},
    )
    assert small_family(*parents).total == exactly(50)
    assert small_family(*parents, family={"rule": "better"}).total == exactly(50)


def test_without_any_condition_nobody_is_shut_out() -> None:
    """No answer could decide who may apply: nothing is left open by that."""
    parents: tuple[Answers, Answers] = ({"residence_months": 5}, {"residence_months": 50})
    both = small_family(*parents, conditions=[], facts={"residence_months": ASKED})
    assert (both.total, both.counts) == (exactly(50), "second")


@pytest.mark.parametrize(
    ("table", "where", "expected"),
    [
        ({"rule": "best"}, "family.rule", "其中之一：better、applicant"),
        ({}, "family.rule", "其中之一：better、applicant"),
        ({"rule": "better", "order": []}, "family.order", "其中之一：rule"),
    ],
)
def test_a_wrong_family_rule_is_named(table: dict[str, object], where: str, expected: str) -> None:
    """At its key, with what is allowed."""
    problems = problems_of(lambda: read_standard(small_data(family=table), "x.toml", FACTS))
    assert [(problem.where, problem.expected) for problem in problems] == [(where, expected)]


def test_of_several_benefits_one_is_to_be_named() -> None:
    """Which of them is for a child is told."""
    with pytest.raises(InputError) as caught:
        estimate_family(STANDARD, NOTHING, NOTHING, None, ON)
    assert caught.value.problems == (
        Problem("track", "没有写", "为子女申请的待遇：schooling、medical"),
    )


@pytest.mark.parametrize(("months", "counts"), [((12, 11), "first"), ((11, 12), "second")])
def test_parent_who_competes_alone_is_named(months: tuple[int, int], counts: str) -> None:
    """Whichever of the two it is, and whatever the other's points."""
    first, second = ({"residence_months": count} for count in months)
    assert family(first, second).counts == counts


def test_where_neither_may_apply_the_better_total_is_still_told() -> None:
    """Nobody competes yet: the total is what it would be."""
    both = family({**NOTHING, "residence_months": 11}, {**NOTHING, "residence_months": 0})
    assert both.total == exactly(0)
    assert both.counts == "none"


def test_json_holds_the_total_and_both_estimates() -> None:
    """The family's total, whose it is, and each parent's own estimate."""
    given = family({**NOTHING, "social_insurance_months": 30}, NOTHING).as_json()
    own = estimate(STANDARD, {**NOTHING, "social_insurance_months": 30}, "schooling", ON)
    assert given["total"] == interval_to_json(exactly(180))
    assert given["counts"] == "first"
    assert given["parents"][0] == own.as_json()


def test_homes_are_the_same_in_any_order() -> None:
    """60 and 30 square metres are 30 and 60."""
    first, second = (
        {**NO_HOUSEHOLD, "home_areas": homes, "lives_in_own_home": True}
        for homes in ((60, 30), (30, 60))
    )
    lines = {line.item.id: line.points for line in family(first, second).parents[1].lines}
    assert lines["home"] == exactly(60)


FORTY: Answers = {**NOTHING, "birth_date": ON.replace(year=1976)}
OPEN_AGE: Answers = {fact: answer for fact, answer in NOTHING.items() if fact != "birth_date"}


@pytest.mark.parametrize(
    ("first", "second", "counts"),
    [
        (FORTY, OPEN_AGE, "first"),
        (OPEN_AGE, FORTY, "second"),
        (NOTHING, OPEN_AGE, "second"),
        (OPEN_AGE, NOTHING, "first"),
        (OPEN_AGE, OPEN_AGE, "unknown"),
    ],
)
def test_total_that_is_reached_at_most_is_not_overtaken(
    first: Answers, second: Answers, counts: str
) -> None:
    """Where ranges only touch, as 10 and 0 to 10, it is known whose total counts."""
    assert family(first, second).counts == counts


def test_json_says_of_what_it_is() -> None:
    """Edition, day, benefit, and who competes."""
    found = family({"residence_months": 12}, {"residence_months": 11}).as_json()
    assert {key: found[key] for key in ("standard", "on", "track", "competes")} == {
        "standard": "suzhou-2016",
        "on": "2016-05-15",
        "track": "schooling",
        "competes": [True, False],
    }


def test_months_that_open_the_way_count_as_many_points_as_they_must() -> None:
    """Who may apply has lived here for a year: at least 30 points, whatever the answer."""
    unknown = {fact: answer for fact, answer in NOTHING.items() if fact != "residence_months"}
    both = family({**unknown, **POINTS}, OUT)
    assert both.parents[0].total == Interval(100, 400)
    assert both.total == Interval(130, 400)


@pytest.mark.parametrize(
    ("months", "conditions", "days"),
    [
        ({"continuous_residence_months": 4}, {}, {date(2016, 6, 15): 50, date(2016, 7, 15): 90}),
        (
            {"continuous_residence_months": 50},
            {"in_force": {"from": date(2016, 1, 1), "until": date(2016, 6, 30)}},
            {date(2016, 6, 30): 90, date(2016, 7, 1): 90},
        ),
        (
            {"continuous_residence_months": 0},
            {"in_force": {"from": date(2016, 1, 1), "until": date(2016, 6, 30)}},
            {date(2016, 6, 30): 50, date(2016, 7, 1): 90},
        ),
    ],
)
def test_a_parent_counts_from_the_day_on_which_they_may_apply(
    months: Answers, conditions: dict[str, object], days: dict[date, int]
) -> None:
    """The month in which half a year is full, or the day after the condition's last."""
    half_a_year = {"fact": "continuous_residence_months", "at_least": 6}
    stay = PASSPORT | {"id": "stay", "label": "居住", "reason": "……", "all": [half_a_year]}
    data = small_data(
        facts=dict.fromkeys(("veteran", "health_record", *months), ASKED),
        items=[
            ITEM | {"points": 50},
            ITEM | {"id": "hard", "fact": "health_record", "points": 40},
        ],
        conditions=[stay | conditions],
    )
    data["tracks"]["settlement"]["child"] = True
    standard = read_standard(data, "small.toml", FACTS)
    less = {"veteran": True, "health_record": False, "continuous_residence_months": 50}
    parents: list[Answers] = [less, {"veteran": True, "health_record": True, **months}]
    until = date(2016, 8, 1)
    changes = family_change_days(standard, parents, "settlement", ON, until)
    found = family_totals_on(standard, parents, "settlement", ON, days)
    assert {day.on: day.total for day in found} == {
        day: exactly(points) for day, points in days.items()
    }
    assert max(days) in changes
    assert changes == sorted(changes)
