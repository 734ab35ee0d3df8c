"""What is unknown, in which order, and the total before deductions: by trying every answer."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Final, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, Interval, exactly
from tests.support import ON, PASSPORT, standard_of

Row: TypeAlias = dict[str, object]

QUESTION: Final[Row] = {"question": "？", "scope": "applicant"}
YEARS: Final[Row] = QUESTION | {"kind": "count", "label": "年数", "unit": "年", "max": 7}
OWN: Final[dict[str, Row]] = {
    "years": YEARS,
    "hours": YEARS | {"label": "小时"},
    "times": YEARS | {"label": "次数", "max": 3},
    "born": QUESTION | {"kind": "date", "label": "出生", "min": date(2009, 5, 15)},
    "level": QUESTION
    | {"kind": "choice", "label": "等级", "choices": {"a": "甲", "b": "乙", "c": "丙"}},
    "member": QUESTION | {"kind": "flag", "label": "成员"},
    "resident": QUESTION | {"kind": "flag", "label": "居民"},
}
AGE: Final[Row] = {
    "id": "age",
    "rule": "age",
    "fact": "born",
    "bands": [{"from": 2, "to": 3, "points": 10}, {"from": 5, "to": 5, "points": 4}],
}
LADDER: Final[Row] = AGE | {
    "bands": [{"from": 0, "to": 4, "points": 3, "per_year_younger": 2}],
    "cap": 7,
}
HUMP: Final[Row] = {
    "id": "hump",
    "rule": "brackets",
    "fact": "years",
    "bands": [{"from": 1, "points": 5}, {"from": 3, "points": 20}, {"from": 5, "points": 2}],
}
RATE: Final[Row] = {"id": "rate", "rule": "per_unit", "fact": "hours", "per": 2, "points": 6}
TIERS: Final[Row] = {
    "id": "tiers",
    "rule": "tiers",
    "ladders": [{"fact": "level", "b": 12, "c": 8}],
}
MEMBER: Final[Row] = {"id": "member", "rule": "flat", "fact": "member", "points": 9}
TAKEN: Final[Row] = {
    "id": "taken",
    "part": "deduction",
    "rule": "per_unit",
    "fact": "times",
    "per": 1,
    "points": -5,
}
RESIDENT: Final[Row] = {"requires": "resident"}
EITHER: Final[Row] = {
    "id": "either",
    "requires": "member",
    "alternatives": [
        {"rule": "flat", "fact": "member", "points": 30},
        {"rule": "per_unit", "fact": "years", "per": 1, "points": 10, "cap": 70},
    ],
}


def best(*of: str) -> Row:
    """A group of which one row counts."""
    return {"id": "best", "rule": "best_of", "of": list(of)}


def together(cap: int, *of: str) -> Row:
    """A group under a cap."""
    return {"id": "together", "rule": "sum_capped", "of": list(of), "cap": cap}


ROWS: Final[list[tuple[Row, ...]]] = [
    (AGE, MEMBER, best("age", "member")),
    (LADDER, TIERS, best("age", "tiers")),
    (HUMP, TIERS, best("hump", "tiers"), TAKEN | {"cap": -15}),
    (HUMP, RATE | {"cap": 18}, together(25, "hump", "rate")),
    (AGE, HUMP | {"requires": {"row": "age"}}, MEMBER),
    (AGE | RESIDENT, HUMP | RESIDENT, MEMBER | RESIDENT),
    (MEMBER, RATE | {"cap": 12, "requires": "member"}, TAKEN | {"cap": -10}),
    (EITHER, TIERS),
    (RATE | {"cap": 18}, MEMBER, together(20, "rate", "member"), TIERS, best("together", "tiers")),
    (
        {"id": "group", "rule": "unpublished", "confidence": "unpublished"},
        MEMBER | {"within": "group"},
        HUMP | {"within": "group"},
        TIERS,
    ),
]


@cache
def standard(number: int) -> Standard:
    """The standard of one of ``ROWS``."""
    rows = ROWS[number]
    written = str(rows)
    asked = {fact: keys for fact, keys in OWN.items() if f"'{fact}'" in written}
    if "group" in written:
        asked |= {f"group_{end}": QUESTION for end in ("claimed", "points_declared")}
    return standard_of(*rows, asked="", facts=asked)


def every_answer(fact: Fact) -> list[Answer]:
    """All that may be answered; of births one for every age, today's among them."""
    match fact.kind:
        case "flag":
            return [False, True]
        case "choice":
            return list(fact.choices or ())
        case "date":
            return [max(ON - timedelta(366 * age), fact.earliest) for age in range(8)]
        case _:
            return list(range(fact.max + 1))


