"""Application windows against every day from 2016 to 2028, read from the TOML as it stands.

Each edition is told only of the days on which it is known to rule: nothing is promised after them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, TypeAlias

import pytest

from calculator.reading.toml_file import read_toml
from calculator.standard.loading import STANDARDS
from calculator.standard.openings import openings_on
from tests.support import editions

FILES: Final = {
    table["id"]: table
    for path in sorted((STANDARDS / "suzhou").glob("2*.toml"))
    for table in [read_toml(path)]
}
DAY: Final = timedelta(1)
FIRST, LAST = date(2016, 1, 1), date(2028, 12, 31)
RULED: Final = {
    ("suzhou-2016", "settlement"): (date(2016, 1, 15), date(2020, 12, 31)),
    ("suzhou-2016", "schooling"): (date(2016, 1, 15), date(2020, 12, 31)),
    ("suzhou-2016", "medical"): (date(2016, 1, 15), date(2020, 12, 31)),
    ("suzhou-2021", "settlement"): (date(2021, 1, 1), date(2023, 3, 31)),
    ("suzhou-2021", "schooling"): (date(2021, 1, 1), date(2022, 12, 31)),
    ("suzhou-2021", "medical"): (date(2021, 1, 1), date(2023, 8, 20)),
    ("suzhou-2023-settlement", "settlement"): (date(2023, 4, 1), date(2027, 3, 31)),
    ("suzhou-2024-schooling", "schooling"): (date(2024, 1, 1), date(2025, 12, 31)),
}
"""The first and the last day on which each edition is known to rule, worked out by hand."""

Stands: TypeAlias = tuple[bool | None, int | None]
"""Open, closed, or not known; and the days to the last or the first day."""


def every_day(first: date, last: date) -> Iterator[date]:
    """All days, both ends inside."""
    return (first + DAY * number for number in range((last - first).days + 1))


def open_days(edition: str, track: str) -> dict[date, bool]:
    """The days on which one may apply, those after an unknown first day being False."""
    found: dict[date, bool] = {}
    for table in FILES[edition].get("windows", []):
        if table["kind"] == "apply" and track in table.get("tracks", [track]):
            for day in every_day(*RULED[edition, track]):
                if _is_inside(table, day):
                    found[day] = table["from"] != "not seen"
    return found


def _is_inside(table: dict[str, Any], day: date) -> bool:
    days = table.get("in_force", {})
    first, last = days.get("from", "not seen"), days.get("until", "not seen")
    if (first != "not seen" and day < first) or (last != "not seen" and last < day):
        return False
    begins = "01-01" if table["from"] == "not seen" else table["from"]
    return bool(begins <= f"{day:%m-%d}" <= table["until"])


@cache
def stands(edition: str, track: str) -> dict[date, Stands]:
    """How it stands on each day, by walking back from the last; not where it never opens again."""
    opens = open_days(edition, track)
    found: dict[date, Stands] = {}
    coming: Stands | None = None  # how it stands on the day after
    for on in reversed(list(every_day(FIRST, LAST))):
        if on in opens:
            left = coming[1] if coming and on + DAY in opens else None
            coming = opens[on] or None, 0 if left is None else left + 1
        elif coming:
            days = coming[1] if coming[0] is False else 0 if opens[on + DAY] else None
            coming = False, None if days is None else days + 1
        if coming:
            found[on] = coming
    return found


@pytest.mark.parametrize(("edition", "track"), RULED)
def test_windows_are_those_of_every_single_day(edition: str, track: str) -> None:
    """Open or not, and how many days are left; none is left after the edition's last day."""
    opens, expected = open_days(edition, track), stands(edition, track)
    first, last = RULED[edition, track]
    for on in every_day(FIRST, LAST):
        found = openings_on(editions(), editions().get(edition), track, on)
        if not first <= on <= last:
            assert found is None, on
            continue
        assert found is not None, on
        own = found.own and (found.own.open, found.own.days)
        assert own == expected.get(on), on
        ends = (edition, track) in CUT and set(every_day(on, last)) <= opens.keys()
        assert found.cut is ends, on


CUT: Final = {("suzhou-2021", "settlement"), ("suzhou-2023-settlement", "settlement")}
"""Of these the window is open on the edition's last day, and would not have closed on it."""

FOLLOWED: Final = {
    ("suzhou-2016", "settlement"): "suzhou-2021",
    ("suzhou-2016", "schooling"): "suzhou-2021",
    ("suzhou-2016", "medical"): "suzhou-2021",
    ("suzhou-2021", "settlement"): "suzhou-2023-settlement",
}
"""The edition that follows, where it is known and says when one may apply."""


@pytest.mark.parametrize(("edition", "track"), RULED)
def test_what_follows_is_the_successors_first_window(edition: str, track: str) -> None:
    """Its first day, and how many days there are to it; of others nothing is told."""
    follower = FOLLOWED.get((edition, track))
    for on in every_day(*RULED[edition, track]):
        found = openings_on(editions(), editions().get(edition), track, on)
        assert found is not None
        if follower is None:
            assert found.successor is None, on
            continue
        assert found.successor is not None, on
        standard, first, opening = found.successor
        assert (standard.id, first) == (follower, RULED[follower, track][0])
        assert (opening.open, opening.days) == stands(follower, track)[on], on
