"""ask = estimate: what the page shows of the result."""

from typing import Any

import pytest

from calculator.page_api.bridge import answer
from tests.support import editions

from .ask import ask

NOTHING_ENDLESS = {
    "invention_patents": "0",
    "social_contribution_claimed": "false",
    "deduction_offence_claimed": "false",
}


def rows(shown: dict[str, Any], key: str) -> dict[str, Any]:
    """The rows of a table of the answer, by their label."""
    return {row["label"]: row for row in shown[key]["rows"]}


def test_nothing_typed_gives_an_estimate() -> None:
    """An empty form has no end either way; before deductions it reaches from 0."""
    assert ask()["estimate"]["against_cutoffs"] == {"low": 0, "high": None}


def test_day_that_is_none_gives_no_estimate() -> None:
    """Without a day there is nothing to estimate for, and nothing beside it."""
    shown = ask(on="")
    assert shown["errors"] == {"on": "请选择日期"}
    assert shown.keys() == {"errors", "understood", "doubts", "edition", "estimate"}
    assert shown["estimate"] is None


@pytest.mark.parametrize(
    ("about", "errors"),
    [
        ({"standard": "suzhou-2035"}, {"standard": "没有这一版标准，请另选一版"}),
        ({"track": "housing"}, {"track": "请选择办哪一项"}),
        ({"track": "", "standard": "suzhou-2021"}, {"track": "请选择办哪一项"}),
    ],
)
def test_edition_or_benefit_that_there_is_none_of_is_told(
    about: dict[str, str], errors: dict[str, str]
) -> None:
    """At the field, and nothing is estimated."""
    shown = ask(**about)
    assert shown["errors"] == errors
    assert shown["edition"] is None
    assert shown["estimate"] is None


def test_line_says_points_reason_and_evidence() -> None:
    """A line carries what the page shows of it."""
    lines = ask(social_insurance_months="101")["estimate"]["lines"]
    assert next(entry for entry in lines if entry["item"] == "social_insurance") == {
        "item": "social_insurance",
        "part": "base",
        "label": "社会保险",
        "points": {"low": 500, "high": 500},
        "text": "500 分",
        "why": "101 个月 × 5 分 = 505 分（上限 500 分）",
        "declared": False,
        "confidence_words": "两个以上来源一致",
        "clause": None,
        "members": [],
    }


def test_points_officially_told_are_marked() -> None:
    """A deduction told as points is taken away, and its line says that it was declared."""
    estimate = ask(deduction_offence_points_declared="50 分")["estimate"]
    line = next(entry for entry in estimate["lines"] if entry["item"] == "deduction_offence")
    assert line["declared"] is True
    assert line["text"] == "−50 分"


def test_what_is_not_counted_names_its_field() -> None:
    """The input for officially told points."""
    estimate = ask(social_contribution_claimed="true")["estimate"]
    assert estimate["not_counted"][1] == {
        "label": "社会贡献",
        "field": "social_contribution_points_declared",
    }


def test_next_is_the_question_that_narrows_most() -> None:
    """With what it may narrow; where it is a rare one, the first that is not comes too."""
    estimate = ask()["estimate"]
    assert estimate["next"]["field"] == "invention_patents"
    assert estimate["next"]["rare"] is True
    assert estimate["then"] == {
        "field": "social_insurance_months",
        "label": "社会保险月数",
        "gain": "最多能确定 500 分",
        "rare": False,
    }
    estimate = ask(**NOTHING_ENDLESS)["estimate"]
    assert estimate["next"]["field"] == "social_insurance_months"
    assert estimate["then"] is None


def test_next_of_the_second_parent_is_their_own_field() -> None:
    """The household's is not: it is asked about once."""
    other = {f"other__{fact}": text for fact, text in NOTHING_ENDLESS.items()}
    shown = ask(track="schooling", **other)
    assert shown["other"]["next"]["field"] == "other.social_insurance_months"
    typed = other | {
        f"other__{fact}": "1200"
        for fact in ("social_insurance_months", "housing_fund_months", "residence_months")
    }
    typed |= {"other__education": "doctor", "other__skill_level": "level_1"}
    shown = ask(track="schooling", **typed)
    assert shown["other"]["next"]["field"] == "lives_in_own_home"


