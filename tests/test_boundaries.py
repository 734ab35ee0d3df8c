"""On every step, cap, tier and birthday of an edition, and on either side, a golden case stands."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from calculator.values.interval import exactly
from tests.boundaries import boundaries
from tests.boundaries.points import point_boundaries
from tests.golden import cases
from tests.support import PASSPORT, answers_of, editions, standard_of, template

CASES = [golden.case for golden in cases(editions()) if golden.standard == "suzhou-2016"]
ANYBODY = next(case for case in CASES if case.id == "all-no")
SPRING = {"from": date(2016, 2, 1), "until": date(2016, 6, 30)}
UNIT = {"id": "row", "rule": "per_unit", "fact": "awards_district", "per": 1}
STAY = {"id": "stay", "rule": "per_unit", "fact": "residence_months", "per": 12, "points": 30}
HOME = {"id": "home", "rule": "steps_above", "fact": "home_areas", "from": 75, "points": 60}
FLAT = {"id": "flat", "rule": "flat", "fact": "veteran", "points": 5}
TOTAL = PASSPORT | {"floor": 0}
AGE = {"id": "age", "rule": "age", "fact": "birth_date"}


@pytest.mark.parametrize("standard_id", editions().standards)
def test_a_case_stands_on_and_either_side_of_every_boundary(standard_id: str) -> None:
    """Those where none stands are named."""
    found = boundaries(editions().get(standard_id))
    assert [f"{standard_id} {said}" for said, those in found.items() if not those] == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (UNIT | {"points": 10}, ["0 次", "1 次", "2 次"]),
        (UNIT | {"points": 10, "cap": 25}, ["0 次", "1 次", "2 次", "3 次"]),
        (UNIT | {"points": -50, "cap": -150}, ["0 次", "1 次", "2 次", "3 次", "4 次"]),
        (STAY | {"cap": 60}, [f"{months} 个月" for months in (11, 12, 13, 23, 24, 36)]),
        (STAY | {"first": 20}, [f"{months} 个月" for months in (11, 12, 13, 23, 24, 25)]),
        (STAY | {"cap": 9000}, ["11 个月", "12 个月", "13 个月"]),
        (
            {"id": "row", "rule": "brackets", "fact": "residence_months"}
            | {"bands": [{"from": 0, "points": 5}, {"from": 36, "points": 15}]},
            ["0 个月", "1 个月", "35 个月", "36 个月", "37 个月"],
        ),
        (
            HOME | {"step": 25, "step_points": 20, "cap": 110},
            [
                "0 平方米",
                *("不到 75 平方米，相差不到 1", "75 平方米", "超过 75 平方米，相差不到 1"),
                *("不到 100 平方米，相差不到 1", "100 平方米", "超过 100 平方米，相差不到 1"),
                *("不到 150 平方米，相差不到 1", "150 平方米"),
            ],
        ),
        (
            {"id": "row", "rule": "flat", "fact": "veteran", "points": 30, "in_force": SPRING}
            | {"requires": {"fact": "residence_months", "at_least": 6}},
            [
                *("军队退役人员：是", "军队退役人员：否", "5 个月", "6 个月", "7 个月"),
                *("2016-01-31", "2016-02-01", "2016-06-30", "2016-07-01"),
            ],
        ),
        (
            AGE | {"bands": [{"from": 18, "to": 39, "points": 10}]},
            [
                *("18 周岁生日前一天", "18 周岁生日当天", "18 周岁生日后一天"),
                *("40 周岁生日前一天", "40 周岁生日当天", "40 周岁生日后一天"),
                *("2 月 29 日出生的，40 周岁生日前一天", "2 月 29 日出生的，40 周岁生日当天"),
            ],
        ),
    ],
)
def test_boundaries_follow_from_the_data(row: Mapping[str, object], said: list[str]) -> None:
    """The first step and the cap, birthdays, days in force; 29 February in the leap year 2016."""
    asked = f"{row['fact']} residence_months" if "requires" in row else f"{row['fact']}"
    found = point_boundaries(standard_of(row, asked=asked), [])
    assert [side.partition(": ")[2] for side in found] == said


def test_every_shape_of_the_template_has_boundaries() -> None:
    """Of all rows but the one without a figure, and the group without a cap; and of the total."""
    found = {said.partition(":")[0] for said in point_boundaries(template(), [])}
    assert found == {item.id for item in template().items} - {"tax", "learning"} | {"total"}


def test_limits_of_the_total_have_two_sides_each() -> None:
    """The floor by the sum of the lines; of a veto below, at and above the figure."""
    facts = {"sentence_months": 6, "veteran": True}
    low = replace(ANYBODY, id="low", facts=facts, lines={"a": exactly(-10), "b": exactly(5)})
    zero = replace(low, id="zero", lines={})
    total = TOTAL | {"void_if": [{"fact": "sentence_months", "at_least": 6}]}
    limited = standard_of(FLAT, asked="veteran sentence_months", total=total)
    found = {
        said: those
        for said, those in point_boundaries(limited, [low, zero]).items()
        if "total" in said
    }
    assert found == {
        "total: 5 个月": [],
        "total: 6 个月": ["low", "zero"],
        "total: 7 个月": [],
        "total: 合计低于 0 分": ["low"],
        "total: 合计不低于 0 分": ["zero"],
    }


def test_of_a_ladder_of_ages_its_first_step_and_its_cap_count() -> None:
    """40 is 20 points, 2 more a year younger: 30 is reached at 35, the cap bites from 34."""
    bands = [{"from": 0, "to": 40, "points": 20, "per_year_younger": 2}]
    found = point_boundaries(standard_of(AGE | {"bands": bands, "cap": 30}, asked="birth_date"), [])
    on_the_day = [said for said in found if said.endswith("岁生日当天") and "29" not in said]
    assert on_the_day == [f"age: {age} 周岁生日当天" for age in (40, 41, 36, 35)]


def test_of_a_group_the_sums_nearest_to_its_cap_count() -> None:
    """Of 10 and 25 points, each as often as there are awards, under 60 together."""
    group = standard_of(
        UNIT | {"id": "a", "points": 10, "cap": 30},
        UNIT | {"id": "b", "points": 25, "fact": "awards_municipal"},
        {"id": "both", "rule": "sum_capped", "of": ["a", "b"], "cap": 60},
        asked="awards_district awards_municipal",
    )
    found = [said for said in point_boundaries(group, []) if said.startswith("both")]
    assert found == ["both: 合计 55 分", "both: 合计 60 分", "both: 合计 70 分"]


@pytest.mark.parametrize(
    ("facts", "there"),
    [
        ('{"home_areas": [75], "lives_in_own_home": true}', ["75 平方米", "住在自有房里：是"]),
        ('{"home_areas": [75], "lives_in_own_home": false}', ["住在自有房里：否"]),
        ('{"home_areas": [75]}', []),
        ('{"home_areas": [40, 35], "lives_in_own_home": true}', ["75 平方米", "住在自有房里：是"]),
    ],
)
def test_a_case_stands_only_where_the_row_is_decided_there(facts: str, there: list[str]) -> None:
    """Not where a prerequisite is not met or not known; several homes together."""
    person = replace(ANYBODY, facts=answers_of(facts))
    found = point_boundaries(editions().get("suzhou-2016"), [person])
    assert [
        said.removeprefix("home: ") for said in found if "home" in said and found[said]
    ] == there


def test_a_tier_counts_only_where_nothing_else_gives_as_much() -> None:
    """A bachelor's degree beside a technician's level of the same 100 points stands for neither."""
    person = replace(
        ANYBODY, facts=answers_of('{"education": "bachelor", "skill_level": "level_2"}')
    )
    found = point_boundaries(editions().get("suzhou-2023-settlement"), [person])
    assert [said for said, those in found.items() if those] == []


def test_an_answer_stands_only_where_it_alone_decides() -> None:
    """Not beside another way that is met, nor where another route hides the condition."""
    found = boundaries(editions().get("suzhou-2016"))
    assert found["residence_permit: 免居住证的苏州户籍：是"] == ["settlement-exempt-hukou"]
    assert found["child_enrolled: 孩子在托幼机构或学校就读：否"] == ["medical-not-enrolled"]
    assert "medical-insured-child" not in found["child_enrolled: 孩子在托幼机构或学校就读：是"]


def test_without_its_cases_a_boundary_is_named() -> None:
    """The last month before the cap."""
    others = [case for case in CASES if case.id != "housing-fund-119"]
    found = point_boundaries(editions().get("suzhou-2016"), others)
    assert [said for said, those in found.items() if not those] == ["housing_fund: 119 个月"]
