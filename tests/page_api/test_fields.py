"""Reading what was typed, and what is said where it does not fit."""

import pytest

from tests.page_api.ask import ask

SPAN = "请填 0 到 1200 的整数（个月），也可以写 5年3个月"
MONTHS = f"{SPAN}，或从哪个月起没有断过，例如 2012年3月"
DAY = "请填一个日期，年份写全，例如 1990-05-08，从 1900 年 1 月 1 日起"


def points(item: str, **fields: str) -> object:
    """What the item gives for what was typed."""
    lines = {line["item"]: line["points"] for line in ask(**fields)["estimate"]["lines"]}
    return lines[item]


@pytest.mark.parametrize("text", ["９６个月", "96 月", "96", " 096 "])
def test_months_are_read_as_people_type_them(text: str) -> None:
    """Full-width digits, with their unit or a short one."""
    assert points("social_insurance", social_insurance_months=text) == {"low": 480, "high": 480}


@pytest.mark.parametrize("text", ["60;40", "60㎡;40 m2", "６０平米；40平方", "100 m²", "100M2"])
def test_areas_are_read_with_every_common_unit(text: str) -> None:
    """Square metres, however they are written; homes are joined with semicolons."""
    assert points("home", home_areas=text, lives_in_own_home="是") == {"low": 80, "high": 80}


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("social_insurance_months", "1.5", MONTHS),
        ("awards_district", "1.5", "请填 0 到 1000 的整数（次）"),
        ("residence_months_nanjing", "2012-03", SPAN),
        ("housing_fund_months", "12年3月", MONTHS),
        ("housing_fund_months", "2012", MONTHS),
        ("housing_fund_months", "2012-13", MONTHS),
        ("housing_fund_months", "2016-06", "不能晚于估算的那一天（2016 年 5 月 15 日）"),
        ("birth_date", "九零年5月8日", DAY),
        (
            "home_areas",
            "90;x",
            "请填 0 到 100000 的数（平方米），有几处的分开填，最多 20 处",
        ),
        ("birth_date", "1990-02-31", "没有 1990 年 2 月 31 日这一天，请检查"),
        ("birth_date", "2016年5月16日", "不能晚于估算的那一天（2016 年 5 月 15 日）"),
        ("birth_date", "春天", DAY),
        ("birth_date", "1899-01-01", DAY),
        ("veteran", "maybe", "请答是、否或不清楚"),
        (
            "deduction_offence_points_declared",
            "-50",
            "请填 0 到 10000 的数（分），扣分也不用写负号",
        ),
        ("deduction_offence_points_declared", "50 多", "请填 0 到 10000 的数（分）"),
        ("area_per_person", "-1", "请填 0 到 100000 的数（平方米）"),
        ("hat", "1", "不认识这一项"),
        ("housing_fund_months__since", "2012-03", "不认识这一项"),
    ],
)
def test_a_fault_says_what_to_fill_in(field: str, text: str, words: str) -> None:
    """At its field, as a sentence, and the rest is estimated."""
    told = ask(**{field: text, "education": "bachelor"})
    assert told["errors"] == {field.replace("__", "."): words}
    assert told["estimate"]["against_cutoffs"]["low"] == 60


def test_a_choice_that_is_none_names_those_there_are() -> None:
    """By their labels."""
    assert ask(skill_level="best")["errors"]["skill_level"].startswith("请选其中一项：没有、五级")


def test_contradiction_is_told_at_both_fields() -> None:
    """Points told for what was answered no: a sentence at each, and both are unknown."""
    told = ask(social_contribution_claimed="false", social_contribution_points_declared="5")
    assert told["errors"] == {
        "social_contribution_claimed": "这里答了没有，又填了官方告知的分值，请改其中一处",
        "social_contribution_points_declared": "已经答了没有，这里又填了分值，请改其中一处",
    }
    fields = [entry["field"] for entry in told["estimate"]["not_counted"]]
    assert "social_contribution_points_declared" in fields


@pytest.mark.parametrize(
    ("typed", "months", "words"),
    [
        ("2012-03", 50, "从 2012 年 3 月到 2016 年 4 月，按 50 个月算（这个月还没有满，不算）"),
        ("2012年3月", 50, "从 2012 年 3 月到 2016 年 4 月，按 50 个月算（这个月还没有满，不算）"),
        (
            "２０１２．３",
            50,
            "从 2012 年 3 月到 2016 年 4 月，按 50 个月算（这个月还没有满，不算）",
        ),
        ("201604", 1, "从 2016 年 4 月到 2016 年 4 月，按 1 个月算（这个月还没有满，不算）"),
        ("2016-05", 0, "2016 年 5 月还没有满，按 0 个月算"),
        ("五年三个月", 63, "按 63 个月算"),
    ],
)
def test_a_start_counts_whole_calendar_months(typed: str, months: int, words: str) -> None:
    """The month itself is counted, the month of the day is not."""
    told = ask(social_insurance_months=typed)
    lines = {line["item"]: line["points"]["low"] for line in told["estimate"]["lines"]}
    assert lines["social_insurance"] == 5 * months
    assert told["understood"] == {"social_insurance_months": words}


def test_january_counts_to_december() -> None:
    """The last month that ended before a day in January is of the year before."""
    told = ask(on="2017-01-31", social_insurance_months="2016-12")
    assert told["understood"]["social_insurance_months"].startswith(
        "从 2016 年 12 月到 2016 年 12 月，按 1 个月算"
    )


def test_a_start_of_long_ago_counts_no_more_than_may_be_answered() -> None:
    """The sentence says how many."""
    told = ask(residence_months="1900.1")
    assert told["understood"]["residence_months"].endswith("按 1200 个月算（这个月还没有满，不算）")


def test_plain_digits_are_not_told_again() -> None:
    """In full width and with a unit neither."""
    told = ask(social_insurance_months="９６个月", home_areas="90平", birth_date="1990.5.8")
    assert told["understood"] == {}


def test_the_second_parents_fields_are_told_under_their_names() -> None:
    """What was understood, and what is doubtful."""
    typed = {"other__home_areas": "八十九点五;3", "other__birth_date": "19900508"}
    told = ask(track="schooling", **typed)
    assert told["understood"] == {
        "other.home_areas": "按 89.5、3 平方米算",
        "other.birth_date": "按 1990 年 5 月 8 日算",
    }
    assert told["doubts"] == {"other.home_areas": "3 平方米很少见，请再看看填得对不对。"}


def test_the_household_is_asked_about_once() -> None:
    """What one parent says of the homes holds for both; two answers are a fault at both."""
    home = {"lives_in_own_home": "true", "other__education": "master"}
    told = ask(track="schooling", **home, home_areas="75")
    assert told["estimate"]["against_cutoffs"]["low"] == 60
    assert told["other"]["against_cutoffs"]["low"] == 260
    told = ask(track="schooling", **home, home_areas="75", other__home_areas="80")
    assert set(told["errors"]) == {"home_areas", "other.home_areas"}


def test_a_second_parent_is_not_read_for_an_adults_benefit() -> None:
    """Settlement looks at the applicant alone."""
    told = ask(other__education="wise")
    assert told["errors"] == {}
    assert told["other"] is None
    assert told["family"] is None
