"""The outlook: time passes, a line is crossed, steps give what they say."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer, Answers
from calculator.scoring.outlook import (
    Crossing,
    DayTotal,
    answers_on,
    change_days,
    deadlines,
    find_crossing,
    outlook,
    totals_on,
)
from calculator.standard.standard import Standard
from calculator.values.interval import Interval
from calculator.values.months import full_months
from calculator.values.number import Number
from tests.support import (
    FACTS,
    ITEM,
    ON,
    PASSPORT,
    SCORED,
    WORKED,
    estimated,
    faults_of,
    small,
    small_data,
    suzhou_2016,
)

STANDARD = suzhou_2016()
TWO_YEARS = date(2018, 5, 15)
DAY = timedelta(1)
YEAR_AND_MORE = timedelta(400)
TWO_MONTHS = date(2016, 7, 15)


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
    return [(day.on, day.total) for day in totals_on(standard, facts, "settlement", on, days)]


def crossing(
    standard: Standard, facts: Answers, track: str | None, on: date, *, line: Number, until: date
) -> Crossing:
    """When a line is reached from ``on`` to ``until``."""
    days = change_days(standard, facts, on, until)
    return find_crossing(totals_on(standard, facts, track, on, days), line)


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
    assert totals_on(STANDARD, facts, "settlement", ON, [day])[0].total == expected


def test_only_four_facts_go_on() -> None:
    """Months in Nanjing do not go on while those in Suzhou do."""
    assert {fact.id for fact in FACTS.values() if fact.grows} == {
        "continuous_residence_months",
        "social_insurance_months",
        "housing_fund_months",
        "residence_months",
    }


def test_months_stop_at_the_maximum_of_the_fact() -> None:
    """A count never outgrows what may be answered."""
    facts = {"residence_months": 1190, "veteran": True}
    later = {"residence_months": 1200, "veteran": True}
    assert answers_on(FACTS, facts, ON, date(2020, 1, 1)) == later


@given(st.data(), st.dates(date(2016, 1, 28), date(2018, 3, 1)), st.integers(-5, 120))
def test_a_crossing_is_what_a_scan_of_every_day_finds(
    data: st.DataObject, on: date, line: int
) -> None:
    """First days of the low and the high end, and the first day after on which it is lost."""
    facts = data.draw(moving_answers(on))
    until = on + YEAR_AND_MORE
    days = daily(MOVING, facts, on, until)
    low = next((day for day, total in days if total.low >= line), None)
    high = next((day for day, total in days if total.high >= line), None)
    lost = next((day for day, total in days if low and day > low and total.low < line), None)
    found = crossing(MOVING, facts, "settlement", on, line=line, until=until)
    assert found == Crossing(low, high, lost, before_deductions=False)


@given(st.data(), st.dates(date(2016, 1, 28), date(2018, 3, 1)))
def test_between_two_turns_nothing_changes(data: st.DataObject, on: date) -> None:
    """Every day on which the total differs from the day before is a turn."""
    facts = data.draw(moving_answers(on))
    days = daily(MOVING, facts, on, on + YEAR_AND_MORE)
    changed = {days[at][0] for at in range(1, len(days)) if days[at][1] != days[at - 1][1]}
    assert changed <= set(change_days(MOVING, facts, on, on + YEAR_AND_MORE))


def test_a_line_is_lost_on_the_birthday_after_the_band() -> None:
    """Who turns 41 has the ten points for the last time on the day before."""
    capped = dict.fromkeys(
        ("social_insurance_months", "housing_fund_months", "residence_months"), 600
    )
    facts = {**WORKED, **capped, "birth_date": date(1975, 8, 20)}
    line = estimated(facts).total.low
    assert isinstance(line, int)
    found = crossing(STANDARD, facts, "settlement", ON, line=line, until=TWO_YEARS)
    assert found == Crossing(ON, ON, date(2016, 8, 20), before_deductions=False)


def test_one_born_on_29_february_turns_on_1_march_of_a_common_year() -> None:
    """And on 29 February of a leap year."""
    found = change_days(
        STANDARD, {"birth_date": date(1980, 2, 29)}, date(2019, 1, 1), date(2020, 12, 31)
    )
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
    assert found == Crossing(None, ON, None, before_deductions=True)


@pytest.mark.parametrize(
    ("violations", "days"),
    [
        ({}, Crossing(TWO_MONTHS, ON, None, before_deductions=True)),
        (
            {"city_management_violations": 0},
            Crossing(TWO_MONTHS, ON, None, before_deductions=False),
        ),
        ({"city_management_violations": 1}, Crossing(None, ON, None, before_deductions=False)),
    ],
)
def test_a_line_is_reached_before_deductions_while_these_have_no_end(
    violations: Answers, days: Crossing
) -> None:
    """Two months of insurance more are ten points; what is certain is told first."""
    facts: Answers = {"social_insurance_months": 18, **violations}
    found = crossing(STANDARD, facts, "settlement", ON, line=100, until=TWO_MONTHS + DAY)
    assert found == days


def test_unknown_months_stay_unknown() -> None:
    """Without an answer there is nothing that could go on."""
    assert change_days(STANDARD, {"birth_date": date(1990, 6, 1)}, ON, date(2017, 5, 31)) == [
        ON,
        date(2016, 6, 1),
    ]


def test_a_row_turns_on_its_first_day_and_on_the_day_after_its_last() -> None:
    """Days outside the outlook are none of its turns."""
    found = [
        change_days(MOVING, {"birth_date": ON, "child_born": ON}, ON, until)
        for until in (date(2017, 2, 27), date(2017, 2, 28), date(2017, 3, 1))
    ]
    begins, over = date(2016, 8, 1), date(2017, 3, 1)
    assert found == [[ON, begins], [ON, begins], [ON, begins, over]]


@pytest.mark.parametrize(
    ("months", "days"), [(1198, [ON, date(2016, 6, 15), date(2016, 7, 15)]), (1200, [ON])]
)
def test_months_that_are_at_their_most_turn_no_more(months: int, days: list[date]) -> None:
    """Nothing changes any more where nothing can be added."""
    known: Answers = {"birth_date": date(2016, 5, 14), "residence_months": months}
    assert change_days(STANDARD, known, ON, date(2017, 5, 13)) == days


def test_there_are_turns_up_to_the_last_day_of_the_calendar() -> None:
    """No birthday and no end of a row is looked for beyond it."""
    found = change_days(STANDARD, {"birth_date": date(1990, 6, 1)}, date(9998, 12, 31), date.max)
    assert found == [date(9998, 12, 31), date(9999, 6, 1)]


@pytest.mark.parametrize(
    ("totals", "days"),
    [
        (
            [Interval(0, 29), Interval(0, 30)],
            Crossing(None, ON + DAY, None, before_deductions=False),
        ),
        ([Interval(30, 30), Interval(29, 31)], Crossing(ON, ON, ON + DAY, before_deductions=False)),
        (
            [Interval(29, 30), Interval(30, 30), Interval(30, 30)],
            Crossing(ON + DAY, ON, None, before_deductions=False),
        ),
        (
            [Interval(30, 40), Interval(0, 40), Interval(30, 40)],
            Crossing(ON, ON, ON + DAY, before_deductions=False),
        ),
        ([], Crossing(None, None, None, before_deductions=False)),
    ],
)
def test_a_line_is_reached_by_as_many_points(totals: list[Interval], days: Crossing) -> None:
    """Thirty points reach the line of thirty; of several days the first is told."""
    day_totals = [DayTotal(ON + DAY * place, total, total) for place, total in enumerate(totals)]
    assert find_crossing(day_totals, 30) == days


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


def test_deadlines_are_the_last_day_totals_application_windows() -> None:
    """Each year again, inside the horizon only; a window that never closes has none."""
    found = deadlines(windowed(), "settlement", ON, date(2018, 10, 30))
    assert found == {date(2016, 10, 31): "提出申请", date(2017, 10, 31): "提出申请"}


@pytest.mark.parametrize(
    ("on", "until", "days"),
    [
        (date(2016, 10, 31), date(2017, 10, 31), [date(2016, 10, 31), date(2017, 10, 31)]),
        (date(2016, 11, 1), date(2017, 10, 30), []),
        (date(2016, 11, 1), date(2018, 12, 31), [date(2017, 10, 31), date(2018, 10, 31)]),
        (date(9998, 1, 1), date.max, [date(9998, 10, 31)]),
    ],
)
def test_a_deadline_on_the_first_or_the_last_day_is_one(
    on: date, until: date, days: list[date]
) -> None:
    """Both days are inside, and so is the whole of the last year."""
    assert list(deadlines(windowed(), "settlement", on, until)) == days


def test_only_a_count_may_grow() -> None:
    """A flag cannot go on; the key is refused."""
    data = small_data()
    data["facts"]["own"] = question() | {"kind": "flag", "label": "……", "grows": True}
    data["items"].append(item("own", rule="flat", fact="own", points=1))
    assert [fault for fault in faults_of(data) if "grows" in fault] != []


def test_as_json_holds_the_points_the_line_and_the_steps() -> None:
    """Days in ISO form, an end that is not reached as null."""
    facts: Answers = {"residence_months": 11, "city_management_violations": 0}
    ahead_of_it = outlook(STANDARD, facts, "settlement", ON, until=date(2016, 6, 15), line=30)
    found = ahead_of_it.as_json()
    assert (found["standard"], found["track"]) == ("suzhou-2016", "settlement")
    assert found["line"] == {
        "points": 30,
        "low": "2016-06-15",
        "high": "2016-05-15",
        "lost": None,
        "before_deductions": False,
    }
    assert found["points"] == [
        {"on": "2016-05-15", "total": {"low": 0, "high": None}},
        {"on": "2016-06-15", "total": {"low": 30, "high": None}},
    ]
    assert found["steps"] == [step.as_json() for step in ahead_of_it.steps]
