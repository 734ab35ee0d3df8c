"""What can be asked of a person."""

from datetime import date

import pytest

from calculator.answers.facts import Fact, facts_of_unpublished, read_fact
from calculator.reading.table import Table
from tests.support import FACTS

CLAIMED, DECLARED = facts_of_unpublished("gift", "社会贡献")
KNOWN = FACTS | {CLAIMED.id: CLAIMED, DECLARED.id: DECLARED}

CONTRACT = """
birth_date education skill_level professional_title social_insurance_months
social_insurance_months_nanjing housing_fund_months home_areas lives_in_own_home residence_months
residence_months_nanjing family_planning_compliant invention_patents utility_patents_this_year
awards_district awards_municipal awards_prefectural sports_top_three child_vaccination_record
child_vaccinations_complete maternal_child_card health_record veteran paired_aid_hukou
hardship_industry_one_year spring_festival_2021 dishonest_judgment_debtor_times detentions_5y
sentence_months
"""


@pytest.mark.parametrize("fact", CONTRACT.split())
def test_a_fact_of_the_contract_can_be_asked(fact: str) -> None:
    """Embedders rely on these names."""
    assert fact in FACTS


@pytest.mark.parametrize(
    ("fact", "choices"),
    [
        ("education", "other senior_secondary junior_college bachelor master doctor"),
        ("skill_level", "none level_5 level_4 level_3 level_2 level_1"),
        ("professional_title", "none junior intermediate senior"),
    ],
)
def test_choices_are_those_of_the_contract(fact: str, choices: str) -> None:
    """Embedders rely on these choices."""
    assert list(FACTS[fact].choices or ()) == choices.split()


@pytest.mark.parametrize(
    ("fact", "allowed"),
    [
        ("veteran", "true 或 false"),
        ("professional_title", "其中之一：none、junior、intermediate、senior"),
        ("residence_months", "0 到 1200 的整数（个月）"),
        ("home_areas", "最多 20 个 0 到 100000 的数的列表（平方米）"),
        ("area_per_person", "0 到 100000 的数（平方米）"),
        ("gift_points_declared", "0 到 10000 的数（分）"),
        ("birth_date", "一个日期，写作 1990-05-08，从 1900-01-01 起，不晚于估算日期"),
    ],
)
def test_what_is_allowed_is_said_in_words(fact: str, allowed: str) -> None:
    """Every kind says its choices or its range."""
    assert KNOWN[fact].allowed == allowed


def test_an_unpublished_item_has_two_facts() -> None:
    """One asks whether the item applies, one for the points officially told."""
    assert [
        (fact.id, fact.kind, fact.max) for fact in facts_of_unpublished("gift", "社会贡献")
    ] == [
        ("gift_claimed", "flag", 0),
        ("gift_points_declared", "points", 10_000),
    ]


def fact_faults(**keys: object) -> list[str]:
    """Where the faults of a fact's table are."""
    table = Table(keys, "x", [])
    read_fact("x", table)
    return [problem.where for problem in table.problems]


@pytest.mark.parametrize(
    ("keys", "fact"),
    [
        ({"kind": "flag", "label": "某事"}, Fact("x", "flag", "某事")),
        (
            {"kind": "count", "label": "某数", "unit": "次", "max": 9},
            Fact("x", "count", "某数", "次", 9),
        ),
        (
            {"kind": "measure", "label": "面积", "unit": "平方米", "max": 9},
            Fact("x", "measure", "面积", "平方米", 9),
        ),
        (
            {"kind": "flag", "label": "某事", "household": True},
            Fact("x", "flag", "某事", household=True),
        ),
        (
            {"kind": "measures", "label": "面积", "unit": "平方米", "max": 9},
            Fact("x", "measures", "面积", "平方米", 9, 20),
        ),
        (
            {"kind": "measures", "label": "面积", "unit": "平方米", "max": 9, "most": 3},
            Fact("x", "measures", "面积", "平方米", 9, 3),
        ),
        (
            {"kind": "date", "label": "日期", "min": date(1900, 1, 1)},
            Fact("x", "date", "日期", earliest=date(1900, 1, 1)),
        ),
        (
            {"kind": "choice", "label": "选择", "choices": {"a": "甲"}},
            Fact("x", "choice", "选择", choices={"a": "甲"}),
        ),
    ],
)
def test_a_fact_is_read_from_its_table(keys: dict[str, object], fact: Fact) -> None:
    """A fact has the keys of its kind."""
    assert read_fact("x", Table(keys, "x", [])) == fact


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"kind": "number", "label": "某事"}, ["x.kind"]),
        ({"kind": "flag"}, ["x.label"]),
        ({"kind": "count", "label": "某数"}, ["x.unit", "x.max"]),
        ({"kind": "count", "label": "某数", "unit": "次", "max": -1}, ["x.max"]),
        ({"kind": "measure", "label": "面积"}, ["x.unit", "x.max"]),
        ({"kind": "flag", "label": "某事", "household": "yes"}, ["x.household"]),
        ({"kind": "date", "label": "日期"}, ["x.min"]),
        ({"kind": "choice", "label": "选择"}, ["x.choices"]),
        ({"kind": "choice", "label": "选择", "choices": {"a": 1}}, ["x.choices.a"]),
    ],
)
def test_a_fact_without_its_keys_is_refused(keys: dict[str, object], where: list[str]) -> None:
    """Each missing or unfit key of a fact is a fault at that key."""
    assert fact_faults(**keys) == where


LARGEST = {
    "social_insurance_months": 1200,
    "social_insurance_months_nanjing": 1200,
    "housing_fund_months": 1200,
    "residence_months": 1200,
    "residence_months_nanjing": 1200,
    "continuous_residence_months": 1200,
    "sentence_months": 1200,
    "invention_patents": 1000,
    "utility_patents_this_year": 1000,
    "awards_district": 1000,
    "awards_municipal": 1000,
    "awards_prefectural": 1000,
    "dishonest_judgment_debtor_times": 1000,
    "detentions_5y": 1000,
    "city_management_violations": 1000,
    "service_years": 1000,
    "donation_yuan": 10_000_000,
    "home_areas": 100_000,
    "area_per_person": 100_000,
}


def test_largest_answers_are_those_of_the_contract() -> None:
    """Months to 1200, yuan to ten millions, other counts to 1000, areas to 100000, 20 homes."""
    asked = {name: fact for name, fact in FACTS.items() if fact.kind not in ("flag", "choice")}
    assert {name: fact.max for name, fact in asked.items() if fact.kind != "date"} == LARGEST
    assert FACTS["home_areas"].most == 20
    assert FACTS["birth_date"].earliest == date(1900, 1, 1)
