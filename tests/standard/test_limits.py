"""The total as a whole: its floor, and what makes it void."""

import pytest
from hypothesis import given

from calculator.answers.facts import Answer
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.golden_cases import check_case, read_golden_cases
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, total
from tests.support import FACTS, ON, PASSPORT, admissible, problems_of, standard_of

GIVES = {"id": "veteran", "rule": "flat", "fact": "veteran", "points": 30}
TAKES = {
    "id": "detention",
    "part": "deduction",
    "rule": "per_unit",
    "fact": "detentions_5y",
    "per": 1,
    "points": -50,
}
VETO_FACT = "dishonest_judgment_debtor_times"
ASKED = f"veteran detentions_5y {VETO_FACT}"
VETO = {"fact": VETO_FACT, "at_least": 2}


def limited(answers: dict[str, Answer], **limits: object) -> Estimate:
    """The estimate under a standard of two rows with these limits of the total."""
    table = PASSPORT | {"floor": 0, "void_if": [VETO]} | limits
    return estimate(standard_of(GIVES, TAKES, asked=ASKED, total=table), answers, None, ON)


@pytest.mark.parametrize(
    ("veteran", "times", "points"),
    [(True, 0, 30), (False, 0, 0), (True, 1, 0), (False, 1, 0), (True, 1000, 0)],
)
def test_the_total_does_not_fall_below_its_floor(*, veteran: bool, times: int, points: int) -> None:
    """What is taken away takes no more than there is."""
    answers: dict[str, Answer] = {"veteran": veteran, "detentions_5y": times}
    assert limited(answers | {VETO_FACT: 0}).total == exactly(points)


def test_parts_and_lines_do_fall_below_the_floor() -> None:
    """Only the total has a floor: the explanation shows what was taken away."""
    result = limited({"veteran": True, "detentions_5y": 2, VETO_FACT: 0})
    assert result.parts["deduction"] == exactly(-100)
    assert total(line.points for line in result.lines) == exactly(-70)


@pytest.mark.parametrize(
    ("floor", "reach"), [(0, Interval(0, 30)), (-20, Interval(-20, 30)), (10, Interval(10, 30))]
)
def test_a_floor_bounds_what_is_unknown(floor: int, reach: Interval) -> None:
    """An unknown deduction without an end reaches the floor."""
    assert limited({VETO_FACT: 0}, floor=floor).total == reach


def test_without_a_floor_there_is_no_end() -> None:
    """Where the standard says nothing of a floor, none is invented."""
    standard = standard_of(GIVES, TAKES, asked="veteran detentions_5y")
    assert estimate(standard, {}, None, ON).total == Interval(-INFINITY, 30)


@pytest.mark.parametrize(
    ("times", "void", "points"),
    [(0, False, exactly(30)), (1, False, exactly(30)), (2, True, ZERO), (3, True, ZERO)],
)
def test_a_veto_makes_the_total_void(times: int, points: Interval, *, void: bool) -> None:
    """From the second time on the total is nothing, whatever the rows give."""
    result = limited({"veteran": True, "detentions_5y": 0, VETO_FACT: times})
    assert result.void == void
    assert result.total == points


def test_an_unknown_veto_reaches_from_nothing_to_the_points() -> None:
    """Nobody knows yet whether the total is void."""
    result = limited({"veteran": True, "detentions_5y": 0})
    assert result.void is None
    assert result.total == Interval(0, 30)


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({"veteran": True, "detentions_5y": 0}, (VETO_FACT,)),
        ({"veteran": True, "detentions_5y": 0, VETO_FACT: 1}, ()),
        ({"veteran": True, "detentions_5y": 0, VETO_FACT: 2}, ()),
        ({"veteran": False, "detentions_5y": 0}, ()),
    ],
)
def test_a_veto_is_asked_while_it_matters(
    answers: dict[str, Answer], asked: tuple[str, ...]
) -> None:
    """Its answer would narrow the total, unless there is nothing to lose."""
    assert limited(answers).unknown == asked


def test_an_unknown_veto_of_a_negative_total_reaches_nothing_too() -> None:
    """Without a floor a void total may be more than the rows give."""
    standard = standard_of(GIVES, TAKES, asked=ASKED, total=PASSPORT | {"void_if": [VETO]})
    result = estimate(standard, {"veteran": False, "detentions_5y": 1}, None, ON)
    assert result.total == Interval(-50, 0)


def test_one_veto_of_several_is_enough() -> None:
    """A true one decides, though another is unknown."""
    vetoes = [VETO, {"fact": "sentence_months", "at_least": 1}]
    standard = standard_of(
        GIVES, asked=f"veteran sentence_months {VETO_FACT}", total=PASSPORT | {"void_if": vetoes}
    )
    result = estimate(standard, {"veteran": True, VETO_FACT: 2}, None, ON)
    assert result.void is True
    assert result.total == ZERO


@pytest.mark.parametrize(
    ("limits", "where"),
    [
        ({"floor": "0"}, "total.floor"),
        ({"void_if": ["nothing"]}, "total.void_if"),
        ({"ceiling": 100}, "total.ceiling"),
        ({"sources": ["c"]}, "total.sources"),
    ],
)
def test_a_fault_stands_at_its_key(limits: dict[str, object], where: str) -> None:
    """The limits of the total have a passport and no other keys."""
    found = [problem.where for problem in problems_of(lambda: limited({}, **limits))]
    assert where in found


@given(admissible(FACTS["detentions_5y"]), admissible(FACTS[VETO_FACT]))
def test_the_reach_contains_every_answer(taken: Answer, times: Answer) -> None:
    """Whatever the unknown answers turn out to be, the total lies in the reach."""
    known: dict[str, Answer] = {"veteran": True, "detentions_5y": taken, VETO_FACT: times}
    points = limited(known).total.low
    hidden = [{k: v for k, v in known.items() if k != fact} for fact in known]
    assert [entry for entry in [{}, *hidden] if points not in limited(entry).total] == []


@pytest.mark.parametrize(
    ("facts", "by_hand"),
    [
        ({"veteran": True, "detentions_5y": 2, VETO_FACT: 0}, {"total": 0}),
        ({"veteran": True, "detentions_5y": 2, VETO_FACT: 2}, {"total": 0}),
        ({"veteran": True, "detentions_5y": 0}, {"total": {"low": 0, "high": 30}}),
    ],
)
def test_a_golden_case_can_stand_on_a_limit(
    facts: dict[str, Answer], by_hand: dict[str, object]
) -> None:
    """Its lines add up to less than the floor, or to points that a veto takes away."""
    table = PASSPORT | {"floor": 0, "void_if": [VETO]}
    standard = standard_of(GIVES, TAKES, asked=ASKED, total=table)
    lines = {"veteran": "30", "detention": "−100" if facts["detentions_5y"] else "0"}
    case = {"id": "limit", "situation": "……", "guards": "……", "track": "settlement", "on": ON}
    open_ = {} if VETO_FACT in facts else {"unknown": [VETO_FACT]}
    case |= {"facts": facts, "lines": lines} | by_hand | open_
    [read] = read_golden_cases({"all_no": {VETO_FACT: 0}, "cases": [case]}, FACTS, "limits.toml")
    assert check_case(read, standard) == (read.total, ())
