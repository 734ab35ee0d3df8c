"""The next steps: the nearest thing to do, and what it gives."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answers
from calculator.scoring.next_steps import FARTHEST_STEP, next_steps
from calculator.standard.standard import Standard
from calculator.text.outlook import describe_gain
from calculator.values.interval import INFINITY, Interval, exactly
from calculator.values.number import Number
from tests.support import (
    FACTS,
    ON,
    PASSPORT,
    SCORED,
    WORKED,
    editions,
    estimated,
    standard_of,
    suzhou_2016,
)

STANDARD = suzhou_2016()


def steps(facts: Answers, standard: Standard = STANDARD) -> list[tuple[str, str]]:
    """The steps as fact and words."""
    found = next_steps(standard, facts, "settlement", ON)
    return [(step.fact, f"{step.change}，{describe_gain(step.gain)}") for step in found]


def test_next_steps_of_the_worked_example() -> None:
    """The nearest unit and tier of each, what gives most first; the farther tiers at the end."""
    assert steps(WORKED) == [
        ("professional_title", "达到副高及以上职称，加 250 分"),
        ("education", "达到硕士研究生，加 140 分"),
        ("skill_level", "达到二级（技师），加 50 分"),
        ("residence_months", "再住满 1 个月，加 30 分"),
        ("health_record", "建好，加 10 分"),
        ("social_insurance_months", "再缴满 1 个月，加 5 分"),
        ("housing_fund_months", "再缴满 12 个月，加 5 分"),
        ("education", "达到博士研究生，加 340 分"),
        ("skill_level", "达到一级（高级技师），加 250 分"),
    ]


CHILD = ("child_vaccination_record", "child_vaccinations_complete", "maternal_child_card")


@pytest.mark.parametrize(
    ("track", "facts", "told"),
    [
        ("settlement", {}, []),
        ("settlement", {"child_vaccination_record": False}, []),
        ("settlement", {"maternal_child_card": True}, list(CHILD[:2])),
        ("schooling", {}, [CHILD[0], CHILD[2], CHILD[1]]),
        (None, {}, []),
    ],
)
def test_advice_about_a_child_reaches_who_has_one(
    track: str | None, facts: Answers, told: list[str]
) -> None:
    """The benefit is for a child, or something of one is there; a no may mean that none is."""
    found = next_steps(STANDARD, facts, track, ON)
    assert [step.fact for step in found if step.fact in CHILD] == told


def test_each_higher_answer_that_pays_now_is_offered() -> None:
    """Beside a skill of 60 points 本科 and 中级 pay 40, what lies above them 140, and no less."""
    answers = {"education": "other", "skill_level": "level_3", "professional_title": "none"}
    newer = editions().get("suzhou-2023-settlement")
    found = next_steps(newer, answers, "settlement", date(2026, 11, 25))
    offered = [(step.answer, step.gain, step.farther) for step in found]
    assert offered == [
        ("bachelor", exactly(40), False),
        ("level_2", exactly(40), False),
        ("intermediate", exactly(40), False),
        ("master", exactly(140), True),
        ("doctor", exactly(140), True),
        ("level_1", exactly(140), True),
        ("senior", exactly(140), True),
    ]


def test_a_step_that_costs_a_condition_says_so() -> None:
    """Who may only apply with little has the points, and loses the way to use them."""
    little = PASSPORT | {"id": "little", "label": "居住不满五年", "reason": "……"}
    stay = {"id": "stay", "rule": "per_unit", "fact": "residence_months", "per": 12, "points": 30}
    standard = standard_of(
        stay,
        asked="residence_months",
        conditions=[
            little | {"all": [{"fact": "residence_months", "at_least": 60}], "outcome": "unmet"}
        ],
    )
    costs = {
        months: next_steps(standard, {"residence_months": months}, "settlement", ON)[0].costs
        for months in (47, 48, 60)
    }
    assert costs == {47: (), 48: ("居住不满五年",), 60: ()}


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"residence_months": 8}, ["再住满 4 个月，加 30 分"]),
        ({"residence_months": 120}, []),
        ({"social_insurance_months": 99}, ["再缴满 1 个月，加 5 分"]),
        ({"social_insurance_months": 100}, []),
        (
            {"education": "other"},
            [
                "达到大专（高职），加 30 分",
                "达到大学本科，加 60 分",
                "达到硕士研究生，加 200 分",
                "达到博士研究生，加 400 分",
            ],
        ),
        ({"education": "doctor"}, []),
        (
            {"skill_level": "none", "professional_title": "intermediate"},
            [
                "达到副高及以上职称，加 250 分",
                "达到二级（技师），加 50 分",
                "达到一级（高级技师），加 250 分",
            ],
        ),
        ({"skill_level": "level_2"}, ["达到一级（高级技师），最多加 200 分"]),
        ({"health_record": True}, []),
    ],
)
def test_a_step_is_the_nearest_one_that_gives_points(
    facts: dict[str, Any], words: list[str]
) -> None:
    """Full units, and every tier; none at the cap, none that a better ladder outweighs."""
    assert [said for fact, said in steps(facts) if fact in facts] == words


def test_nobody_is_told_to_grow_older_or_to_change_their_past() -> None:
    """Age, origin, service, patents, awards, penalties and homes are no steps."""
    assert {fact.id for fact in FACTS.values() if fact.step} == {
        "education",
        "skill_level",
        "professional_title",
        "social_insurance_months",
        "housing_fund_months",
        "residence_months",
        "child_vaccination_record",
        "child_vaccinations_complete",
        "maternal_child_card",
        "maternal_child_health_service",
        "health_record",
    }


@given(st.fixed_dictionaries(SCORED))
def test_a_gain_is_the_difference_of_two_estimates(facts: Answers) -> None:
    """With everything known: the total with the step's answer, less the total without."""
    before = estimated(facts).total.low
    for step in next_steps(STANDARD, facts, "settlement", ON):
        after = estimated({**facts, step.fact: step.answer}).total.low
        assert step.gain == exactly(after - before)
        assert after > before


