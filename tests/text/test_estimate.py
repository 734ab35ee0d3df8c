"""An estimate in the public's words."""

from dataclasses import replace
from fractions import Fraction

import pytest

from calculator.answers.facts import Answers
from calculator.scoring.estimate import estimate
from calculator.text.estimate import (
    describe_part,
    describe_reservations,
    describe_total,
    report_estimate,
)
from calculator.values.chinese import format_interval
from calculator.values.interval import INFINITY, Interval, exactly
from tests.support import ITEM, ON, estimated, small, suzhou_2016

CLOSED: Answers = {"veteran": True}


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (exactly(970), "970 分"),
        (exactly(Fraction(5, 2)), "2.5 分"),
        (exactly(-20), "−20 分"),
        (Interval(970, 1470), "970–1470 分"),
        (Interval(-20, 10), "−20 至 10 分"),
        (Interval(970, INFINITY), "970 分起"),
        (Interval(-INFINITY, 0), "最多 0 分"),
        (Interval(-INFINITY, INFINITY), "不定"),
    ],
)
def test_points_are_said_shortly(points: Interval, words: str) -> None:
    """The number, or its two ends, an open one in words."""
    assert format_interval(points) == words


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"veteran": True}, "按您的回答，共 30 分。"),
        ({"veteran": False}, "按您的回答，共 0 分。"),
        ({}, "您目前至少 0 分，最多 30 分。"),
    ],
)
def test_the_headline_says_where_they_stand(answers: Answers, words: str) -> None:
    """One sentence: the total, or its two ends."""
    assert describe_total(estimate(small(), answers, None, ON)) == words


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (5, "您目前至少 0 分，没有上限。"),
        (-5, "您目前下限不定，最多 0 分。"),
    ],
)
def test_the_headline_says_that_there_is_no_end(points: int, words: str) -> None:
    """An unbounded end is said, not shown as a number."""
    row = ITEM | {"rule": "per_unit", "fact": "invention_patents", "per": 1, "points": points}
    asked = {"invention_patents": {"question": "？", "scope": "applicant"}}
    assert describe_total(estimate(small(facts=asked, items=[row]), {}, None, ON)) == words


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ({}, "没有扣分的话，至少 0 分，没有上限。"),
        ({"city_management_violations": 1}, "您目前至少 −50 分，没有上限。"),
    ],
)
def test_what_is_certain_is_told_before_deductions_while_these_have_no_end(
    answers: Answers, total: str
) -> None:
    """In one sentence."""
    assert describe_total(estimate(suzhou_2016(), answers, "settlement", ON)) == total


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "其中最多 20 分为推定。"),
        ({"health_record": True}, "其中最多 20 分为推定。"),
        ({"health_record": True, "maternal_child_card": True}, "其中 20 分为推定。"),
        ({"sports_other_points_declared": 5}, "其中 1 项按您填写的官方告知分值计入。"),
        ({"sports_other_claimed": False}, "另有 5 项分值未公布，未计入。"),
        ({}, "另有 6 项分值未公布，未计入。"),
    ],
)
def test_what_the_total_rests_on_is_said(answers: Answers, said: str) -> None:
    """Inferred figures, declared points and what is left out, a sentence each."""
    assert said.replace(" ", "") in [
        answer.replace(" ", "") for answer in describe_reservations(estimated(answers))
    ]


def test_a_total_that_rests_on_nothing_open_has_no_reservations() -> None:
    """Nothing inferred, declared or left out: nothing to say."""
    assert describe_reservations(estimate(small(), CLOSED, None, ON)) == []


def test_the_report_begins_with_the_edition_and_the_day() -> None:
    """Which rules, and as of when."""
    first, second, third, *_ = report_estimate(estimate(small(), CLOSED, None, ON)).splitlines()
    assert (first, second, third) == (
        "小标准（试用版），2016-05-15 的情况",
        "户籍准入适用这一版：2016-01-15 至 2016-12-31。",
        "按您的回答，共 30 分。",
    )


def test_the_report_ends_saying_that_it_is_an_estimate() -> None:
    """The official system decides."""
    last = report_estimate(estimate(small(), CLOSED, None, ON)).splitlines()[-1]
    assert last == "这是估算，以官方系统审核结果为准。"


def test_the_report_has_a_line_for_each_item() -> None:
    """The label, the points, the reason and how sure the figure is."""
    lines = report_estimate(estimate(small(), CLOSED, None, ON)).splitlines()
    assert "退役军人：30 分。是，计 30 分。仅见一个来源。" in lines


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({}, "先答这几题，分数最清楚：军队退役人员"),
        ({"veteran": True, "health_record": True}, "本版不用：health_record"),
    ],
)
def test_the_report_says_what_is_open_or_unused(answers: Answers, line: str) -> None:
    """What to answer next, and what this edition does not use."""
    assert line in report_estimate(estimate(small(), answers, None, ON)).splitlines()


def test_the_report_says_what_is_not_counted() -> None:
    """Unpublished items are named by their labels."""
    lines = report_estimate(estimated({"sports_other_claimed": False})).splitlines()
    left_out = "社会贡献、投资纳税、违反计划生育政策、违法犯罪、失信行为"
    assert f"未计入：{left_out}" in lines


def test_a_part_of_which_nothing_counts_is_not_said_to_be_zero() -> None:
    """Most deductions of 2016 have no public figure: unanswered they are left out, not 0."""
    rows = tuple(item for item in suzhou_2016().items if item.id != "city_management")
    without_figures = replace(suzhou_2016(), items=rows)
    unanswered = estimate(without_figures, {}, None, ON)
    answered = estimate(without_figures, {"deduction_offence_claimed": False}, None, ON)
    assert (describe_part(unanswered, "deduction"), describe_part(answered, "deduction")) == (
        "未计入",
        "0 分（2 项未计入）",
    )
