"""The calendar: on every day each track is ruled by exactly one edition, or the gap is stated."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from calculator.reading.problems import InputError
from calculator.standard.in_force import in_force
from tests.support import editions

FIRST, LAST = date(2016, 1, 1), date(2027, 12, 31)
TRACKS = sorted({track for standard in editions().standards.values() for track in standard.tracks})


def days(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Every day from the first to the last, both inside."""
    return (first + timedelta(days=count) for count in range((last - first).days + 1))


def ruling(track: str, on: date) -> str | None:
    """The one edition that rules the track on the day; None in a gap. More than one fails."""
    found = [edition.id for edition in editions().ruling(track, on)]
    assert len(found) <= 1, f"{track} {on}: {found}"
    return found[0] if found else None


def periods(track: str) -> list[tuple[str | None, date, date]]:
    """Who rules the track over the whole calendar: stretches of days with one answer."""
    found: list[tuple[str | None, date, date]] = []
    for on in days():
        name = ruling(track, on)
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1], on)
        else:
            found.append((name, on, on))
    return found


def test_every_track_of_any_edition_is_in_the_calendar() -> None:
    """The tracks are those that the proof is about."""
    assert TRACKS == ["medical", "schooling", "settlement"]


@pytest.mark.parametrize("track", TRACKS)
def test_each_day_has_one_edition_or_a_stated_gap(track: str) -> None:
    """No day is ruled twice, and of a day that no edition rules something is said."""
    for on in days():
        if ruling(track, on) is None:
            assert editions().gap(track, on), f"{track} {on}"


@pytest.mark.parametrize(
    ("track", "expected"),
    [
        (
            "settlement",
            [
                (None, date(2016, 1, 1), date(2016, 1, 14)),
                ("suzhou-2016", date(2016, 1, 15), date(2020, 12, 31)),
                ("suzhou-2021", date(2021, 1, 1), date(2023, 3, 31)),
                ("suzhou-2023-settlement", date(2023, 4, 1), date(2027, 3, 31)),
                (None, date(2027, 4, 1), date(2027, 12, 31)),
            ],
        ),
        (
            "schooling",
            [
                (None, date(2016, 1, 1), date(2016, 1, 14)),
                ("suzhou-2016", date(2016, 1, 15), date(2020, 12, 31)),
                ("suzhou-2021", date(2021, 1, 1), date(2022, 12, 31)),
                (None, date(2023, 1, 1), date(2023, 12, 31)),
                ("suzhou-2024-schooling", date(2024, 1, 1), date(2025, 12, 31)),
                (None, date(2026, 1, 1), date(2027, 12, 31)),
            ],
        ),
        (
            "medical",
            [
                (None, date(2016, 1, 1), date(2016, 1, 14)),
                ("suzhou-2016", date(2016, 1, 15), date(2020, 12, 31)),
                ("suzhou-2021", date(2021, 1, 1), date(2023, 8, 20)),
                (None, date(2023, 8, 21), date(2027, 12, 31)),
            ],
        ),
    ],
)
def test_calendar_of_a_track(track: str, expected: list[tuple[str | None, date, date]]) -> None:
    """The whole calendar of a track, stretch by stretch."""
    assert periods(track) == expected


@pytest.mark.parametrize(
    ("track", "last_day", "before", "after"),
    [
        *((track, date(2016, 1, 14), None, "suzhou-2016") for track in TRACKS),
        *((track, date(2020, 12, 31), "suzhou-2016", "suzhou-2021") for track in TRACKS),
        ("settlement", date(2023, 3, 31), "suzhou-2021", "suzhou-2023-settlement"),
        ("schooling", date(2023, 3, 31), None, None),
        ("medical", date(2023, 3, 31), "suzhou-2021", "suzhou-2021"),
        ("schooling", date(2022, 12, 31), "suzhou-2021", None),
        ("settlement", date(2022, 12, 31), "suzhou-2021", "suzhou-2021"),
        ("schooling", date(2023, 12, 31), None, "suzhou-2024-schooling"),
        ("schooling", date(2025, 12, 31), "suzhou-2024-schooling", None),
        ("settlement", date(2027, 3, 31), "suzhou-2023-settlement", None),
        ("medical", date(2023, 8, 20), "suzhou-2021", None),
    ],
)
def test_switch_of_a_day(track: str, last_day: date, before: str | None, after: str | None) -> None:
    """One day still, the next day no longer."""
    assert ruling(track, last_day) == before
    assert ruling(track, last_day + timedelta(days=1)) == after


@pytest.mark.parametrize(
    ("track", "on", "said"),
    [
        ("settlement", date(2016, 1, 14), "公开来源中最早的一版还没有施行"),
        ("schooling", date(2023, 1, 1), "没有写明 2023 年的入学按哪一版计分"),
        ("schooling", date(2023, 12, 31), "没有写明 2023 年的入学按哪一版计分"),
        ("schooling", date(2026, 1, 1), "苏教规〔2025〕1号"),
        ("medical", date(2023, 8, 21), "2024 年以来见到的办法都不看积分"),
        ("settlement", date(2027, 4, 1), "到 2027 年 3 月 31 日"),
    ],
)
def test_gap_says_what_is_known_of_it(track: str, on: date, said: str) -> None:
    """The sentence is that of the edition that ended last, and the refusal holds it."""
    known = editions()
    assert said in known.gap(track, on)
    with pytest.raises(InputError, match=said):
        in_force(known, track, on)


def test_medical_ends_with_the_last_season_seen() -> None:
    """What was seen in use until a day is not carried on beyond it; the gap says what is known."""
    assert ruling("medical", date(2026, 11, 25)) is None
    assert "都不看积分" in editions().gap("medical", date(2026, 11, 25))
