"""Families, coming days, next steps and windows are as worked out by hand."""

import pytest

from tests.golden.procedure import Check
from tests.golden.verdicts import verdicts
from tests.support import editions

CHECKS = tuple(verdicts(editions()))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.standard}:{check.guards}")
def test_verdict_is_as_worked_out_by_hand(check: Check) -> None:
    """The program says what stands in the file."""
    assert check.found(editions()) == check.by_hand


def test_each_verdict_guards_a_boundary_of_its_own() -> None:
    """No two of an edition guard the same boundary."""
    guards = [(check.standard, check.guards) for check in CHECKS]
    assert sorted(set(guards)) == sorted(guards)
