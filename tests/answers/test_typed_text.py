"""Answers as people type them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, facts_of_unpublished
from calculator.answers.typed_text import parse_typed_answers
from tests.support import FACTS, ON, admissible, problems_of

CLAIMED, DECLARED = facts_of_unpublished("gift", "社会贡献")
KNOWN = FACTS | {CLAIMED.id: CLAIMED, DECLARED.id: DECLARED}


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
    assert parse_typed_answers({fact: text}, KNOWN, ON) == {fact: answer}


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
    problems = problems_of(lambda: parse_typed_answers({fact: text}, KNOWN, ON))
    assert [(p.where, p.expected) for p in problems] == [(fact, KNOWN[fact].allowed)]


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\t\n"])
def test_an_empty_text_is_unknown(text: str) -> None:
    """A field left empty is not answered."""
    assert parse_typed_answers({"veteran": text}, KNOWN, ON) == {}


def test_a_text_for_an_unknown_key_is_refused() -> None:
    """A column of a table that is no fact is an error that names it."""
    problems = problems_of(lambda: parse_typed_answers({"veterans": "是"}, KNOWN, ON))
    assert [problem.where for problem in problems] == ["veterans"]


@given(st.sampled_from(sorted(KNOWN)), st.text(max_size=20))
def test_any_text_is_read_or_refused_at_its_field(fact: str, text: str) -> None:
    """No text of a form raises anything but an ``InputError`` at that field."""
    problems = problems_of(lambda: parse_typed_answers({fact: text}, KNOWN, ON))
    assert {problem.where for problem in problems} <= {fact}


@given(st.data(), st.sampled_from(sorted(KNOWN)))
def test_every_choice_and_count_is_read_from_its_text(data: st.DataObject, fact: str) -> None:
    """What a form shows for an answer is read as that answer."""
    answer = data.draw(admissible(KNOWN[fact]))
    if isinstance(answer, tuple | Fraction):
        return
    text = str(answer).lower()
    assert parse_typed_answers({fact: text}, KNOWN, ON) == {fact: answer}