@pytest.mark.parametrize(
    ("today", "standard", "newer"),
    [
        ("2018-01-01", "suzhou-2016", None),
        ("2026-11-23", "suzhou-2016", "suzhou-2023-settlement"),
        ("2030-01-01", "suzhou-2016", None),
    ],
)
def test_an_edition_that_does_not_rule_today_is_told(
    today: str, standard: str, newer: str | None
) -> None:
    """With the one that does, or with what is known where no source says."""
    request = {"standard": standard, "track": "settlement", "on": "2016-05-15", "today": today}
    found = answer(request, editions())["edition"]["newer"]
    assert (found and found["standard"]) == newer
    assert (found is None) == (today == "2018-01-01")


def test_the_edition_says_how_long_it_rules_the_benefit() -> None:
    """In words, with the days that public sources give."""
    assert ask()["edition"]["text"] == (
        "落户从 2016 年 1 月 15 日起按这一版，到 2020 年 12 月 31 日为止。"
    )
    shown = ask(standard="suzhou-2024-schooling", track="schooling", on="2024-05-01")
    assert shown["edition"]["text"].startswith("公开来源见到，入学从 2024")


def test_picture_places_what_is_certain_open_and_past() -> None:
    """On one scale: a finite total reaches to its high end, an open one to the right end."""
    picture = ask()["picture"]
    assert picture["certain"] == 0.0
    assert picture["open"] == 100.0
    assert picture["zero"] == 0.0
    assert picture["open_ended"]
    assert picture["marks"][1] == {
        "at": 91.0,
        "to": 92.5,
        "label": "2017 年市区 728–740",
        "newest": False,
    }
    assert [mark["label"] for mark in picture["marks"] if mark["newest"]] == ["2020 年市区 725–740"]


def test_picture_of_deductions_begins_below_zero() -> None:
    """Zero then stands inside the scale, and nothing is certain to its right."""
    picture = ask(deduction_offence_points_declared="100")["picture"]
    assert picture["certain"] == 0.0
    assert picture["zero"] > 0.0


def test_conditions_say_how_they_stand() -> None:
    """Each row with its state in words, and the verdict as a sentence."""
    shown = ask(insured_now="true", residence_months="11")
    assert rows(shown, "conditions")["在市区参加社会保险"]["state_words"] == "符合"
    assert rows(shown, "conditions")["在市区连续合法居住满一年"]["state"] == "unmet"
    assert shown["conditions"]["text"] == (
        "按您的回答，还不能申请：在市区连续合法居住满一年，不符合。"
    )
    assert rows(shown, "conditions")["有居住证，或户籍可以免办"]["state"] == "unknown"


def test_another_route_says_where_to_go() -> None:
    """Who needs no points is told so; who does not take that route is not told that it is met."""
    shown = ask(track="schooling", owns_and_lives_in_urban_home="true")
    assert shown["conditions"]["text"].startswith("您可能不用积分。")
    shown = ask(track="schooling", owns_and_lives_in_urban_home="false")
    assert rows(shown, "conditions")["有自有住宅的，按住房入学"]["state_words"] == (
        "不走这条途径，要用积分"
    )


@pytest.mark.parametrize(
    ("on", "words"),
    [
        ("2016-05-15", "可以申请，到 2016 年 10 月 31 日为止，还有 169 天。"),
        ("2016-10-31", "可以申请，到 2016 年 10 月 31 日为止，今天是最后一天。"),
        ("2016-11-01", "还没有开始，2017 年 1 月 1 日起可以申请，还有 61 天。"),
        ("2026-05-15", "这一版不管落户，申请时间请看管当时的一版。"),
    ],
)
def test_window_counts_the_days(on: str, words: str) -> None:
    """To the last day while it is open, to the first while it is closed; as of the day."""
    assert ask(on=on)["window"]["words"].endswith(words)


