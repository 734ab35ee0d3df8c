"""Conditions: whether a person may apply."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.reading.problems import InputError, Problem
from calculator.reading.table import Table
from calculator.rules.requires.rule import AtLeast, IsOneOf, IsTrue
from calculator.rules.shape import Definitions
from calculator.scoring.eligibility import Finding, judge, verdict
from calculator.standard.conditions import Condition, State, read_conditions
from tests.support import FACTS, ON, PASSPORT, SOURCES, problems_of, small, small_item

TRACKS = ("settlement", "schooling")
CONDITION = PASSPORT | {
    "id": "residence",
    "label": "连续居住满一年",
    "reason": "您须连续居住满一年。",
    "all": [{"fact": "residence_months", "at_least": 12}],
}
YEAR_OR_PROOF: dict[str, object] = {
    "all": None,
    "any": [[{"fact": "residence_months", "at_least": 12}], ["veteran", "health_record"]],
}
AREA: dict[str, object] = {"all": [{"fact": "home_areas", "at_least": 18}]}
ROUTE: dict[str, object] = {"all": ["lives_in_own_home"], "outcome": "another_route"}
BAR: dict[str, object] = {"all": ["veteran"], "outcome": "unmet"}


def conditions(*tables: Mapping[str, object]) -> tuple[Condition, ...]:
    """``CONDITION`` once for each table of changes; None leaves a key out."""
    problems: list[Problem] = []
    merged = [CONDITION | dict(table) for table in tables]
    listed = [{k: v for k, v in entry.items() if v is not None} for entry in merged]
    root = Table({"conditions": listed}, "", problems)
    rows = {"veteran": small_item()}
    found = read_conditions(root, Definitions(FACTS, rows), TRACKS, SOURCES)
    root.reject_unknown_keys()
    if problems:
        raise InputError(problems)
    return found


def condition(**changes: object) -> Condition:
    """``CONDITION`` with some keys changed."""
    return conditions(changes)[0]


def finding(changes: Mapping[str, object], **answers: Answer) -> Finding:
    """What the changed condition says of these answers."""
    return judge(conditions(changes), answers, "settlement", ON)[0]


def faults(*tables: Mapping[str, object]) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of these conditions."""
    return [(p.where, p.expected) for p in problems_of(lambda: conditions(*tables))]


@pytest.mark.parametrize(
    ("changes", "answers", "state"),
    [
        ({}, {"residence_months": 11}, "unmet"),
        ({}, {"residence_months": 12}, "met"),
        ({}, {"residence_months": 13}, "met"),
        ({}, {"residence_months": 0}, "unmet"),
        ({}, {}, "unknown"),
        (AREA, {"home_areas": (Fraction(1799, 100),)}, "unmet"),
        (AREA, {"home_areas": (18,)}, "met"),
        (AREA, {"home_areas": (Fraction(1801, 100),)}, "met"),
        (AREA, {}, "unknown"),
        (ROUTE, {"lives_in_own_home": True}, "another_route"),
        (ROUTE, {"lives_in_own_home": False}, "met"),
        (ROUTE, {}, "unknown"),
        (BAR, {"veteran": True}, "unmet"),
        (BAR, {"veteran": False}, "met"),
        (BAR, {}, "unknown"),
    ],
)
def test_answers_decide_a_condition(
    changes: dict[str, object], answers: dict[str, Answer], state: State
) -> None:
    """What is asked for is met, unmet, another route or, without an answer, unknown."""
    assert finding(changes, **answers).state == state


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"veteran": True, "health_record": True}, "met"),
        ({"veteran": True, "health_record": False}, "unmet"),
        ({"veteran": False}, "unmet"),
        ({"veteran": True}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_everything_in_all_must_be_so(answers: dict[str, Answer], state: State) -> None:
    """One thing that is not so decides, whatever the others are."""
    assert finding({"all": ["veteran", "health_record"]}, **answers).state == state


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ({"residence_months": 12, "veteran": False}, "met"),
        ({"residence_months": 11, "veteran": True, "health_record": True}, "met"),
        ({"residence_months": 11, "veteran": True, "health_record": False}, "unmet"),
        ({"residence_months": 11, "health_record": False}, "unmet"),
        ({"veteran": True, "health_record": True}, "met"),
        ({"residence_months": 11}, "unknown"),
        ({"veteran": False}, "unknown"),
        ({}, "unknown"),
    ],
)
def test_one_list_of_any_is_enough(answers: dict[str, Answer], state: State) -> None:
    """It fails only where every list fails."""
    assert finding(YEAR_OR_PROOF, **answers).state == state


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({}, ("residence_months", "veteran", "health_record")),
        ({"residence_months": 11}, ("veteran", "health_record")),
        ({"residence_months": 11, "veteran": True}, ("health_record",)),
        ({"veteran": False}, ("residence_months",)),
        ({"residence_months": 12}, ()),
        ({"residence_months": 11, "veteran": False}, ()),
    ],
)
def test_it_waits_only_for_what_can_decide(
    answers: dict[str, Answer], missing: tuple[str, ...]
) -> None:
    """A question that can change nothing any more is not missing."""
    assert finding(YEAR_OR_PROOF, **answers).missing == missing