@given(st.fixed_dictionaries(SCORED), st.sets(st.sampled_from(sorted(SCORED))))
def test_a_gain_holds_whatever_the_open_answers_are(facts: Answers, hidden: set[str]) -> None:
    """The interval contains what the step gives once all is answered."""
    known = {fact: answer for fact, answer in facts.items() if fact not in hidden}
    for step in next_steps(STANDARD, known, "settlement", ON):
        # What a person has not said they have is compared with not having it.
        full = {**facts, step.fact: False} if step.fact in hidden else facts
        before = estimated(full).total.low
        after = estimated({**full, step.fact: step.answer}).total.low
        assert after - before in step.gain


@given(st.fixed_dictionaries({}, optional=SCORED))
def test_the_largest_certain_gain_comes_first(facts: Answers) -> None:
    """The nearest are sorted, the farther ones come last, and each may give something."""
    found = next_steps(STANDARD, facts, "settlement", ON)
    gains = [step.gain for step in found if not step.farther]
    assert gains == sorted(gains, key=lambda gain: (-gain.low, -gain.high))
    assert [step.farther for step in found] == sorted(step.farther for step in found)
    assert all(step.gain.high > 0 for step in found)


@given(st.fixed_dictionaries({}, optional=SCORED))
def test_steps_are_told_soberly(facts: Answers) -> None:
    """No congratulations and no exclamation marks."""
    said = "".join(change for _, change in steps(facts))
    assert [word for word in ("!", "！", "恭喜") if word in said] == []


def test_a_gain_is_known_where_the_total_has_no_end() -> None:
    """Unknown patents leave the total open above; that says nothing of this step."""
    assert estimated({"education": "bachelor"}).total.high == INFINITY
    step = next_steps(STANDARD, {"education": "bachelor"}, "settlement", ON)[0]
    assert (step.fact, step.gain) == ("education", exactly(140))


def test_a_step_below_the_floor_of_the_total_is_not_listed() -> None:
    """Ten points more of minus fifty are still nothing."""
    taken = {"rule": "per_unit", "fact": "sentence_months", "per": 1, "points": -50}
    sunk = standard_of(
        {"id": "record", "rule": "flat", "fact": "health_record", "points": 10},
        {"id": "sentence", "part": "deduction"} | taken,
        asked="health_record sentence_months",
        total=PASSPORT | {"floor": 0},
    )
    assert steps({"health_record": False, "sentence_months": 1}, sunk) == []
    assert steps({"health_record": False, "sentence_months": 0}, sunk) == [
        ("health_record", "建好，加 10 分")
    ]


def test_a_step_is_not_further_off_than_five_years() -> None:
    """A band that is more than so many months away is no next step."""
    bands = [{"from": 100, "points": 5}]
    stay = {"id": "stay", "rule": "brackets", "fact": "residence_months", "bands": bands}
    banded = standard_of(stay, asked="residence_months")
    assert steps({"residence_months": 100 - FARTHEST_STEP}, banded) == [
        ("residence_months", "再住满 60 个月，加 5 分")
    ]
    assert steps({"residence_months": 99 - FARTHEST_STEP}, banded) == []


def test_the_next_tier_inside_a_group_of_which_one_counts() -> None:
    """Of education and skill only the higher counts: what stays below it is not offered."""
    study = {"fact": "education", "bachelor": 100}
    skill = {"fact": "skill_level", "level_5": 20, "level_4": 120}
    grouped = standard_of(
        {"id": "study", "rule": "tiers", "ladders": [study]},
        {"id": "skill", "rule": "tiers", "ladders": [skill]},
        {"id": "learning", "rule": "best_of", "of": ["study", "skill"]},
        asked="education skill_level",
    )
    assert steps({"education": "bachelor", "skill_level": "none"}, grouped) == [
        ("skill_level", "达到四级（中级工），加 20 分")
    ]
    assert steps({"education": "bachelor", "skill_level": "level_5"}, grouped) == [
        ("skill_level", "达到四级（中级工），加 20 分")
    ]


