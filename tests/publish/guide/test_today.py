"""What holds today stands first on the guide's pages, with its day and its last day."""

from datetime import date

import pytest

from calculator.publish.guide.today import Today, today
from tests.support import editions


def said(track: str) -> Today:
    """What holds in Suzhou."""
    known = editions()
    return today(known.places["suzhou"], track, known)


def test_settlement_has_ways_an_edition_a_line_and_a_last_day() -> None:
    """Who owns a home may need no points; the line is the latest one."""
    found = said("settlement")
    assert [way.id for way in found.ways] == ["home", "talent", "county_cities"]
    assert found.ruling is not None
    assert found.ruling.id == "suzhou-2023-settlement"
    assert found.line == "200 分"
    assert found.until == date(2027, 3, 31)
    assert found.after.startswith("这一条只知道到 2027 年 3 月 31 日。")


@pytest.mark.parametrize(
    ("track", "last_seen"), [("schooling", "suzhou-2024-schooling"), ("medical", "suzhou-2021")]
)
def test_where_no_edition_rules_the_last_one_is_named(track: str, last_seen: str) -> None:
    """With what is known of the time since."""
    found = said(track)
    assert (found.ruling, found.until, found.line) == (None, None, "")
    assert found.last_seen is not None
    assert found.last_seen.id == last_seen
    assert found.gap
