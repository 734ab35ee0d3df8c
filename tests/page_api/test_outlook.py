"""ask = later: coming days, steps, and other editions."""

from tests.page_api.ask import ask

WORKED = {
    "social_insurance_months": "96",
    "housing_fund_months": "96",
    "residence_months": "119",
    "invention_patents": "0",
    "utility_patents_this_year": "0",
    "donation_yuan": "0",
    "city_management_violations": "0",
}

NO_PENALTY = {"city_management_violations": "0", "other__city_management_violations": "0"}


def test_rows_are_today_each_year_and_each_deadline() -> None:
    """Over three years, in order."""
    shown = ask("later", **WORKED)
    assert [(row["on"], row["label"]) for row in shown["outlook"]["rows"]] == [
        ("2016-05-15", "估算的这一天"),
        ("2016-10-31", "提出申请的最后一天"),
        ("2017-05-15", "一年后"),
        ("2017-10-31", "提出申请的最后一天"),
        ("2018-05-15", "两年后"),
        ("2018-10-31", "提出申请的最后一天"),
        ("2019-05-15", "三年后"),
    ]
    assert shown["outlook"]["rows"][1]["text"] == "840–2230 分"


def test_lines_say_the_day_on_which_they_are_reached() -> None:
    """To the day, though no row stands there; of a disputed line the higher number."""
    typed = WORKED | {"social_insurance_months": "80", "residence_months": "100"}
    lines = ask("later", **typed)["outlook"]["lines"]
    assert lines[0].startswith(
        "2016 年市区的线 735 分：2017-01-15 达到；没填的都按最高算，现在就够"
    )
    assert lines[1].startswith("2017 年市区的线 728–740 分，按高的 740 分：2017-01-15 达到")


def test_beyond_the_edition_it_is_said() -> None:
    """No deadline after its last day, and a word of warning."""
    outlook = ask("later", on="2020-06-01")["outlook"]
    assert outlook["text"] == (
        "按社保、公积金和居住一直不断、其余回答不变、没有扣分推算。这一版用到 2020 年 12 月 31 日，"
        "之后的只供参考。之后由 2021 版接替；它的施行日公开来源中没有见到，"
        "按适用年度推定为 2021 年 1 月 1 日。"
    )
    assert [row["on"] for row in outlook["rows"]] == [
        "2020-06-01",
        "2020-10-31",
        "2021-06-01",
        "2022-06-01",
        "2023-06-01",
    ]


def test_before_deductions_is_said_while_these_have_no_end() -> None:
    """In what is assumed, of each line, and of the chart; rows are before deductions, too."""
    typed = {fact: text for fact, text in WORKED.items() if fact != "city_management_violations"}
    shown = ask("later", **typed)
    assert "、没有扣分推算。" in shown["outlook"]["text"]
    assert "：没有扣分的话，" in shown["outlook"]["lines"][0]
    assert shown["outlook"]["rows"][0]["text"] == "790–2180 分"
    assert shown["chart"]["text"].startswith("没有扣分的话，2016 年 5 月 15 日是 790–2180 分，到 ")
    assert shown["chart"]["points"] == ask("later", **WORKED)["chart"]["points"]


def test_chart_has_its_points_where_the_rows_are() -> None:
    """From the left end to the right, rising, beside the past lines."""
    chart = ask("later", **WORKED)["chart"]
    assert chart["points"][0]["at"] == 0.0
    assert chart["points"][-1]["at"] == 100.0
    lows = [point["low"] for point in chart["points"]]
    assert lows == sorted(lows)
    levels = [level["text"] for level in chart["levels"]]
    assert levels == ["0 分", "500 分", "1000 分", "1500 分", "2000 分"]
    assert len(chart["lines"]) == 5


def test_chart_of_an_open_total_has_no_high_end() -> None:
    """Without an end there is no place for one."""
    shown = ask("later", social_insurance_months="12")
    assert shown["chart"]["points"][0]["high"] is None


def test_where_nothing_changes_there_is_no_chart() -> None:
    """Of an empty form every day is as open as the first."""
    assert ask("later")["chart"] is None


def test_steps_say_what_they_give() -> None:
    """The nearest of each fact."""
    assert ask("later", **WORKED)["steps"][0] == {
        "text": "再住满 1 个月",
        "gain_text": "加 30 分",
        "label": "居住月数",
        "who": "",
        "farther": False,
        "costs": "",
    }


def test_every_other_edition_of_the_benefit_is_compared() -> None:
    """Row by row; what it asks differently is asked again, and is no loss meanwhile."""
    found = {edition["standard"]: edition for edition in ask("later", **WORKED)["editions"]}
    assert list(found) == ["suzhou-2021", "suzhou-2023-settlement"]
    again = found["suzhou-2021"]["ask_again"]
    assert again[0]["label"] == "居住月数"
    assert found["suzhou-2021"]["text"] == f"还有 {len(again)} 题要答"
    assert "居住年限" not in {row["label"] for row in found["suzhou-2021"]["rows"]}
    assert found["suzhou-2021"]["other"] is None


def test_both_parents_are_compared() -> None:
    """Each by their own answers."""
    shown = ask("later", track="schooling", other__education="master")
    assert shown["editions"][0]["text"] != shown["editions"][0]["other"]["text"]


def test_a_fault_leaves_the_rest() -> None:
    """What does not fit counts as unknown."""
    assert ask("later", education="wise") == ask("later")


def test_without_a_day_there_is_nothing() -> None:
    """Every key is there all the same."""
    assert ask("later", on="") == {"outlook": None, "chart": None, "steps": [], "editions": []}