@pytest.mark.parametrize(
    ("edition", "track", "on", "words"),
    [
        (
            "2016",
            "schooling",
            "2020-06-01",
            (
                "这一版的申请时间过了。2021 年 1 月 1 日起按 2021 版，2021 年 3 月 1 日起可以申请，"
                "还有 273 天。"
            ),
        ),
        (
            "2016",
            "settlement",
            "2020-11-01",
            (
                "这一版的申请时间过了。2021 年 1 月 1 日起按 2021 版：每年 7 月 31 日以前提出申请。"
                "公开来源没有写从哪天开始。"
            ),
        ),
        (
            "2021",
            "schooling",
            "2022-06-15",
            "这一版的申请时间过了。之后什么时候可以申请，没有见到。",
        ),
        (
            "2021",
            "settlement",
            "2023-02-01",
            (
                "这一版用到 2023 年 3 月 31 日，还有 58 天；从哪天开始没有见到。"
                "2023 年 4 月 1 日起按 2023 落户版申请。"
            ),
        ),
        (
            "2023-settlement",
            "settlement",
            "2026-12-31",
            (
                "可以申请，全年受理，这一版用到 2027 年 3 月 31 日，还有 90 天。"
                "之后什么时候可以申请，没有见到。"
            ),
        ),
        (
            "2023-settlement",
            "settlement",
            "2027-03-31",
            "这一版用到 2027 年 3 月 31 日，今天是最后一天。之后什么时候可以申请，没有见到。",
        ),
    ],
)
def test_window_ends_with_its_edition(edition: str, track: str, on: str, words: str) -> None:
    """Nothing is promised after its last day; what follows is told where that is known."""
    window = ask(standard=f"suzhou-{edition}", track=track, on=on)["window"]
    assert window["words"].endswith(words)


@pytest.mark.parametrize(
    ("edition", "track", "on", "begins"),
    [
        ("2016", "schooling", "2020-06-01", "每年 3 月 1 日至 5 月 30 日"),
        ("2016", "settlement", "2020-11-01", ""),
        ("2021", "settlement", "2022-02-01", "每年 7 月 31 日以前"),
        ("2021", "settlement", "2023-02-01", ""),
        ("2023-settlement", "settlement", "2027-03-31", "达到公布的分值就可以申请"),
        ("2023-settlement", "settlement", "2027-04-01", ""),
    ],
)
def test_text_of_a_window_is_that_of_the_edition_that_will_rule(
    edition: str, track: str, on: str, begins: str
) -> None:
    """A day of every year is not told where the edition does not see it."""
    text = ask(standard=f"suzhou-{edition}", track=track, on=on)["window"]["text"]
    assert text[: len(begins) or None] == begins


@pytest.mark.parametrize(
    ("on", "errors"),
    [
        ("2100-12-31", {}),
        ("2000-01-01", {}),
        ("2101-01-01", {"on": "请选择 2000 年到 2100 年之间的日期"}),
        ("1999-12-31", {"on": "请选择 2000 年到 2100 年之间的日期"}),
    ],
)
def test_days_of_a_hundred_years_are_taken(on: str, errors: dict[str, str]) -> None:
    """From the first of 2000 to the last of 2100."""
    assert ask(on=on)["errors"] == errors


def test_past_lines_stand_beside_the_range() -> None:
    """Range against range, with the evidence of each, and no promise."""
    shown = ask(social_insurance_months="100", education="bachelor", **NOTHING_ENDLESS)
    assert shown["past"]["text"] == (
        "2016–2020 年市区落户线在 725–800 分之间（各来源略有出入），不代表今年。"
    )
    row = shown["past"]["rows"][1]
    assert row["text"] == "728–740 分"
    assert row["against"] == "够不够还说不准"
    assert row["confidence_words"] == "来源之间不一致"


def test_no_past_lines_are_said_to_be_none() -> None:
    """Medical lines of 2016 were not seen."""
    assert ask(track="medical")["past"] == {
        "text": "没有见到这一版入医的历年分数线。",
        "rows": [],
    }


def test_where_to_go_is_told_where_a_source_says() -> None:
    """With its clause; an edition without one says nothing."""
    assert ask()["contact"]["clause"] == "办法第十条"
    assert ask(standard="suzhou-2021")["contact"] is None


def test_every_answer_says_that_it_is_an_estimate() -> None:
    """The official system decides."""
    assert ask()["disclaimer"] == "这是估算，以官方系统审核结果为准。"


def test_without_a_benefit_only_the_points_are_told() -> None:
    """Where all benefits score alike none need be named; what depends on one is left out."""
    shown = ask(track="")
    assert shown["edition"]["text"] == ""
    assert shown["edition"]["newer"] is None
    assert shown["picture"] is None
    assert shown["window"] is None
    assert shown["past"] is None
    assert shown["estimate"]["against_cutoffs"] == {"low": 0, "high": None}
