"""Reading what was typed, and what is said where it does not fit."""

import pytest

from tests.page_api.ask import ask


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
        ("social_insurance_months", "1.5", "请填 0 到 1200 的整数（个月）"),
        (
            "home_areas",
            "90;x",
            "请填 0 到 100000 的数（平方米），有几处的分开填，最多 20 处",
        ),
        ("birth_date", "1990-02-31", "没有 1990 年 2 月 31 日这一天，请检查"),
        ("birth_date", "2016年5月16日", "不能晚于估算的那一天（2016 年 5 月 15 日）"),
        ("birth_date", "春天", "请填一个日期，例如 1990-05-08，从 1900 年 1 月 1 日起"),
        ("birth_date", "1899-01-01", "请填一个日期，例如 1990-05-08，从 1900 年 1 月 1 日起"),
        ("veteran", "maybe", "请答是、否或不清楚"),
        (
            "deduction_offence_points_declared",
            "-50",
            "请填 0 到 10000 的数（分），扣分也不用写负号",
        ),
        ("deduction_offence_points_declared", "50 多", "请填 0 到 10000 的数（分）"),
        ("area_per_person", "-1", "请填 0 到 100000 的数（平方米）"),
        ("hat", "1", "不认识这一项"),
        ("education__since", "2012-03", "不认识这一项"),
        ("housing_fund_months__since", "三月", "请填年和月，例如 2012-03"),
        ("housing_fund_months__since", "2012-13", "请填年和月，例如 2012-03"),
        (
            "housing_fund_months__since",
            "2016-06",
            "不能晚于估算的那一天（2016 年 5 月 15 日）",
        ),
    ],
)
def test_a_fault_says_what_to_fill_in(field: str, text: str, words: str) -> None:
    """At its field, as a sentence, and the rest is estimated."""
    told = ask(**{field: text, "education": "bachelor"})
    assert told["errors"] == {field.replace("__", "."): words}
    assert told["estimate"]["before_deductions"]["low"] == 60


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
    assert "social_contribution" in [entry["item"] for entry in told["estimate"]["not_counted"]]


@pytest.mark.parametrize(
    ("typed", "months", "words"),
    [
        ("2012-03", 50, "2012 年 3 月至 2016 年 4 月，按 50 个月算（本月还没有满，不计）"),
        ("2012年3月", 50, "2012 年 3 月至 2016 年 4 月，按 50 个月算（本月还没有满，不计）"),
        ("２０１２．３", 50, "2012 年 3 月至 2016 年 4 月，按 50 个月算（本月还没有满，不计）"),
        ("201604", 1, "2016 年 4 月至 2016 年 4 月，按 1 个月算（本月还没有满，不计）"),
        ("2016-05", 0, "2016 年 5 月还没有满，按 0 个月算"),
    ],
)
def test_a_start_counts_whole_calendar_months(typed: str, months: int, words: str) -> None:
    """The month itself is counted, the month of the day is not."""
    told = ask(social_insurance_months__since=typed)
    lines = {line["item"]: line["points"]["low"] for line in told["estimate"]["lines"]}
    assert lines["social_insurance"] == 5 * months
    assert told["since"] == {"social_insurance_months.since": words}


def test_january_counts_to_december() -> None:
    """The last month that ended before a day in January is of the year before."""
    told = ask(on="2017-01-31", social_insurance_months__since="2016-12")
    assert told["since"]["social_insurance_months.since"].startswith(
        "2016 年 12 月至 2016 年 12 月，按 1 个月算"
    )


def test_a_start_and_a_count_are_a_fault_at_both() -> None:
    """Which of them holds nobody knows: the months are unknown."""
    told = ask(social_insurance_months="96", social_insurance_months__since="2012-03")
    words = "月数和起始月份只填一处"
    assert told["errors"] == {
        "social_insurance_months": words,
        "social_insurance_months.since": words,
    }
    assert told["since"] == {}
    assert told["estimate"]["before_deductions"]["low"] == 0


def test_the_household_is_asked_about_once() -> None:
    """What one parent says of the homes holds for both; two answers are a fault at both."""
    home = {"lives_in_own_home": "true", "other__education": "master"}
    told = ask(track="schooling", **home, home_areas="75")
    assert told["estimate"]["before_deductions"]["low"] == 60
    assert told["other"]["before_deductions"]["low"] == 260
    told = ask(track="schooling", **home, home_areas="75", other__home_areas="80")
    assert set(told["errors"]) == {"home_areas", "other.home_areas"}


def test_a_second_parent_is_not_read_for_an_adults_benefit() -> None:
    """Settlement looks at the applicant alone."""
    told = ask(other__education="wise")
    assert told["errors"] == {}
    assert told["other"] is None
    assert told["family"] is None
