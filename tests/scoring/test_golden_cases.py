"""The golden cases: the program gives what was worked out by hand."""

from dataclasses import replace

import pytest

from calculator.scoring.golden_cases import Difference, check_case, read_golden_cases
from calculator.values.interval import ZERO, exactly
from tests.golden import Golden, cases
from tests.support import FACTS, ON, editions, problems_of, suzhou_2016

CASES = tuple(cases(editions()))
WORKED = next(case.case for case in CASES if case.id == "worked-check")


@pytest.fixture(params=CASES, ids=lambda entry: f"{entry.standard}:{entry.id}")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Each case in turn."""
    found: Golden = request.param
    return found


def test_module_gives_what_was_worked_out_by_hand(golden: Golden) -> None:
    """Each line, each part, the total, and what is not counted; the case's own sum is right too."""
    assert check_case(golden.case, editions().get(golden.standard)) == (golden.case.total, ())


def test_a_difference_says_what_was_expected_and_what_was_found() -> None:
    """A wrong line shows in the line, its part, the case's own sum, and not in the total."""
    wrong = replace(WORKED, lines={**WORKED.lines, "age": exactly(9)}, base=None)
    total, differences = check_case(wrong, suzhou_2016())
    assert total == exactly(1070)
    assert [difference.what for difference in differences] == ["age", "base", "sum"]
    assert differences[0] == Difference("age", exactly(9), exactly(10))


def test_base_points_are_worked_out_apart() -> None:
    """Where the case names them, they are compared with the part, whatever its lines say."""
    wrong = replace(WORKED, base=exactly(969))
    found = [Difference("base", exactly(969), exactly(970))]
    assert list(check_case(wrong, suzhou_2016())[1]) == found


def test_a_line_that_the_edition_does_not_have_is_a_difference() -> None:
    """An unknown item in a case is no item that gives 0."""
    wrong = replace(WORKED, lines={**WORKED.lines, "hat": ZERO})
    assert Difference("hat", ZERO, None) in check_case(wrong, suzhou_2016())[1]


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"unknown": ["age"]}, "unknown"),
        ({"lines": {"age": "8 × 5 = 45"}}, "lines.age"),
        ({"lines": {"age": {"low": 1, "high": 1, "because": "…"}}}, "lines.age.high"),
        ({"signed": {"name": "王"}}, "signed"),
        ({"total": "many"}, "total"),
        ({"hat": 1}, "hat"),
    ],
)
def test_a_case_that_does_not_fit_is_refused(keys: dict[str, object], where: str) -> None:
    """With the key path in the file."""
    case = {"id": "x", "situation": "……", "guards": "……", "track": "settlement", "on": ON}
    tables = {"cases": [case | {"total": 0} | keys]}
    refused = problems_of(lambda: read_golden_cases(tables, FACTS, "x.toml"))
    assert [entry.where for entry in refused] == [f"cases.x.{where}"]


def test_an_answer_that_does_not_fit_stands_where_it_was_given() -> None:
    """In the case, or in what all cases share."""
    case = {"id": "x", "situation": "……", "guards": "……", "track": "settlement", "on": ON}
    case |= {"total": 0, "facts": {"education": "wise"}}
    tables = {"all_no": {"veteran": 5}, "cases": [case]}
    refused = problems_of(lambda: read_golden_cases(tables, FACTS, "x.toml"))
    assert [(fault.file, fault.where) for fault in refused] == [
        ("x.toml", "all_no.veteran"),
        ("x.toml", "cases.x.facts.education"),
    ]


def test_ids_are_unique() -> None:
    """No two cases of an edition have the same id."""
    ids = [(case.standard, case.id) for case in CASES]
    assert sorted(set(ids)) == sorted(ids)


def test_each_case_guards_a_boundary_of_its_own() -> None:
    """No two cases of an edition guard the same boundary."""
    guards = [(case.standard, case.case.guards) for case in CASES]
    assert sorted(set(guards)) == sorted(guards)


@pytest.mark.parametrize("standard_id", sorted({case.standard for case in CASES}))
def test_every_row_gives_points_in_some_case(standard_id: str) -> None:
    """Each row of an edition that has cases is worked out in one of them; members in groups."""
    standard = editions().get(standard_id)
    grouped = {member.id for item in standard.items for member in item.members}
    worked_out = {
        item
        for case in CASES
        if case.standard == standard_id
        for item, points in case.case.lines.items()
        if points.is_exact and points != ZERO
    }
    assert {item.id for item in standard.items} - grouped - worked_out == set()
