"""Answers as people type them."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, facts_of_unpublished
from calculator.answers.typed_text import format_answer, is_plain, parse_typed_answers
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
        ("social_insurance_months", "1,200", 1200),
        ("social_insurance_months", "１，２００ 个月", 1200),
        ("social_insurance_months", "九十六", 96),
        ("social_insurance_months", "５年３个月", 63),
        ("residence_months", "8年", 96),
        ("awards_district", "两次", 2),
        ("home_areas", "89.5", (Fraction(179, 2),)),
        ("home_areas", "60;40 平方米", (60, 40)),
        ("home_areas", "60；40；", (60, 40)),
        ("area_per_person", "17.99平方米", Fraction(1799, 100)),
        ("home_areas", "60、40平", (60, 40)),
        ("home_areas", "90平", (90,)),
        ("home_areas", "90 平", (90,)),
        ("home_areas", "九十㎡", (90,)),
        ("home_areas", "89。5", (Fraction(179, 2),)),
        ("area_per_person", "八十九点五", Fraction(179, 2)),
        ("home_areas", "none", ()),
        ("home_areas", "没有", ()),
        ("birth_date", "1990-05-08", date(1990, 5, 8)),
        ("birth_date", "1990-5-8", date(1990, 5, 8)),
        ("birth_date", "1990/5/8", date(1990, 5, 8)),
        ("birth_date", "1990年5月8日", date(1990, 5, 8)),
        ("birth_date", "1990.5.8", date(1990, 5, 8)),
        ("birth_date", "1990 年 5 月 8 日", date(1990, 5, 8)),
        ("birth_date", "一九九〇年五月八号", date(1990, 5, 8)),
        ("birth_date", "19900508", date(1990, 5, 8)),
        ("gift_points_declared", "20.5分", Fraction(41, 2)),
        ("gift_points_declared", "三十分", 30),
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
        ("social_insurance_months", "101年"),
        ("social_insurance_months", "12年3月"),
        ("social_insurance_months", "2012.3"),
        ("social_insurance_months", "201203"),
        ("social_insurance_months", "1,20"),
        ("social_insurance_months", "1e3"),
        ("social_insurance_months", "１e2"),
        ("social_insurance_months", "0x10"),
        ("social_insurance_months", "5_0"),
        ("social_insurance_months", "+5"),
        ("social_insurance_months", "Ⅳ"),
        ("social_insurance_months", "٩٦"),
        ("area_per_person", "½"),
        ("awards_district", "5年"),
        ("social_insurance_months", "-1"),
        ("social_insurance_months", "1201"),
        ("home_areas", "60,40"),
        ("home_areas", "90,120"),
        ("home_areas", "60;abc"),
        ("birth_date", "1990-02-31"),
        ("birth_date", "1990"),
        ("birth_date", "90-5-8"),
        ("birth_date", "九零年五月八日"),
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
def test_what_a_form_holds_is_read_as_the_answer(data: st.DataObject, fact: str) -> None:
    """The text of a form's control, in half width and in full width."""
    answer = data.draw(admissible(KNOWN[fact]))
    text = format_answer(answer)
    assume(all(len(part) < 90 for part in text.split(";")))  # a third has no end
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    for written in (text, wide):
        assert parse_typed_answers({fact: written}, KNOWN, ON) == {fact: answer}
        assert is_plain(KNOWN[fact], written)


@pytest.mark.parametrize(
    ("fact", "text", "plain"),
    [
        ("social_insurance_months", "９６ 个月", True),
        ("social_insurance_months", "3月", False),
        ("social_insurance_months", "1,200", False),
        ("social_insurance_months", "五年", False),
        ("home_areas", "90平;60.5", True),
        ("home_areas", "90;89。5", False),
        ("birth_date", "1990年5月8日", True),
        ("birth_date", "19900508", False),
        ("education", "大学本科", True),
    ],
)
def test_what_is_read_otherwise_than_its_digits_is_not_plain(
    fact: str, text: str, *, plain: bool
) -> None:
    """Only that is worth telling."""
    assert is_plain(KNOWN[fact], text) == plain