def open_facts(of: Standard, answers: Answers) -> list[Fact]:
    """What was not answered, nor by a no to the group to which it belongs."""
    asked = [question.fact for question in of.questions.values()]
    denied = {
        fact
        for item in of.items
        if item.within and answers.get(item.within.claimed.id) is False
        for fact in item.scoring.monotonicity
    }
    return [
        fact
        for fact in asked
        if fact.kind != "points" and fact.id not in answers and fact.id not in denied
    ]


def reach(of: Standard, answers: Answers) -> Interval:
    """The ends of the totals of all completions."""
    return hull_of(
        estimate(of, {**answers, **dict(zip(ids, given, strict=True))}, None, ON).total
        for asked in [open_facts(of, answers)]
        for ids in [[fact.id for fact in asked]]
        for given in product(*(every_answer(fact) for fact in asked))
    )


def hull_of(intervals: Iterable[Interval]) -> Interval:
    """The least and the greatest end."""
    found = list(intervals)
    return Interval(min(part.low for part in found), max(part.high for part in found))


@st.composite
def people(draw: st.DrawFn) -> tuple[int, Answers]:
    """The number of a standard, and some answers; at most three are open, as all are tried."""
    number = draw(st.sampled_from(range(len(ROWS))))
    chosen = standard(number)
    asked = [q.fact for q in chosen.questions.values() if q.fact.kind != "points"]
    left = draw(st.sets(st.sampled_from([fact.id for fact in asked]), max_size=3))
    return number, {
        fact.id: draw(st.sampled_from(every_answer(fact))) for fact in asked if fact.id not in left
    }


@given(people())
def test_the_total_is_the_hull_of_all_completions(person: tuple[int, Answers]) -> None:
    """Neither end promises what no answers give, and none is left out."""
    of, answers = standard(person[0]), person[1]
    assert estimate(of, answers, None, ON).total == reach(of, answers)


@given(people())
def test_unknown_are_the_facts_of_which_some_answer_narrows(
    person: tuple[int, Answers],
) -> None:
    """Wherever in its range that answer lies; and by as much as the best answer narrows.

    Only of what sources dispute the best may narrow more: there they may agree between the ends.
    """
    of, answers = standard(person[0]), person[1]
    width = estimate(of, answers, None, ON).total.width
    narrowed = {
        fact.id: width - min(reach(of, {**answers, fact.id: a}).width for a in every_answer(fact))
        for fact in open_facts(of, answers)
    }
    found = estimate(of, answers, None, ON).narrowing
    assert set(found) == {fact for fact, points in narrowed.items() if points}
    if not any(item.alternatives for item in of.items):
        assert found == {fact: narrowed[fact] for fact in found}


@pytest.mark.parametrize("number", range(2))
def test_an_age_whose_best_lies_inside_its_range_is_asked(number: int) -> None:
    """Neither the newborn nor the eldest gives points; somebody between them does."""
    assert "born" in estimate(standard(number), {}, None, ON).unknown


