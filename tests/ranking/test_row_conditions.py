"""Conditions in a table of applicants: which are judged, what they come to, who takes a seat."""

import csv
import io

import pytest

from calculator.ranking.admission import quota
from calculator.ranking.contest import Contest
from calculator.ranking.read_applicants import read_applicants
from calculator.ranking.write_ranking import rank_lists, write_csv
from tests.ranking.contest import numbered
from tests.support import FACTS, ITEM, ON, PASSPORT, small

CONDITION = PASSPORT | {"reason": "须……"}
MONTHS = {"id": "months", "rule": "per_unit", "fact": "social_insurance_months", "per": 1}
STANDARD = small(
    ranking={"order": ["total", "base", "registration_date"]},
    facts={
        fact: {"question": "？", "scope": "applicant"}
        for fact in ("social_insurance_months", "insured_now", "residence_permit_held", "veteran")
    },
    items=[
        {key: value for key, value in ITEM.items() if key not in ("fact", "points")}
        | MONTHS
        | {"points": 5}
    ],
    conditions=[
        CONDITION | {"id": "insured", "label": "参保", "all": ["insured_now"]},
        CONDITION
        | {"id": "permit_or_months", "label": "居住证"}
        | {
            "any": [
                ["residence_permit_held"],
                [{"fact": "social_insurance_months", "at_least": 60}],
            ]
        },
        CONDITION
        | {"id": "veteran", "label": "退役", "all": ["veteran"], "outcome": "another_route"},
    ],
)
"""Five points a month; insured, and with a permit or sixty months; veterans need no points."""


def ranked(heading: str, *rows: str, places: int = 1) -> tuple[list[tuple[str, ...]], list[str]]:
    """Rank, id, whether admitted and note of each; the remarks."""
    remarks: list[str] = []
    contest = Contest(STANDARD, "settlement", ON, FACTS, {(): quota(places)})
    text = "\n".join([f"id,registration_date,social_insurance_months,{heading}", *rows])
    applicants = read_applicants(numbered(text), contest, lambda _: None, remarks.append)
    stream = io.StringIO()
    write_csv(stream, rank_lists(applicants, contest))
    found = list(csv.reader(stream.getvalue().splitlines()))[1:]
    return [(row[0], row[1], row[5], row[6]) for row in found], remarks


def test_whoever_may_not_apply_takes_no_seat() -> None:
    """They stand behind all others, whatever their total, and the note names the condition."""
    found, _ = ranked("insured_now", "A,2012-03-01,70,false", "B,2012-03-01,60,true")
    assert found == [("1", "B", "yes", ""), ("2", "A", "no", "不符合申请条件：参保")]


@pytest.mark.parametrize(("places", "admitted"), [(1, "tie"), (2, "yes")])
def test_whoever_may_turn_out_not_to_apply_leaves_a_seat_open(places: int, admitted: str) -> None:
    """For themselves, and for whoever would have it then; where there is room, only their own."""
    rows = ("A,2012-03-01,70,", "B,2012-03-01,60,true")
    found, _ = ranked("insured_now", *rows, places=places)
    open_seat = "有人的申请条件还不清楚，能不能录取未定"
    assert found == [
        ("1", "A", "tie", f"{open_seat}；申请条件还不清楚：参保"),
        ("2", "B", admitted, open_seat if admitted == "tie" else ""),
    ]


def test_whoever_has_no_seat_either_way_is_told_no() -> None:
    """An open condition cannot help them."""
    found, _ = ranked("insured_now", "A,2012-03-01,70,true", "B,2012-03-01,60,")
    assert [row[:3] for row in found] == [("1", "A", "yes"), ("2", "B", "no")]


def test_a_missing_column_of_a_condition_is_unknown() -> None:
    """Where another of its columns leaves it open."""
    found, _ = ranked("insured_now", "A,2012-03-01,50,true")
    assert found[0][2:] == (
        "tie",
        "有人的申请条件还不清楚，能不能录取未定；申请条件还不清楚：居住证",
    )


def test_who_needs_no_points_is_told_so() -> None:
    """And stays in the list."""
    found, _ = ranked("insured_now,veteran", "A,2012-03-01,70,true,true")
    assert found[0][2:] == ("yes", "不用积分，另有途径：退役")


def test_conditions_without_a_column_are_named() -> None:
    """They are not judged."""
    remarks = ranked("insured_now", "A,2012-03-01,70,true")[1]
    assert remarks == ["没有判断的申请条件，表里没有相应的列：退役"]


def test_a_table_of_what_scores_holds_no_conditions() -> None:
    """Nobody is judged by it, and that is said; a column of another edition is not used."""
    found, remarks = ranked("health_record", "A,2012-03-01,50,true")
    assert found == [("1", "A", "yes", "")]
    assert remarks == [
        "本次用不到的列：health_record",
        "没有判断的申请条件，表里没有相应的列：参保、居住证、退役",
    ]
