"""What can be asked of a person, and reading their answers."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.facts import Answer, Fact, claim, read_answers, read_day, read_fact, read_texts
from calculator.number import Numeral
from calculator.reading import Table

from .support import FACTS, ON, admissible, answers_of, editions, problems_of

CLAIMED, DECLARED = claim("gift", "社会贡献")
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
    ("text", "answer"),
    [
        ('{"veteran": true}', True),
        ('{"veteran": false}', False),
        ('{"education": "bachelor"}', "bachelor"),
        ('{"social_insurance_months": 0}', 0),
        ('{"social_insurance_months": 1200}', 1200),
        ('{"social_insurance_months": 96.0}', 96),
        ('{"social_insurance_months": -0}', 0),
        ('{"awards_district": 1000}', 1000),
        ('{"home_areas": []}', ()),
        ('{"home_areas": [74.99, 0, 100000]}', (Fraction(7499, 100), 0, 100_000)),
        ('{"area_per_person": 17.99}', Fraction(1799, 100)),
        ('{"area_per_person": 0}', 0),
        ('{"area_per_person": 100000}', 100_000),
        ('{"birth_date": "1990-02-28"}', date(1990, 2, 28)),
        ('{"birth_date": "1900-01-01"}', date(1900, 1, 1)),
        ('{"birth_date": "2016-05-15"}', ON),
        ('{"social_contribution_claimed": true}', True),
        ('{"social_contribution_points_declared": 20.5}', Fraction(41, 2)),
        ('{"social_contribution_points_declared": 10000}', 10_000),
    ],
)
def test_an_answer_is_read(text: str, answer: Answer) -> None:
    """An answer of the fact's kind and within its range is read exactly."""
    assert list(answers_of(text).values()) == [answer]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("veteran", "1"),
        ("veteran", "0"),
        ("veteran", '"true"'),
        ("veteran", "[]"),
        ("education", '"Bachelor"'),
        ("education", '"本科"'),
        ("education", "1"),
        ("education", "true"),
        ("education", '["bachelor"]'),
        ("social_insurance_months", '"96"'),
        ("social_insurance_months", "1.5"),
        ("social_insurance_months", "-1"),
        ("social_insurance_months", "1201"),
        ("social_insurance_months", "1e999999"),
        ("social_insurance_months", "9" * 5000),
        ("social_insurance_months", "NaN"),
        ("social_insurance_months", "Infinity"),
        ("social_insurance_months", "true"),
        ("social_insurance_months", "[96]"),
        ("social_insurance_months", "{}"),
        ("awards_district", "1001"),
        ("home_areas", "80"),
        ("home_areas", '"80"'),
        ("home_areas", "[-0.01]"),
        ("home_areas", "[100000.01]"),
        ("home_areas", '["80"]'),
        ("home_areas", "[null]"),
        ("home_areas", "[true]"),
        ("home_areas", "[[80]]"),
        ("home_areas", "[NaN]"),
        ("home_areas", f"[{', '.join(['1'] * 21)}]"),
        ("area_per_person", "[18]"),
        ("area_per_person", '"18"'),
        ("area_per_person", "-0.01"),
        ("area_per_person", "100000.01"),
        ("area_per_person", "true"),
        ("birth_date", '"1899-12-31"'),
        ("birth_date", '"2016-05-16"'),
        ("birth_date", '"1990-02-31"'),
        ("birth_date", '"1991-02-29"'),
        ("birth_date", '"19900228"'),
        ("birth_date", '"1990-2-28"'),
        ("birth_date", '"1990-02-28T00:00"'),
        ("birth_date", "19900228"),
        ("birth_date", '["1990-02-28"]'),
        ("social_contribution_claimed", '"no"'),
        ("social_contribution_points_declared", "-1"),
        ("social_contribution_points_declared", "10000.01"),
        ("social_contribution_points_declared", '"20"'),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(key: str, value: str) -> None:
    """A wrong type or a value out of range is an error at its key, saying what is allowed."""
    problems = problems_of(lambda: answers_of(f'{{"{key}": {value}}}'))
    allowed = editions().facts[key].allowed
    assert [(problem.where, problem.expected) for problem in problems] == [(key, allowed)]


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


