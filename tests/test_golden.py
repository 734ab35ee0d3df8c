"""The golden cases: the program gives what was worked out by hand."""

import pytest

from calculator.document import read_object
from calculator.editions import Editions
from calculator.facts import read_answers
from calculator.interval import ZERO, total
from calculator.scoring import Estimate, estimate
from calculator.toml_files import load_editions
from tests.golden import Case, cases

CASES = tuple(cases())


@pytest.fixture(scope="module")
def editions() -> Editions:
    """The editions of the product."""
    return load_editions()


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case.standard}:{case.id}")
def case(request: pytest.FixtureRequest) -> Case:
    """Each case in turn."""
    found: Case = request.param
    return found


@pytest.fixture(scope="module")
def result(case: Case, editions: Editions) -> Estimate:
    """The estimate of the case, its facts read like a user's file."""
    standard = editions.get(case.standard)
    answers = read_answers(read_object(case.facts), editions.known_to(standard), case.on)
    return estimate(standard, answers, case.track, case.on)


def test_each_line_is_the_sum_worked_out_by_hand(case: Case, result: Estimate) -> None:
    """Lines that the case names give its sums, all others nothing."""
    given = {line.item.id: line.points for line in result.lines}
    assert given == {**dict.fromkeys(given, ZERO), **case.lines}


def test_total_is_the_one_worked_out_by_hand(case: Case, result: Estimate) -> None:
    """The total is the case's total."""
    assert result.total == case.total


def test_sums_of_a_case_add_up_to_its_total(case: Case) -> None:
    """The case itself is added up correctly."""
    assert total(case.lines.values()) == case.total


def test_parts_hold_their_lines_and_make_the_total(case: Case, result: Estimate) -> None:
    """Each part is the sum of the case's lines in that part, and all parts make the total."""
    part_of = {item.id: item.part for item in result.standard.items}
    assert result.parts == {
        part: total(points for item, points in case.lines.items() if part_of[item] == part)
        for part in result.parts
    }
    assert total(result.parts.values()) == case.total


def test_items_without_a_figure_are_counted_as_the_case_says(case: Case, result: Estimate) -> None:
    """What is not counted, and what is counted by declared points, are those of the case."""
    assert set(result.not_counted) == set(case.not_counted)
    assert set(result.declared) == set(case.declared)


def test_ids_are_unique() -> None:
    """No two cases of an edition have the same id."""
    ids = [(case.standard, case.id) for case in CASES]
    assert sorted(set(ids)) == sorted(ids)


def test_each_case_guards_a_boundary_of_its_own() -> None:
    """No two cases of an edition guard the same boundary."""
    guards = [(case.standard, case.guards) for case in CASES]
    assert sorted(set(guards)) == sorted(guards)


@pytest.mark.parametrize("standard_id", sorted({case.standard for case in CASES}))
def test_every_row_gives_points_in_some_case(standard_id: str, editions: Editions) -> None:
    """Each row of an edition that has cases is worked out in one of them; members in groups."""
    standard = editions.get(standard_id)
    grouped = {member.id for item in standard.items for member in item.members}
    worked_out = {
        item
        for case in CASES
        if case.standard == standard_id
        for item, points in case.lines.items()
        if points.known and points != ZERO
    }
    assert {item.id for item in standard.items} - grouped - worked_out == set()
