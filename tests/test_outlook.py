"""The outlook: time passes, a line is crossed, steps give what they say."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from calculator.facts import Answer, Answers
from calculator.interval import INFINITY, Interval, exactly
from calculator.outlook import (
    Crossing,
    ahead,
    crossing,
    deadlines,
    full_months,
    grown,
    look_ahead,
    months_after,
    turns,
)
from calculator.standard import Standard
from calculator.steps import FARTHEST_STEP, next_steps
from calculator.words.outlook import gain_in_words

from .support import (
    FACTS,
    ITEM,
    ON,
    PASSPORT,
    admissible,
    answers_of,
    estimated,
    faults_of,
    small,
    small_data,
    suzhou_2016,
)

STANDARD = suzhou_2016()
WORKED = answers_of(
    """{"birth_date": "1981-03-02", "education": "bachelor", "skill_level": "none",
        "professional_title": "intermediate", "social_insurance_months": 96,
        "housing_fund_months": 96, "home_areas": [90], "lives_in_own_home": true,
        "residence_months": 119, "health_record": false}"""
)
SCORED = {
    fact: admissible(STANDARD.known[fact]) for item in STANDARD.items for fact in item.directions
}
TWO_YEARS = date(2018, 5, 15)
DAY = timedelta(1)


def question(text: str = "？") -> dict[str, str]:
    """A question about the applicant."""
    return {"question": text, "scope": "applicant"}


def item(item_id: str, **keys: object) -> dict[str, Any]:
    """A row with its own id and label."""
    plain = {key: value for key, value in ITEM.items() if key not in ("rule", "fact", "points")}
    return plain | {"id": item_id, "label": item_id} | keys


def moving() -> Standard:
    """A standard in which every day that may matter does: months, ages, and a dated row."""
    born = {"kind": "date", "label": "孩子生日", "min": date(2010, 2, 28)}
    return small(
        facts={
            "birth_date": question(),
            "child_born": question() | born,
            "residence_months": question(),
            "veteran": question(),
        },
        items=[
            item(
                "age", rule="age", fact="birth_date", bands=[{"from": 18, "to": 40, "points": 40}]
            ),
            item(
                "child", rule="age", fact="child_born", bands=[{"from": 7, "to": 9, "points": 11}]
            ),
            item("stay", rule="per_unit", fact="residence_months", per=5, points=7, cap=40),
            item(
                "dated",
                rule="flat",
                fact="veteran",
                points=13,
                in_force={"from": date(2016, 8, 1), "until": date(2017, 2, 28)},
            ),
        ],
    )


MOVING = moving()


@st.composite
def moving_answers(draw: st.DrawFn, on: date) -> Answers:
    """Answers to ``MOVING``, near to where its points change, some of them unknown."""
    answers: dict[str, st.SearchStrategy[Answer]] = {
        "birth_date": st.dates(date(1974, 1, 1), date(1999, 12, 31)),
        "child_born": st.dates(date(2010, 2, 28), on),
        "residence_months": st.integers(0, 40) | st.just(1199),
        "veteran": st.booleans(),
    }
    return draw(st.fixed_dictionaries({}, optional=answers))


def daily(standard: Standard, facts: Answers, on: date, until: date) -> list[tuple[date, Interval]]:
    """The total of every single day."""
    days = [on + DAY * number for number in range((until - on).days + 1)]
    return [(each.on, each.total) for each in ahead(standard, facts, "settlement", on, days)]


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(1, 700))
@example(date(2016, 1, 31), 1)
@example(date(2016, 1, 29), 13)
def test_a_month_is_full_on_its_day_and_not_before(since: date, months: int) -> None:
    """The day after so many months is the first on which they are full."""
    day = months_after(since, months)
    assert (full_months(since, day), full_months(since, day - DAY)) == (months, months - 1)


def test_months_end_with_the_last_day_that_there_is() -> None:
    """No month ends after the calendar does."""
    assert months_after(date(9999, 12, 15), 1) == date.max
    assert full_months(date(9999, 11, 30), date.max) == 1


@given(st.fixed_dictionaries({}, optional=SCORED), st.dates(ON, TWO_YEARS))
def test_a_later_total_is_the_estimate_of_the_grown_answers(facts: Answers, day: date) -> None:
    """Insurance, housing fund and residence have grown by full months, and nothing else has."""
    months = full_months(ON, day)
    goes_on = ("social_insurance_months", "housing_fund_months", "residence_months")
    later = dict(facts)
    for fact in goes_on:
        answered = facts.get(fact)
        if isinstance(answered, int):
            later[fact] = min(answered + months, 1200)
    expected = estimated(later, day, "settlement").total
    assert ahead(STANDARD, facts, "settlement", ON, [day])[0].total == expected


def test_only_three_facts_go_on() -> None:
    """Months in Nanjing do not go on while those in Suzhou do."""
    assert {fact.id for fact in FACTS.values() if fact.grows} == {
        "social_insurance_months",
        "housing_fund_months",
        "residence_months",
    }


def test_months_stop_at_the_maximum_of_the_fact() -> None:
    """A count never outgrows what may be answered."""
    facts = {"residence_months": 1190, "veteran": True}
    later = {"residence_months": 1200, "veteran": True}
    assert grown(FACTS, facts, ON, date(2020, 1, 1)) == later


@settings(max_examples=60, deadline=None)
@given(st.data(), st.dates(date(2016, 1, 28), date(2018, 3, 1)), st.integers(-5, 120))
def test_a_crossing_is_what_a_scan_of_every_day_finds(
    data: st.DataObject, on: date, line: int
) -> None:
    """First days of the low and the high end, and the first day after on which it is lost."""
    facts = data.draw(moving_answers(on))
    until = on + DAY * 700
    days = daily(MOVING, facts, on, until)
    low = next((day for day, total in days if total.low >= line), None)
    high = next((day for day, total in days if total.high >= line), None)
    lost = next((day for day, total in days if low and day > low and total.low < line), None)
    found = crossing(MOVING, facts, "settlement", on, line=line, until=until)
    assert found == Crossing(low, high, lost)


@settings(max_examples=30, deadline=None)
@given(st.data(), st.dates(date(2016, 1, 28), date(2018, 3, 1)))
def test_between_two_turns_nothing_changes(data: st.DataObject, on: date) -> None:
    """Every day on which the total differs from the day before is a turn."""
    facts = data.draw(moving_answers(on))
    days = daily(MOVING, facts, on, on + DAY * 700)
    changed = {days[at][0] for at in range(1, len(days)) if days[at][1] != days[at - 1][1]}
    assert changed <= set(turns(MOVING, facts, on, on + DAY * 700))


def test_a_line_is_lost_on_the_birthday_after_the_band() -> None:
    """Who turns 41 has the ten points for the last time on the day before."""
    capped = dict.fromkeys(
        ("social_insurance_months", "housing_fund_months", "residence_months"), 600
    )
    facts = {**WORKED, **capped, "birth_date": date(1975, 8, 20)}
    line = estimated(facts).total.low
    assert isinstance(line, int)
    found = crossing(STANDARD, facts, "settlement", ON, line=line, until=TWO_YEARS)
    assert found == Crossing(ON, ON, date(2016, 8, 20))


def test_one_born_on_29_february_turns_on_1_march_of_a_common_year() -> None:
    """And on 29 February of a leap year."""
    found = turns(STANDARD, {"birth_date": date(1980, 2, 29)}, date(2019, 1, 1), date(2020, 12, 31))
    assert found == [date(2019, 1, 1), date(2019, 3, 1), date(2020, 2, 29)]


def test_a_line_beyond_the_horizon_is_not_crossed() -> None:
    """What is not reached by the last day has no day."""
    facts = {**WORKED, "social_insurance_months": 0}
    total = estimated(facts, ON + DAY * 30).total
    assert total.low < 900
    found = crossing(STANDARD, facts, "settlement", ON, line=2000, until=ON + DAY * 30)
    assert found.low is None


def test_the_high_end_crosses_first() -> None:
    """Someone who has answered nothing may have any line, and certainly has none."""
    found = crossing(STANDARD, {}, "settlement", ON, line=800, until=TWO_YEARS)
    assert found == Crossing(None, ON, None)


def test_unknown_months_stay_unknown() -> None:
    """Without an answer there is nothing that could go on."""
    assert turns(STANDARD, {"birth_date": date(1990, 6, 1)}, ON, date(2017, 5, 31)) == [
        ON,
        date(2016, 6, 1),
    ]


def windowed() -> Standard:
    """A standard with an application window each year, and others that are no deadline."""
    months = {"from": "09-01", "until": "10-31"}
    window = PASSPORT | {"kind": "apply", "label": "提出申请", "text": "……"}
    return small(
        windows=[
            window | months | {"id": "apply"},
            window | {"id": "always", "from": "01-01", "until": "12-31"},
            window | months | {"id": "later", "kind": "publish", "until": "11-30"},
        ]
    )


def test_deadlines_are_the_last_days_of_application_windows() -> None:
    """Each year again, inside the horizon only; a window that never closes has none."""
    found = deadlines(windowed(), "settlement", ON, date(2018, 10, 30))
    assert found == {date(2016, 10, 31): "提出申请", date(2017, 10, 31): "提出申请"}


# ---------------------------------------------------------------- next steps


def steps(facts: Answers, standard: Standard = STANDARD) -> list[tuple[str, str]]:
    """The steps as fact and words."""
    found = next_steps(standard, facts, "settlement", ON)
    return [(each.fact, f"{each.change}，{gain_in_words(each.gain)}") for each in found]


def test_next_steps_of_the_worked_example() -> None:
    """The nearest unit and tier of each, what gives most first; unanswered flags among them."""
    assert steps(WORKED) == [
        ("professional_title", "达到副高及以上职称，加 250 分"),
        ("education", "达到硕士研究生，加 140 分"),
        ("residence_months", "再住满 1 个月，加 30 分"),
        ("child_vaccination_record", "如果已办好（还没有回答），加 10–20 分"),
        ("maternal_child_card", "如果已办好（还没有回答），加 10 分"),
        ("health_record", "建好，加 10 分"),
        ("social_insurance_months", "再缴满 1 个月，加 5 分"),
        ("housing_fund_months", "再缴满 12 个月，加 5 分"),
        ("child_vaccinations_complete", "如果已接种完毕（还没有回答），最多加 10 分"),
    ]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"residence_months": 8}, ["再住满 4 个月，加 30 分"]),
        ({"residence_months": 120}, []),
        ({"social_insurance_months": 99}, ["再缴满 1 个月，加 5 分"]),
        ({"social_insurance_months": 100}, []),
        ({"education": "other"}, ["达到大专（高职），加 30 分"]),
        ({"education": "doctor"}, []),
        (
            {"skill_level": "none", "professional_title": "intermediate"},
            ["达到副高及以上职称，加 250 分"],
        ),
        ({"skill_level": "none"}, ["达到五级（初级工），最多加 10 分"]),
        ({"health_record": True}, []),
    ],
)
def test_a_step_is_the_nearest_one_that_gives_points(
    facts: dict[str, Any], words: list[str]
) -> None:
    """Full units and tiers; none at the cap, none that a better ladder outweighs."""
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
    """Steps are sorted, and each may give something."""
    gains = [step.gain for step in next_steps(STANDARD, facts, "settlement", ON)]
    assert gains == sorted(gains, key=lambda gain: (-gain.low, -gain.high))
    assert all(gain.high > 0 for gain in gains)


@given(st.fixed_dictionaries({}, optional=SCORED))
def test_steps_are_told_soberly(facts: Answers) -> None:
    """No congratulations and no exclamation marks."""
    said = "".join(words for _, words in steps(facts))
    assert [word for word in ("!", "！", "恭喜") if word in said] == []


def test_a_gain_is_known_where_the_total_has_no_end() -> None:
    """Unknown patents leave the total open above; that says nothing of this step."""
    assert estimated({"education": "bachelor"}).total.high == INFINITY
    step = next_steps(STANDARD, {"education": "bachelor"}, "settlement", ON)[0]
    assert (step.fact, step.gain) == ("education", exactly(140))


def test_a_step_below_the_floor_of_the_total_is_not_listed() -> None:
    """Ten points more of minus fifty are still nothing."""
    sunk = small(
        facts={"health_record": question(), "sentence_months": question()},
        items=[
            item("record", rule="flat", fact="health_record", points=10),
            item(
                "sentence",
                part="deduction",
                rule="per_unit",
                fact="sentence_months",
                per=1,
                points=-50,
            ),
        ],
        total=PASSPORT | {"floor": 0},
    )
    assert steps({"health_record": False, "sentence_months": 1}, sunk) == []
    assert steps({"health_record": False, "sentence_months": 0}, sunk) == [
        ("health_record", "建好，加 10 分")
    ]


def test_a_step_is_not_further_off_than_five_years() -> None:
    """A band that is more than so many months away is no next step."""
    banded = small(
        facts={"residence_months": question()},
        items=[
            item(
                "stay",
                rule="brackets",
                fact="residence_months",
                bands=[{"from": 100, "points": 5}],
            )
        ],
    )
    assert steps({"residence_months": 100 - FARTHEST_STEP}, banded) == [
        ("residence_months", "再住满 60 个月，加 5 分")
    ]
    assert steps({"residence_months": 99 - FARTHEST_STEP}, banded) == []


def test_the_next_tier_inside_a_group_of_which_one_counts() -> None:
    """Of education and skill only the higher counts: a step that stays below it gives nothing."""
    grouped = small(
        facts={"education": question(), "skill_level": question()},
        items=[
            item("study", rule="tiers", ladders=[{"fact": "education", "bachelor": 100}]),
            item(
                "skill",
                rule="tiers",
                ladders=[{"fact": "skill_level", "level_5": 20, "level_4": 120}],
            ),
            item("learning", rule="best_of", of=["study", "skill"]),
        ],
    )
    assert steps({"education": "bachelor", "skill_level": "none"}, grouped) == []
    assert steps({"education": "bachelor", "skill_level": "level_5"}, grouped) == [
        ("skill_level", "达到四级（中级工），加 20 分")
    ]


def test_a_standard_of_its_own_may_say_what_grows_and_what_to_do() -> None:
    """Both keys belong to a fact, wherever it is declared."""
    gives = {"kind": "count", "label": "献血", "unit": "次", "max": 10, "step": "再献"}
    own = small(
        facts={"blood": question() | gives},
        items=[item("blood", rule="per_unit", fact="blood", per=2, points=8)],
    )
    assert steps({"blood": 1}, own) == [("blood", "再献 1 次，加 8 分")]


def test_only_a_count_may_grow() -> None:
    """A flag cannot go on; the key is refused."""
    data = small_data()
    data["facts"]["own"] = question() | {"kind": "flag", "label": "……", "grows": True}
    data["items"].append(item("own", rule="flat", fact="own", points=1))
    assert [fault for fault in faults_of(data) if "grows" in fault] != []


def test_as_json_holds_the_points_the_line_and_the_steps() -> None:
    """Days in ISO form, an end that is not reached as null."""
    facts = {"residence_months": 11}
    ahead_of_it = look_ahead(STANDARD, facts, "settlement", ON, until=date(2016, 6, 15), line=30)
    found = ahead_of_it.as_json()
    assert found["line"] == {
        "points": 30,
        "low": "2016-06-15",
        "high": "2016-05-15",
        "lost": None,
    }
    assert found["points"] == [
        {"on": "2016-05-15", "total": {"low": 0, "high": None}},
        {"on": "2016-06-15", "total": {"low": 30, "high": None}},
    ]
    assert found["steps"][0] == {
        "fact": "residence_months",
        "label": "居住月数",
        "change": "再住满 1 个月",
        "gain": {"low": 30, "high": 30},
    }
