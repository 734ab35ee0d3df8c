"""Ranking against a reader that tries every reading and every completion of what is unknown."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calculator.ranking.admission import Admission
from calculator.ranking.applicant import Applicant
from calculator.ranking.order import rank
from calculator.ranking.readings import readings
from tests.ranking import brute_force
from tests.support import AT_NIGHT

ORDERS = (
    ("total", "base", "date"),
    ("total", "date"),
    ("total", "base", "other", "date"),
    ("total",),
    None,
)
NAMES = {"date": "registration_date", "other": "other_parent_total"}
UNKNOWNS = 3  # more of them would be tried for minutes

person = st.fixed_dictionaries(
    {
        "total": st.sampled_from([500, 500, 500, 490]),
        "base": st.sampled_from([400, 410]),
        "date": st.sampled_from([1, 2, 3, None]),
        "other": st.sampled_from([1, 2, 3, None]),
        "eligible": st.sampled_from([True, True, True, None, False]),
    }
)


def unknowns(people: list[dict[str, Any]]) -> int:
    """How many cells are blank."""
    return sum(value is None for entry in people for value in entry.values())


fields = (
    st.lists(person, min_size=1, max_size=4)
    .filter(lambda people: unknowns(people) <= UNKNOWNS)
    .map(
        lambda people: [{"id": name, **entry} for name, entry in zip("abcd", people, strict=False)]
    )
)


def as_applicant(entry: Mapping[str, Any]) -> Applicant:
    """The person as ranking takes them."""
    day = entry["date"]
    return Applicant(
        id=entry["id"],
        total=entry["total"],
        base=entry["base"],
        registered=None if day is None else date(2012, 3, 1) + timedelta(day),
        other_parent_total=entry["other"],
        eligible=entry["eligible"],
    )


def ours(order: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """The order in the words of a standard."""
    return None if order is None else tuple(NAMES.get(key, key) for key in order)


@settings(max_examples=2000 if AT_NIGHT else 120, deadline=None)
@given(fields, st.sampled_from(ORDERS), st.booleans(), st.none() | st.integers(0, 4))
def test_what_is_decided_is_decided_whatever_is_tried(
    people: list[dict[str, Any]],
    order: tuple[str, ...] | None,
    with_other: bool,  # noqa: FBT001 - drawn, never written
    places: int | None,
) -> None:
    """Rank and admission of everybody, for every order, quota and floor."""
    every = brute_force.readings(order, with_other=with_other)
    admission = Admission(places, 495)
    found = list(
        rank(
            [as_applicant(entry) for entry in people],
            readings(ours(order), with_other=with_other),
            admission,
        )
    )
    assert {place.applicant.id: place.admitted for place in found} == brute_force.admissions(
        people, every, places, 495
    )
    assert {place.applicant.id: place.rank for place in found} == brute_force.ranks(people, every)


THIRD_READING = [
    Applicant("p0", 410, 410, date(2012, 3, 3), 2),
    Applicant("p1", 410, 400, date(2012, 3, 2), 3),
    Applicant("p2", 410, 410, date(2012, 3, 1), 0),
]
"""Each comes first under one reading alone: the other's total before base, after it, and last."""


@pytest.mark.parametrize(("removed", "left_out"), [(0, "p1"), (1, "p0"), (2, "p2")])
def test_no_reading_can_be_left_out(removed: int, left_out: str) -> None:
    """Without it somebody would lose a seat that the rules may give them."""
    every = readings(("total", "base", "registration_date"), with_other=True)
    left = every[:removed] + every[removed + 1 :]
    whole = list(rank(THIRD_READING, every, Admission(1)))
    fewer = list(rank(THIRD_READING, left, Admission(1)))
    assert [place.admitted for place in whole] == ["tie", "tie", "tie"]
    assert [place.applicant.id for place in fewer if place.admitted == "no"] == [left_out]
