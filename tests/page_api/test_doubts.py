"""Answers that fit and that hardly anybody has."""

import pytest

from .ask import ask

LIFE = {
    "social_insurance_months": (
        "2000-01-01",
        "6",
        "从满 16 周岁到这一天只有 5 个月，请再看看月数。",
    ),
    "housing_fund_months": (
        "2010-01-01",
        "600",
        "到这一天还不满 16 周岁，请再看看月数和出生日期。",
    ),
    "residence_months": ("2010-01-01", "600", "从出生到这一天只有 77 个月，请再看看月数。"),
}


@pytest.mark.parametrize("fact", LIFE)
def test_more_months_than_a_life_has_are_doubted(fact: str) -> None:
    """Insurance and fund from the sixteenth birthday, residence from birth."""
    born, months, words = LIFE[fact]
    assert ask(birth_date=born, **{fact: months})["doubts"] == {fact: words}


@pytest.mark.parametrize(
    ("fact", "months"), [("social_insurance_months", "5"), ("residence_months", "197")]
)
def test_as_many_months_as_a_life_has_are_not_doubted(fact: str, months: str) -> None:
    """The months of the birthday and of the day are both counted."""
    assert ask(birth_date="2000-01-31", **{fact: months})["doubts"] == {}


def test_a_start_before_the_sixteenth_birthday_is_doubted() -> None:
    """However the months were typed."""
    told = ask(birth_date="2000-01-01", housing_fund_months="2012.3")
    assert [*told["doubts"]] == ["housing_fund_months"]


@pytest.mark.parametrize(
    ("fact", "text", "doubtful"),
    [
        ("social_insurance_months", "600", None),
        ("social_insurance_months", "601", "601 个月"),
        ("home_areas", "5;1000", None),
        ("home_areas", "90;4.9", "4.9 平方米"),
        ("home_areas", "1000.5;90", "1000.5 平方米"),
        ("area_per_person", "1001", "1001 平方米"),
        ("invention_patents", "1000", None),
    ],
)
def test_numbers_that_hardly_anybody_has_are_doubted(
    fact: str, text: str, doubtful: str | None
) -> None:
    """More than fifty years, homes of no common size."""
    told = f"{doubtful}很少见，请再看看填得对不对。"
    assert ask(**{fact: text})["doubts"] == ({fact: told} if doubtful else {})


def test_what_is_doubted_counts_as_given() -> None:
    """It is a question, no error."""
    told = ask(birth_date="2010-01-01", social_insurance_months="100")
    lines = {line["item"]: line["points"] for line in told["estimate"]["lines"]}
    assert told["errors"] == {}
    assert lines["social_insurance"] == {"low": 500, "high": 500}


def test_an_edition_that_asks_for_no_birth_doubts_no_life() -> None:
    """Only what is rare of itself."""
    told = ask(standard="suzhou-2021", social_insurance_months="601")
    assert told["doubts"] == {"social_insurance_months": "601 个月很少见，请再看看填得对不对。"}


def test_months_before_the_edition_counts_them_are_doubted() -> None:
    """Residence registered since April 2011; an edition that does not say so doubts none."""
    later = {"standard": "suzhou-2023-settlement", "on": "2026-11-23"}
    assert ask(**later, residence_months="188")["doubts"] == {}
    assert ask(**later, residence_months="189")["doubts"] == {
        "residence_months": "这一版从 2011 年 4 月算起，到这一天只有 188 个月，请再看看月数。"
    }
    assert ask(residence_months="189")["doubts"] == {}
