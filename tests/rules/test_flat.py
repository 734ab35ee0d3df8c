"""flat: so many points if something is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.example import situation
from calculator.rules.flat import Flat
from calculator.rules.shape import TableLine
from calculator.values.interval import Interval, exactly
from tests.support import FACTS, ON, shape_faults, shape_of

VETERAN = Flat(FACTS["veteran"], 30)
OFFENCE = Flat(FACTS["veteran"], -30)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"veteran": True}, exactly(30)),
        ({"veteran": False}, exactly(0)),
        ({}, Interval(0, 30)),
    ],
)
def test_a_flag_gives_all_or_nothing(answers: dict[str, Answer], points: Interval) -> None:
    """True gives the points, false gives none, unknown reaches both."""
    assert VETERAN.points(situation(ON, **answers)) == points


def test_an_unknown_deduction_reaches_below_zero() -> None:
    """Negative points reach from the points to zero."""
    assert OFFENCE.points(situation()) == Interval(-30, 0)


@pytest.mark.parametrize(
    ("rule", "answer", "why"),
    [
        (VETERAN, True, "是，计 30 分"),
        (VETERAN, False, "否，不计分"),
        (OFFENCE, True, "是，计 −30 分"),
    ],
)
def test_the_reason_is_yes_or_no(rule: Flat, why: str, *, answer: bool) -> None:
    """The answer and the points."""
    assert rule.why(situation(veteran=answer)) == why


def test_the_table_has_one_line() -> None:
    """The fact and its points."""
    assert VETERAN.table_lines() == [TableLine("军队退役人员", "30 分")]


@pytest.mark.parametrize(("rule", "way"), [(VETERAN, "up"), (OFFENCE, "down")])
def test_the_flag_pushes_towards_its_points(rule: Flat, way: str) -> None:
    """The flag gives what the figure gives."""
    assert rule.monotonicity == {"veteran": way}


def test_it_is_read_from_its_keys() -> None:
    """A fact and the points."""
    assert shape_of(Flat, {"fact": "veteran", "points": 30}, {}) == VETERAN


@pytest.mark.parametrize("fact", ["education", "nothing"])
def test_only_a_flag_gives_flat_points(fact: str) -> None:
    """A fact of another kind, or none, is refused, naming the kind that is expected."""
    expected = "facts.toml 或本文件 [facts] 中一项情况的名称（种类：flag）"
    assert shape_faults(Flat, fact=fact, points=30) == [("items.x.fact", expected)]


@pytest.mark.parametrize("keys", [{"fact": ""}, {"fact": " "}, {"fact": 5}])
def test_a_fact_without_a_name_is_faulted_once(keys: dict[str, object]) -> None:
    """Where no name stands, a text is expected, and nothing more is said."""
    assert shape_faults(Flat, **keys, points=30) == [("items.x.fact", "一段不空的文字")]


def test_points_are_a_number() -> None:
    """A text is no figure."""
    assert ("items.x.points", "一个数字") in shape_faults(Flat, fact="veteran", points="30")


@given(st.integers(-500, 500), st.booleans())
def test_the_reach_contains_both_answers(
    figure: int,
    answer: bool,  # noqa: FBT001 - drawn
) -> None:
    """What is unknown reaches what either answer gives."""
    rule = Flat(FACTS["veteran"], figure)
    assert rule.points(situation(veteran=answer)).low in rule.points(situation())