def test_a_standard_of_its_own_may_say_what_grows_and_what_to_do() -> None:
    """Both keys belong to a fact, wherever it is declared."""
    gives = {"kind": "count", "label": "献血", "unit": "次", "max": 10, "step": "再献"}
    asked = {"blood": {"question": "？", "scope": "applicant"} | gives}
    row = {"id": "blood", "rule": "per_unit", "fact": "blood", "per": 2, "points": 8}
    own = standard_of(row, asked="", facts=asked)
    assert steps({"blood": 1}, own) == [("blood", "再献 1 次，加 8 分")]
    assert steps({"blood": 9}, own) == [("blood", "再献 1 次，加 8 分")]


def test_nothing_is_left_to_do_at_the_most_that_may_be_answered() -> None:
    """Ten times are as many as count, though twelve would pay."""
    gives = {"kind": "count", "label": "献血", "unit": "次", "max": 10, "step": "再献"}
    asked = {"blood": {"question": "？", "scope": "applicant"} | gives}
    row = {"id": "blood", "rule": "per_unit", "fact": "blood", "per": 4, "points": 8}
    assert steps({"blood": 9}, standard_of(row, asked="", facts=asked)) == []


def test_a_step_in_json() -> None:
    """What it is about, what to do, and both ends of what it gives."""
    found = next_steps(STANDARD, {"residence_months": 11}, "settlement", ON)[0]
    assert found.as_json() == {
        "fact": "residence_months",
        "label": "居住月数",
        "change": "再住满 1 个月",
        "gain": {"low": 30, "high": 30},
        "costs": [],
        "farther": False,
    }


def flat(fact: str, points: Number, **keys: object) -> dict[str, object]:
    """A row that gives these points for a flag."""
    return {"id": fact, "rule": "flat", "fact": fact, "points": points} | keys


def test_of_two_uncertain_steps_the_one_that_may_give_more_comes_first() -> None:
    """Neither gives anything for certain."""
    standard = standard_of(
        flat("health_record", 10, requires="veteran"),
        flat("maternal_child_card", 20, requires="veteran"),
        asked="health_record maternal_child_card veteran",
    )
    assert [fact for fact, _ in steps({}, standard)] == ["maternal_child_card", "health_record"]


def test_half_a_point_is_worth_a_step() -> None:
    """However little it gives."""
    standard = standard_of(flat("health_record", Fraction(1, 2)), asked="health_record")
    assert steps({"health_record": False}, standard) == [("health_record", "建好，加 0.5 分")]


@pytest.mark.parametrize(
    ("answers", "gain"),
    [
        ({"veteran": True, "residence_months": 12}, Interval(30, 30)),
        ({"residence_months": 12}, Interval(0, 30)),
    ],
)
def test_a_gain_is_known_where_the_total_has_no_least(answers: Answers, gain: Interval) -> None:
    """An unknown deduction leaves the total open below; what is asked of the row still counts."""
    stay = {"id": "stay", "rule": "per_unit", "fact": "residence_months", "per": 12, "points": 30}
    taken = {"id": "taken", "part": "deduction", "rule": "per_unit", "fact": "detentions_5y"}
    standard = standard_of(
        stay | {"requires": "veteran"},
        taken | {"per": 1, "points": -50},
        asked="residence_months veteran detentions_5y",
    )
    found = {step.fact: step.gain for step in next_steps(standard, answers, None, ON)}
    assert found["residence_months"] == gain


@pytest.mark.parametrize(
    ("ladders", "said"),
    [
        ([{"master": 1}], ["达到硕士研究生，加 1 分"]),
        ([{"bachelor": 60, "doctor": 61}], ["达到博士研究生，加 1 分"]),
        (
            [{"bachelor": 10, "master": 10}, {"bachelor": 20, "master": 50}],
            ["达到硕士研究生，加 30 分"],
        ),
        ([{"bachelor": 60}], []),
    ],
)
def test_the_next_tier_is_one_that_some_row_pays_for(
    ladders: list[dict[str, int]], said: list[str]
) -> None:
    """The first above the answer with more points, be it one, and be it in one row of two."""
    rows = [
        {"id": f"row_{place}", "rule": "tiers", "ladders": [{"fact": "education"} | ladder]}
        for place, ladder in enumerate(ladders)
    ]
    standard = standard_of(*rows, asked="education")
    assert [change for _, change in steps({"education": "bachelor"}, standard)] == said
