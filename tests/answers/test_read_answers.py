"""A person's answers, from a JSON document."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from calculator.answers.facts import Answer, facts_of_unpublished
from calculator.answers.read_answers import parse_date, read_answers
from calculator.values.number import Numeral
from tests.support import FACTS, ON, answers_of, editions, problems_of

CLAIMED, DECLARED = facts_of_unpublished("gift", "社会贡献")
KNOWN = FACTS | {CLAIMED.id: CLAIMED, DECLARED.id: DECLARED}


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
    allowed = editions().all_facts[key].allowed
    assert [(problem.where, problem.expected) for problem in problems] == [(key, allowed)]


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
    assert parse_date(text) == day