def taken(**answers: Answer) -> Estimate:
    """A bachelor's worth of points and penalties without an end: 9 and −5 each."""
    rows = (MEMBER, RATE | {"cap": 18}, TAKEN)
    asked = {fact: OWN[fact] for fact in ("member", "hours", "times")}
    return estimate(standard_of(*rows, asked="", facts=asked), answers, None, ON)


@pytest.mark.parametrize(
    ("answers", "unknown"),
    [
        ({}, ("hours", "member", "times")),
        ({"member": True}, ("hours", "times")),
        ({"hours": 4}, ("times", "member")),
        ({"hours": 7}, ("times", "member")),
        ({"hours": 2}, ("member", "times")),
        ({"hours": 0, "member": True}, ("times",)),
        ({"times": 1}, ("hours", "member")),
    ],
)
def test_an_endless_deduction_is_asked_by_what_is_certain(
    answers: dict[str, Answer], unknown: tuple[str, ...]
) -> None:
    """Behind what may give more than that, before what may give less."""
    assert taken(**answers).unknown == unknown


def test_what_narrows_an_endless_deduction_has_no_end() -> None:
    """Only its place among the questions is another."""
    assert taken(hours=4).narrowing == {"times": INFINITY, "member": 9}


@pytest.mark.parametrize(
    ("answers", "total", "before", "against"),
    [
        ({}, Interval(-INFINITY, 27), Interval(0, 27), Interval(0, 27)),
        ({"hours": 4}, Interval(-INFINITY, 21), Interval(12, 21), Interval(12, 21)),
        ({"hours": 4, "times": 2}, Interval(2, 11), Interval(12, 21), Interval(2, 11)),
        ({"hours": 4, "times": 0}, Interval(12, 21), Interval(12, 21), Interval(12, 21)),
    ],
)
def test_before_deductions_nothing_is_taken_away(
    answers: dict[str, Answer], total: Interval, before: Interval, against: Interval
) -> None:
    """It is held against a cutoff only while deductions have no end."""
    found = taken(**answers)
    assert (found.total, found.before_deductions) == (total, before)
    assert found.against_cutoffs == against


@pytest.mark.parametrize(
    ("answers", "total", "before"),
    [
        ({"times": 3, "resident": False}, exactly(1), exactly(9)),
        ({"times": 3, "resident": True}, exactly(0), exactly(0)),
        ({"times": 3}, Interval(0, 1), Interval(0, 9)),
        ({"resident": False}, Interval(1, 9), exactly(9)),
    ],
)
def test_floor_and_vetoes_hold_before_deductions_too(
    answers: dict[str, Answer], total: Interval, before: Interval
) -> None:
    """A veto is no deduction; the floor raises what lies below it."""
    limits = PASSPORT | {"floor": 1, "void_if": "resident"}
    asked = {fact: OWN[fact] for fact in ("member", "times", "resident")}
    rows = standard_of(MEMBER, TAKEN, asked="", facts=asked, total=limits)
    found = estimate(rows, {"member": True, **answers}, None, ON)
    assert (found.total, found.before_deductions) == (total, before)


@given(people())
def test_neither_end_before_deductions_lies_below_the_total(
    person: tuple[int, Answers],
) -> None:
    """And where nothing is taken away they are one."""
    of, answers = standard(person[0]), person[1]
    found = estimate(of, answers, None, ON)
    assert found.total.low <= found.before_deductions.low
    assert found.total.high <= found.before_deductions.high
    if found.parts["deduction"] == exactly(0):
        assert found.before_deductions == found.total


@given(people())
def test_bare_totals_tell_the_same(person: tuple[int, Answers]) -> None:
    """Ranking and outlook read what the estimate says."""
    of, answers = standard(person[0]), person[1]
    found = estimate(of, answers, None, ON)
    bare = totals(of, of.rows(None, ON), Situation(answers, ON))
    assert bare.before_deductions == found.before_deductions
    assert bare.deduction == found.parts["deduction"]
    assert bare.against_cutoffs == found.against_cutoffs