def test_its_facts_stand_in_the_order_of_asking() -> None:
    """Each fact is named once."""
    again: list[object] = [["veteran"], ["health_record", "veteran"]]
    assert condition(all=None, any=again).facts == ("veteran", "health_record")


@pytest.mark.parametrize(
    ("track", "on", "applies"),
    [
        ("schooling", date(2020, 6, 1), True),
        ("settlement", date(2020, 6, 1), False),
        ("schooling", date(2019, 12, 31), False),
        ("schooling", date(2020, 1, 1), True),
        ("schooling", date(2020, 12, 31), True),
        ("schooling", date(2021, 1, 1), False),
    ],
)
def test_only_conditions_of_the_track_and_day_are_judged(
    track: str, on: date, *, applies: bool
) -> None:
    """First and last day are inside."""
    days = {"from": date(2020, 1, 1), "until": date(2020, 12, 31)}
    found = judge(conditions({"tracks": ["schooling"], "in_force": days}), {}, track, on)
    assert bool(found) == applies


@pytest.mark.parametrize("track", TRACKS)
@pytest.mark.parametrize("on", [date.min, date.max])
@pytest.mark.parametrize("days", [None, {"from": "not seen", "until": "not seen"}])
def test_without_track_and_days_it_always_applies(
    track: str, on: date, days: dict[str, str] | None
) -> None:
    """An end that nobody saw is open."""
    assert condition(in_force=days).applies(track, on) is True


def test_findings_keep_the_order_of_the_data() -> None:
    """The page shows them as the standard lists them."""
    found = judge(conditions({"id": "b"}, {"id": "a"}), {}, "settlement", ON)
    assert [entry.condition.id for entry in found] == ["b", "a"]


ORDER: tuple[State, ...] = ("another_route", "unmet", "unknown", "met")


@pytest.mark.parametrize(("stronger", "weaker"), list(combinations(ORDER, 2)))
def test_the_stronger_state_decides(stronger: State, weaker: State) -> None:
    """Another route before unmet, unmet before unknown, unknown before met."""
    found = [Finding(condition(), state, ()) for state in (weaker, stronger, weaker)]
    assert verdict(found) == stronger


def test_without_conditions_nothing_is_known() -> None:
    """That no condition is public does not let anybody in."""
    assert verdict(()) == "unknown"


def test_a_homeowner_who_fails_another_condition_still_has_the_other_route() -> None:
    """Who needs no points need not fulfil the conditions for points."""
    both = conditions({}, ROUTE | {"id": "homeowner"})
    answers = {"residence_months": 3, "lives_in_own_home": True}
    assert verdict(judge(both, answers, "settlement", ON)) == "another_route"