def test_twenty_homes_are_allowed() -> None:
    """The most homes that can be given are twenty."""
    areas = ", ".join(["1"] * 20)
    assert answers_of(f'{{"home_areas": [{areas}]}}') == {"home_areas": (1,) * 20}


def test_null_is_unknown() -> None:
    """A fact that is null is as one that is missing."""
    assert answers_of('{"veteran": null, "health_record": true}') == {"health_record": True}


@pytest.mark.parametrize("value", ["null", "true", "1"])
def test_an_unknown_key_is_refused(value: str) -> None:
    """A key that no edition knows is an error that names it, and its value, even null."""
    problems = problems_of(lambda: answers_of(f'{{"veterans": {value}}}'))
    assert [(p.where, p.found) for p in problems] == [("veterans", f"不认识的键，值为 {value}")]


def test_a_fact_that_only_another_edition_uses_is_read() -> None:
    """Editions share one list of facts."""
    assert answers_of('{"veteran": true}') == {"veteran": True}


def test_all_faults_are_said_at_once() -> None:
    """Who mends a document sees every fault of it."""
    text = '{"veteran": 1, "nobody": 2, "health_record": true, "home_areas": 3}'
    problems = problems_of(lambda: answers_of(text))
    assert [problem.where for problem in problems] == ["veteran", "nobody", "home_areas"]


def test_control_characters_of_a_key_are_escaped() -> None:
    """A key does not steer the terminal it is shown on."""
    problems = problems_of(lambda: answers_of('{"a\\u001b[31m": 1}'))
    assert [problem.where for problem in problems] == ["a\\u001b[31m"]


def test_points_declared_for_what_was_denied_are_a_contradiction() -> None:
    """Claiming nothing and giving points for it is an error at both keys."""
    text = '{"social_contribution_claimed": false, "social_contribution_points_declared": 20}'
    problems = problems_of(lambda: answers_of(text))
    keys = "social_contribution_claimed、social_contribution_points_declared"
    assert [(p.where, p.expected) for p in problems] == [(keys, "只答其中一处")]


@pytest.mark.parametrize("claimed", ["true", "null"])
def test_points_declared_mean_claimed(claimed: str) -> None:
    """Points may be declared with a claim, or instead of one."""
    text = (
        f'{{"social_contribution_claimed": {claimed}, "social_contribution_points_declared": 20}}'
    )
    assert answers_of(text)["social_contribution_points_declared"] == 20


def test_no_points_declared_contradict_a_denial_too() -> None:
    """Declared points of 0 are still declared."""
    document: dict[str, Any] = {"gift_claimed": False, "gift_points_declared": Numeral("0")}
    problems = problems_of(lambda: read_answers(document, KNOWN, ON))
    assert [p.where for p in problems] == ["gift_claimed、gift_points_declared"]


def test_an_unpublished_item_has_two_facts() -> None:
    """One asks whether the item applies, one for the points officially told."""
    assert [(fact.id, fact.kind, fact.max) for fact in claim("gift", "社会贡献")] == [
        ("gift_claimed", "flag", 0),
        ("gift_points_declared", "points", 10_000),
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-05-15", date(2016, 5, 15)),
        ("2016-02-29", date(2016, 2, 29)),
        ("2015-02-29", None),
        ("2016-02-31", None),
        ("2016-13-01", None),
        ("2016-00-01", None),
        ("0000-01-01", None),
        ("2016-5-15", None),
        ("20160515", None),
        ("2016-W20-7", None),
        ("2016-05-15 ", None),
        ("２０１６-05-15", None),
        ("", None),
    ],
)
def test_a_day_is_a_calendar_day(text: str, day: date | None) -> None:
    """Only a day of the calendar, written year-month-day, is a day."""
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("fact", "text", "answer"),
    [
        ("veteran", "true", True),
        ("veteran", "FALSE", False),
        ("veteran", "是", True),
        ("veteran", "否", False),
        ("veteran", " 有 ", True),
        ("veteran", "没有", False),
        ("education", "bachelor", "bachelor"),
        ("education", "大学本科", "bachelor"),
        ("professional_title", "没有", "none"),
        ("social_insurance_months", "96", 96),
        ("social_insurance_months", "９６", 96),
        ("social_insurance_months", "096", 96),
        ("social_insurance_months", "96 个月", 96),
        ("social_insurance_months", "96个月", 96),
        ("home_areas", "89.5", (Fraction(179, 2),)),
        ("home_areas", "60;40 平方米", (60, 40)),
        ("home_areas", "60；40；", (60, 40)),
        ("area_per_person", "17.99平方米", Fraction(1799, 100)),
        ("home_areas", "none", ()),
        ("home_areas", "没有", ()),
        ("birth_date", "1990-05-08", date(1990, 5, 8)),
        ("birth_date", "1990-5-8", date(1990, 5, 8)),
        ("birth_date", "1990/5/8", date(1990, 5, 8)),
        ("birth_date", "1990年5月8日", date(1990, 5, 8)),
        ("birth_date", "19900508", date(1990, 5, 8)),
        ("gift_points_declared", "20.5分", Fraction(41, 2)),
    ],
)
def test_a_text_is_read_as_people_type_it(fact: str, text: str, answer: Answer) -> None:
    """Full-width digits, units, labels and customary dates are understood."""
    assert read_texts({fact: text}, KNOWN, ON) == {fact: answer}


