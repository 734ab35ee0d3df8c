"""Who may apply, when, under which edition, and the past lines are as worked out by hand."""

import pytest

from tests.golden.procedure import Check, checks
from tests.support import editions

CHECKS = tuple(checks(editions()))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.standard}:{check.guards}")
def test_procedure_is_as_worked_out_by_hand(check: Check) -> None:
    """The program says what stands in the file."""
    assert check.found(editions()) == check.by_hand


def test_each_check_guards_a_boundary_of_its_own() -> None:
    """No two checks of an edition guard the same boundary."""
    guards = [(entry.standard, entry.guards) for entry in CHECKS]
    assert sorted(set(guards)) == sorted(guards)
