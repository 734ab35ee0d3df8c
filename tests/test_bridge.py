"""What the page gets for what was typed."""

from typing import Any

from calculator.bridge import answer
from calculator.toml_files import load_editions

EDITIONS = load_editions()


def ask(on: str = "2016-05-15", track: str = "settlement", **fields: str) -> dict[str, Any]:
    """The answer to one request."""
    request = {"standard": "suzhou-2016", "track": track, "on": on, "fields": fields}
    return answer(request, EDITIONS)


def test_nothing_typed_gives_an_estimate() -> None:
    """An empty form reaches from 0 without an end."""
    assert ask()["estimate"]["total"] == {"low": 0, "high": None}


def test_texts_are_read_as_people_type_them() -> None:
    """Full-width digits, units, a list joined with semicolons."""
    typed = ask(social_insurance_months="９６个月", home_areas="60;40", lives_in_own_home="是")
    lines = {line["item"]: line["points"] for line in typed["estimate"]["lines"]}
    assert lines["social_insurance"] == {"low": 480, "high": 480}
    assert lines["home"] == {"low": 80, "high": 80}


def test_field_that_does_not_fit_is_named_and_the_rest_is_estimated() -> None:
    """One fault takes nothing from the other answers."""
    typed = ask(social_insurance_months="1.5", education="bachelor")
    assert typed["errors"] == {"social_insurance_months": "请填 0 到 1200 的整数（个月）"}
    assert typed["estimate"]["total"]["low"] == 60


def test_contradiction_is_told_at_both_fields() -> None:
    """Points told for what was answered no: both fields say so, and both are unknown."""
    typed = ask(social_contribution_claimed="false", social_contribution_points_declared="5")
    assert set(typed["errors"]) == {
        "social_contribution_claimed",
        "social_contribution_points_declared",
    }
    assert {"item": "social_contribution", "label": "社会贡献"} in typed["estimate"]["not_counted"]


def test_day_that_is_none_gives_no_estimate() -> None:
    """Without a day there is nothing to estimate for."""
    assert ask(on="") == {"estimate": None, "errors": {"on": "请选择日期"}}


def test_next_question_is_one_that_is_still_unknown() -> None:
    """The widest unknown is named with its label; none when all is known."""
    assert ask(invention_patents="0")["estimate"]["next"] == {
        "fact": "social_insurance_months",
        "label": "社会保险月数",
    }


def test_line_says_points_reason_and_evidence() -> None:
    """A line carries what the page shows of it."""
    line = next(
        each
        for each in ask(social_insurance_months="101")["estimate"]["lines"]
        if each["item"] == "social_insurance"
    )
    assert line == {
        "item": "social_insurance",
        "part": "base",
        "label": "社会保险",
        "points": {"low": 500, "high": 500},
        "text": "500 分",
        "why": "101 个月 × 5 分 = 505 分（上限 500 分）",
        "confidence": "confirmed",
        "confidence_words": "两个以上来源一致",
        "clause": None,
        "members": [],
    }
