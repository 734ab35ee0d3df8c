"""Who may apply under the 2016 edition, and when."""

from datetime import date
from fractions import Fraction

import pytest

from calculator.answers.facts import Answer
from calculator.scoring.eligibility import judge, verdict
from calculator.standard.conditions import State
from calculator.standard.windows import window_on
from tests.support import ON, suzhou_2016

ADMITTED: dict[str, Answer] = {
    "insured_now": True,
    "residence_permit_held": True,
    "residence_months": 12,
}
SETTLED: dict[str, Answer] = ADMITTED | {"settled_home": "own_flat", "area_per_person": 18}
SCHOOLING: dict[str, Answer] = ADMITTED | {
    "owns_and_lives_in_urban_home": False,
    "child_starting_grade": True,
}
MEDICAL: dict[str, Answer] = ADMITTED | {
    "child_already_insured": False,
    "child_enrolled_in_approved_school": True,
}
SUPPLEMENT: dict[str, Answer] = SETTLED | {
    "residence_months": 3,
    "residence_permit_over_a_year": True,
    "insured_past_year_unbroken": True,
}


def may_apply(answers: dict[str, Answer], track: str, on: date = ON) -> State:
    """The verdict under the 2016 edition."""
    return verdict(judge(suzhou_2016().conditions, answers, track, on))


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"residence_months": 11}, "unmet"),
        ({"insured_now": False}, "unmet"),
        ({"residence_permit_held": False}, "unknown"),
        ({"residence_permit_held": False, "residence_permit_exempt_hukou": False}, "unmet"),
        ({"residence_permit_held": False, "residence_permit_exempt_hukou": True}, "met"),
        ({"area_per_person": Fraction(1799, 100)}, "unmet"),
        ({"area_per_person": Fraction(1801, 100)}, "met"),
        ({"settled_home": "public_housing"}, "met"),
        ({"settled_home": "shared_title"}, "unmet"),
        ({"settled_home": "non_residential"}, "unmet"),
        ({"settled_home": "rented"}, "unmet"),
    ],
)
def test_settlement_asks_for_residence_insurance_and_a_home(
    changes: dict[str, Answer], state: State
) -> None:
    """A year, insured, a home of one's own, 18 square metres a head."""
    assert may_apply(SETTLED | changes, "settlement") == state


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, date(2019, 12, 31), "unmet"),
        ({}, date(2020, 1, 1), "met"),
        ({"residence_permit_over_a_year": False}, date(2020, 1, 1), "unmet"),
        ({"insured_past_year_unbroken": False}, date(2020, 1, 1), "unmet"),
    ],
)
def test_from_2020_permit_and_insurance_prove_the_year(
    changes: dict[str, Answer], on: date, state: State
) -> None:
    """The notice for 2020 takes both together for a year of residence."""
    assert may_apply(SUPPLEMENT | changes, "settlement", on) == state


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"child_starting_grade": False}, "unmet"),
        ({"owns_and_lives_in_urban_home": True}, "another_route"),
        ({"owns_and_lives_in_urban_home": True, "insured_now": False}, "another_route"),
    ],
)
def test_a_homeowners_child_needs_no_points_for_school(
    changes: dict[str, Answer], state: State
) -> None:
    """Everyone else applies for the first grade of a school."""
    assert may_apply(SCHOOLING | changes, "schooling") == state


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "met"),
        ({"child_enrolled_in_approved_school": False}, "unmet"),
        ({"child_already_insured": True}, "another_route"),
    ],
)
def test_points_are_for_the_first_medical_insurance_only(
    changes: dict[str, Answer], state: State
) -> None:
    """A child who is insured already stays so."""
    assert may_apply(MEDICAL | changes, "medical") == state


@pytest.mark.parametrize("track", ["settlement", "schooling", "medical"])
def test_without_answers_nothing_is_known(track: str) -> None:
    """No answer is not a no."""
    assert may_apply({}, track) == "unknown"


@pytest.mark.parametrize(
    ("track", "on", "is_open", "days"),
    [
        ("settlement", date(2016, 10, 31), True, 0),
        ("settlement", date(2016, 11, 1), False, 61),
        ("schooling", date(2016, 4, 15), True, 0),
        ("schooling", date(2016, 4, 16), False, 260),
        ("medical", date(2016, 5, 31), False, 1),
        ("medical", date(2016, 8, 31), True, 0),
        ("medical", date(2020, 9, 10), True, 0),
    ],
)
def test_each_benefit_has_its_window(track: str, on: date, *, is_open: bool, days: int) -> None:
    """The last day is inside."""
    opening = window_on(suzhou_2016().windows, track, on)
    assert opening is not None
    assert (opening.open, opening.days) == (is_open, days)
