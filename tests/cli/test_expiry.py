"""What ``check`` warns of: the last known day of what holds today, sixty days before."""

from datetime import date, timedelta

import pytest

from calculator.cli.check.expiry import expiring
from calculator.cli.exit_codes import DONE
from tests.cli.commands import called
from tests.support import editions

LAST = date(2027, 3, 31)
"""Of the edition that rules settlement."""


@pytest.mark.parametrize(("before", "warned"), [(61, 0), (60, 1), (0, 1), (-1, 0)])
def test_an_officer_is_warned_sixty_days_before(before: int, warned: int) -> None:
    """From then until the day itself; afterwards the pages say so."""
    told = list(expiring(editions(), LAST - timedelta(days=before)))
    assert sum("2023-settlement.toml tracks.settlement.in_force" in line for line in told) == warned


def test_a_season_that_was_seen_is_warned_of_too() -> None:
    """The ways to insure a child were seen for the season of 2025."""
    told = list(expiring(editions(), date(2025, 12, 1)))
    assert any("ways.insured_through_school" in line and "还有 30 天" in line for line in told)


def test_nothing_is_said_beyond_the_calendar() -> None:
    """A day near the end of the calendar is no fault."""
    assert list(expiring(editions(), date.max - timedelta(days=1))) == []


def test_a_warning_changes_no_exit_code(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands on stderr."""
    monkeypatch.setattr("calculator.cli.check.command.parse_day_option", lambda _: LAST)
    ran = called(capsys, "check")
    assert (ran.code, "还有 0 天" in ran.err) == (DONE, True)