@pytest.mark.parametrize(
    ("fact", "text"),
    [
        ("veteran", "1"),
        ("veteran", "maybe"),
        ("education", "博士后"),
        ("social_insurance_months", "8 年"),
        ("social_insurance_months", "1,000"),
        ("social_insurance_months", "-1"),
        ("social_insurance_months", "1201"),
        ("social_insurance_months", "九十六"),
        ("home_areas", "60,40"),
        ("home_areas", "60;abc"),
        ("birth_date", "1990-02-31"),
        ("birth_date", "1990"),
        ("birth_date", "90-5-8"),
        ("birth_date", "8/5/1990"),
        ("birth_date", "2016-05-16"),
    ],
)
def test_a_text_that_does_not_fit_is_refused(fact: str, text: str) -> None:
    """What cannot be understood is an error at its field, never guessed."""
    problems = problems_of(lambda: read_texts({fact: text}, KNOWN, ON))
    assert [(p.where, p.expected) for p in problems] == [(fact, KNOWN[fact].allowed)]


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\t\n"])
def test_an_empty_text_is_unknown(text: str) -> None:
    """A field left empty is not answered."""
    assert read_texts({"veteran": text}, KNOWN, ON) == {}


def test_a_text_for_an_unknown_key_is_refused() -> None:
    """A column of a table that is no fact is an error that names it."""
    problems = problems_of(lambda: read_texts({"veterans": "是"}, KNOWN, ON))
    assert [problem.where for problem in problems] == ["veterans"]


@given(st.sampled_from(sorted(KNOWN)), st.text(max_size=20))
def test_any_text_is_read_or_refused_at_its_field(fact: str, text: str) -> None:
    """No text of a form raises anything but an ``InputError`` at that field."""
    problems = problems_of(lambda: read_texts({fact: text}, KNOWN, ON))
    assert {problem.where for problem in problems} <= {fact}


@given(st.data(), st.sampled_from(sorted(KNOWN)))
def test_every_choice_and_count_is_read_from_its_text(data: st.DataObject, fact: str) -> None:
    """What a form shows for an answer is read as that answer."""
    answer = data.draw(admissible(KNOWN[fact]))
    if isinstance(answer, tuple | Fraction):
        return
    text = str(answer).lower()
    assert read_texts({fact: text}, KNOWN, ON) == {fact: answer}


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
    "home_areas": 100_000,
    "area_per_person": 100_000,
}


def test_largest_answers_are_those_of_the_contract() -> None:
    """Months to 1200, other counts to 1000, areas to 100000 and 20 homes, births from 1900 on."""
    asked = {name: fact for name, fact in FACTS.items() if fact.kind not in ("flag", "choice")}
    assert {name: fact.max for name, fact in asked.items() if fact.kind != "date"} == LARGEST
    assert FACTS["home_areas"].most == 20
    assert FACTS["birth_date"].earliest == date(1900, 1, 1)
