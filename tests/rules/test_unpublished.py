"""unpublished: a row whose figure no public source gives."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, facts_of_unpublished
from calculator.reading.table import Table
from calculator.rules.example import situation
from calculator.rules.shape import Declaration, Definitions, TableLine
from calculator.rules.unpublished import Unpublished
from calculator.values.interval import exactly
from calculator.values.number import Number
from tests.support import ON

FACTS = facts_of_unpublished("gift", "社会贡献")
GIFT = Unpublished(*FACTS, taken_away=False)
FINE = Unpublished(*FACTS, taken_away=True)


@pytest.mark.parametrize(
    ("answers", "counted", "told"),
    [
        ({}, False, False),
        ({"gift_claimed": True}, False, False),
        ({"gift_claimed": False}, True, False),
        ({"gift_points_declared": 20}, True, True),
        ({"gift_points_declared": 0}, True, True),
        ({"gift_claimed": True, "gift_points_declared": 20}, True, True),
    ],
)
def test_it_counts_once_denied_or_told(
    answers: dict[str, Answer], *, counted: bool, told: bool
) -> None:
    """Only a no, or points officially told, make it count."""
    known = situation(ON, **answers)
    assert (GIFT.is_counted(known), GIFT.is_declared(known)) == (counted, told)


@pytest.mark.parametrize(
    ("rule", "answers", "points"),
    [
        (GIFT, {"gift_claimed": False}, 0),
        (FINE, {"gift_claimed": False}, 0),
        (GIFT, {"gift_points_declared": 20}, 20),
        (FINE, {"gift_points_declared": 20}, -20),
        (GIFT, {"gift_points_declared": Fraction(41, 2)}, Fraction(41, 2)),
        (FINE, {"gift_points_declared": 0}, 0),
    ],
)
def test_the_points_told_count(
    rule: Unpublished, answers: dict[str, Answer], points: Number
) -> None:
    """Points told are given; a deduction takes them away."""
    assert rule.points(situation(ON, **answers)) == exactly(points)


@pytest.mark.parametrize(
    ("rule", "answers", "why"),
    [
        (GIFT, {"gift_claimed": False}, "没有这项情况，不计分"),
        (GIFT, {"gift_points_declared": 20}, "按您填写的官方告知分值，计 20 分"),
        (FINE, {"gift_points_declared": 20}, "按您填写的官方告知分值，计 −20 分"),
    ],
)
def test_the_reason_is_what_was_answered(
    rule: Unpublished, answers: dict[str, Answer], why: str
) -> None:
    """A no, or the points that the person entered."""
    assert rule.why(situation(ON, **answers)) == why


def test_the_table_says_that_it_is_not_published() -> None:
    """No figure is shown."""
    assert GIFT.table_lines() == [TableLine("公开来源没有给出分值", "未公布")]


def test_no_answer_narrows_what_is_not_counted() -> None:
    """It has no direction."""
    assert GIFT.monotonicity == {}


@pytest.mark.parametrize(("part", "rule"), [("additional", GIFT), ("deduction", FINE)])
def test_its_facts_are_named_after_the_item(part: str, rule: Unpublished) -> None:
    """It has no keys; its part says whether points are taken away."""
    known = Definitions({fact.id: fact for fact in FACTS}, {})
    assert Unpublished.read(Table({"part": part}, "items.gift", []), known) == rule


def test_an_item_without_its_facts_is_refused() -> None:
    """The two facts must be known; the row's id is faulted once."""
    table = Table({}, "items.gift", [])
    Unpublished.read(table, Definitions({}, {}))
    assert [problem.where for problem in table.problems] == ["items.gift.id"]


@given(st.fractions(0, 10_000))
def test_more_told_means_more_given_or_taken(points: Fraction) -> None:
    """What a gift gives, a deduction of as many points takes away."""
    known = situation(gift_points_declared=points)
    assert GIFT.points(known) + FINE.points(known) == exactly(0)


def test_it_asks_two_facts_instead_of_a_figure() -> None:
    """Whether it applies, and the points declared."""
    assert GIFT.declaration == Declaration(*FACTS)