@pytest.mark.parametrize(
    ("changes", "alternatives"),
    [
        ({"all": ["veteran"]}, ((IsTrue(FACTS["veteran"]),),)),
        ({}, ((AtLeast(FACTS["residence_months"], 12),),)),
        (
            {"all": [{"fact": "education", "one_of": ["doctor"]}]},
            ((IsOneOf(FACTS["education"], ("doctor",)),),),
        ),
        (
            YEAR_OR_PROOF,
            (
                (AtLeast(FACTS["residence_months"], 12),),
                (IsTrue(FACTS["veteran"]), IsTrue(FACTS["health_record"])),
            ),
        ),
    ],
)
def test_it_is_read_in_each_of_its_forms(
    changes: dict[str, object], alternatives: tuple[object, ...]
) -> None:
    """``all`` is one list, ``any`` several."""
    assert condition(**changes).alternatives == alternatives


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"all": []}, ("conditions.residence.all", '一个不空的列表，例如 ["veteran"]')),
        ({"all": "veteran"}, ("conditions.residence.all", '一个不空的列表，例如 ["veteran"]')),
        (
            {"all": ["education"]},
            (
                "conditions.residence.all",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：flag）",
            ),
        ),
        (
            {"all": None, "any": [["veteran"]]},
            (
                "conditions.residence.any",
                '至少两个列表，例如 [["veteran"], ["health_record"]]',
            ),
        ),
        (
            {"all": None, "any": ["veteran", "health_record"]},
            ("conditions.residence.any", '一个不空的列表，例如 ["veteran"]'),
        ),
        (
            {"outcome": "maybe"},
            ("conditions.residence.outcome", "其中之一：met、another_route、unmet"),
        ),
        (
            {"tracks": ["medical"]},
            ("conditions.residence.tracks", "其中之一：settlement、schooling"),
        ),
        ({"label": ""}, ("conditions.residence.label", "一段不空的文字")),
        ({"reason": None}, ("conditions.residence.reason", "一段不空的文字")),
        ({"sources": ["c"]}, ("conditions.residence.sources", "[sources] 中的来源：a、b")),
        (
            {"points": 5},
            (
                "conditions.residence.points",
                (
                    "其中之一：id、tracks、in_force、label、reason、all、any、outcome、sources、confidence、"
                    "checked_on、clause、figures_in_text"
                ),
            ),
        ),
        (
            {"in_force": {"from": date(2020, 1, 2), "until": date(2020, 1, 1)}},
            ("conditions.residence.in_force.until", "不早于 2020-01-02"),
        ),
    ],
)
def test_a_fault_stands_at_its_key(changes: dict[str, object], fault: tuple[str, str]) -> None:
    """An officer is told where and what is expected."""
    assert fault in faults(changes)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"all": None}, "没有写"),
        ({"all": ["veteran"], "any": [["veteran"], ["health_record"]]}, '读到 ["veteran"]'),
    ],
)
def test_one_of_both_keys_is_written(changes: dict[str, object], found: str) -> None:
    """Where there are none, that is said; where there are two, what stands in one of them."""
    problems = problems_of(lambda: conditions(changes))
    assert problems == [Problem("conditions.residence.all", found, "all 与 any 中的一个")]


@pytest.mark.parametrize(
    ("lists", "where"),
    [
        ({}, "conditions.residence.all"),
        ({"all": []}, "conditions.residence.all"),
        ({"any": ["veteran"]}, "conditions.residence.any"),
    ],
)
def test_a_condition_that_cannot_be_read_hides_no_other_fault(
    lists: dict[str, object], where: str
) -> None:
    """The officer is told of both at once."""
    plain = {key: value for key, value in CONDITION.items() if key != "all"}
    problems = problems_of(lambda: small(conditions=[plain | lists], area=""))
    assert [problem.where for problem in problems] == [where, "area"]


def test_an_id_stands_once() -> None:
    """Two conditions of one id would hide each other."""
    expected = "未用过的 id（这一个上面已有）"
    assert faults({}, {}) == [("conditions.2.id", expected)]


def test_points_do_not_decide_who_may_apply() -> None:
    """A condition reads answers, never a row's points."""
    assert faults({"all": [{"row": "veteran"}]}) == [("conditions.residence.all.row", "其中之一：")]


@given(st.integers(0, 24) | st.none(), st.booleans() | st.none(), st.booleans() | st.none())
def test_a_decided_condition_stays_decided(
    months: int | None,
    first: bool | None,  # noqa: FBT001 - drawn
    second: bool | None,  # noqa: FBT001 - drawn
) -> None:
    """What is met or unmet does not change, whatever the open answers turn out to be."""
    drawn = {"residence_months": months, "veteran": first, "health_record": second}
    answers: dict[str, Answer] = {fact: a for fact, a in drawn.items() if a is not None}
    state = finding(YEAR_OR_PROOF, **answers).state
    completions = {
        finding(YEAR_OR_PROOF, residence_months=m, veteran=v, health_record=h).state
        for m in ([0, 1200] if months is None else [months])
        for v in ([False, True] if first is None else [first])
        for h in ([False, True] if second is None else [second])
    }
    assert completions == ({"met", "unmet"} if state == "unknown" else {state})
