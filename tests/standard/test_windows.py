"""Windows: when to apply, deadlines and periods."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading.problems import InputError, Problem
from calculator.reading.table import Table
from calculator.standard.windows import MonthDay, Opening, Window, read_windows, window_on
from tests.support import PASSPORT, SOURCES, problems_of

TRACKS = ("settlement", "schooling")
WINDOW = PASSPORT | {
    "id": "apply",
    "kind": "apply",
    "label": "提出申请",
    "text": "每年 6 月 1 日至 8 月 31 日。",
    "from": "06-01",
    "until": "08-31",
}
UNDATED: dict[str, object] = {"kind": "publish", "from": None, "until": None}
KINDS_TOLD = "其中之一：apply、sign、publish、publicity、objection、complete、score"
LENGTH = UNDATED | {"kind": "complete", "days": 60, "working": False}


def windows(*tables: Mapping[str, object]) -> tuple[Window, ...]:
    """``WINDOW`` once for each table of changes; None leaves a key out."""
    problems: list[Problem] = []
    merged = [WINDOW | dict(table) for table in tables]
    listed = [{k: v for k, v in entry.items() if v is not None} for entry in merged]
    root = Table({"windows": listed}, "", problems)
    found = read_windows(root, TRACKS, SOURCES)
    root.reject_unknown_keys()
    if problems:
        raise InputError(problems)
    return found


def opening(on: date, *tables: Mapping[str, object]) -> Opening | None:
    """How the settlement windows stand on the day."""
    return window_on(windows(*tables), "settlement", on)


def stands(on: date, *tables: Mapping[str, object]) -> tuple[bool | None, int | None] | None:
    """Open or not, and the days."""
    found = opening(on, *tables)
    return None if found is None else (found.open, found.days)


def faults(*tables: Mapping[str, object]) -> list[tuple[str, str]]:
    """Where, and what is expected there, of every fault of these windows."""
    return [(p.where, p.expected) for p in problems_of(lambda: windows(*tables))]


@pytest.mark.parametrize(
    ("on", "is_open", "days"),
    [
        (date(2016, 5, 31), False, 1),
        (date(2016, 6, 1), True, 91),
        (date(2016, 8, 30), True, 1),
        (date(2016, 8, 31), True, 0),
        (date(2016, 9, 1), False, 273),
        (date(2019, 9, 1), False, 274),
        (date(2016, 12, 31), False, 152),
    ],
)
def test_a_window_opens_and_closes(on: date, *, is_open: bool, days: int) -> None:
    """Both ends are inside; closed, the days count to the next opening."""
    assert stands(on, {}) == (is_open, days)


@pytest.mark.parametrize(
    ("on", "is_open", "days"),
    [
        (date(2016, 10, 31), False, 1),
        (date(2016, 11, 1), True, 119),
        (date(2016, 12, 31), True, 59),
        (date(2017, 1, 1), True, 58),
        (date(2017, 2, 28), True, 0),
        (date(2017, 3, 1), False, 245),
    ],
)
def test_a_window_may_run_over_the_turn_of_the_year(on: date, *, is_open: bool, days: int) -> None:
    """It ends in the year after the one in which it opened."""
    assert stands(on, {"from": "11-01", "until": "02-28"}) == (is_open, days)


@pytest.mark.parametrize(
    ("on", "is_open", "days"),
    [
        (date(2020, 2, 28), True, 1),
        (date(2020, 2, 29), True, 0),
        (date(2020, 3, 1), False, 306),
        (date(2021, 2, 28), True, 0),
        (date(2021, 3, 1), False, 306),
    ],
)
def test_a_window_until_29_february_ends_on_the_28th_in_common_years(
    on: date, *, is_open: bool, days: int
) -> None:
    """There is always a last day."""
    assert stands(on, {"from": "01-01", "until": "02-29"}) == (is_open, days)


@pytest.mark.parametrize(
    ("on", "is_open", "days"),
    [
        (date(2020, 2, 28), False, 1),
        (date(2020, 2, 29), True, 31),
        (date(2021, 2, 28), False, 1),
        (date(2021, 3, 1), True, 30),
    ],
)
def test_a_window_from_29_february_opens_on_1_march_in_common_years(
    on: date, *, is_open: bool, days: int
) -> None:
    """As a birthday does."""
    assert stands(on, {"from": "02-29", "until": "03-31"}) == (is_open, days)


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2000, date(2000, 2, 29), date(2000, 2, 29)),
        (1900, date(1900, 3, 1), date(1900, 2, 28)),
        (2100, date(2100, 3, 1), date(2100, 2, 28)),
        (2024, date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_29_february_follows_the_calendar(year: int, first: date, last: date) -> None:
    """Centuries too."""
    assert (MonthDay(2, 29).as_first(year), MonthDay(2, 29).as_last(year)) == (first, last)


@pytest.mark.parametrize(
    ("on", "is_open", "days"),
    [
        (date(2021, 1, 1), None, 211),
        (date(2021, 7, 31), None, 0),
        (date(2021, 8, 1), False, None),
        (date(2021, 12, 31), False, None),
    ],
)
def test_a_mere_deadline_does_not_say_whether_it_is_open(
    on: date,
    is_open: bool | None,  # noqa: FBT001 - a column of the table above
    days: int | None,
) -> None:
    """Where no source names the first day, only the days to the last one are known."""
    assert stands(on, {"from": "not seen", "until": "07-31"}) == (is_open, days)


@pytest.mark.parametrize("on", [date(2023, 1, 1), date(2023, 12, 31), date(2024, 2, 29)])
def test_a_window_of_the_whole_year_never_closes(on: date) -> None:
    """There is no last day to count to."""
    assert stands(on, {"from": "01-01", "until": "12-31"}) == (True, None)


DATED: tuple[dict[str, object], ...] = (
    {"in_force": {"from": "not seen", "until": date(2019, 12, 31)}},
    {
        "id": "apply_2020",
        "until": "09-10",
        "in_force": {"from": date(2020, 1, 1), "until": date(2020, 12, 31)},
    },
)


@pytest.mark.parametrize(
    ("on", "window", "days"),
    [
        (date(2019, 8, 31), "apply", 0),
        (date(2019, 9, 1), "apply_2020", 274),
        (date(2010, 6, 1), "apply", 91),
        (date(2020, 9, 10), "apply_2020", 0),
    ],
)
def test_a_window_of_one_year_takes_the_place_of_the_usual_one(
    on: date, window: str, days: int
) -> None:
    """The next opening may be another window's."""
    found = opening(on, *DATED)
    assert found is not None
    assert (found.window.id, found.days) == (window, days)


def test_after_the_last_day_in_force_there_is_no_window() -> None:
    """A gap is a gap."""
    assert opening(date(2020, 9, 11), *DATED) is None


def test_a_window_that_comes_into_force_later_is_waited_for() -> None:
    """However many years that takes."""
    days = {"from": date(2020, 7, 1), "until": "not seen"}
    assert stands(date(2016, 7, 1), {"in_force": days}) == (False, 1461)


def test_of_two_open_windows_the_longer_one_counts() -> None:
    """Who may still apply is not told that it is too late."""
    found = opening(date(2016, 7, 1), {}, {"id": "longer", "until": "09-30"})
    assert found is not None
    assert found.window.id == "longer"


@pytest.mark.parametrize("table", [{"tracks": ["schooling"]}, {"kind": "sign"}, UNDATED, LENGTH])
def test_other_tracks_and_kinds_do_not_open(table: dict[str, object]) -> None:
    """Only application windows of the track do."""
    assert opening(date(2016, 7, 1), table) is None


@pytest.mark.parametrize("on", [date.min, date.max])
@pytest.mark.parametrize("until", ["08-31", "02-29"])
def test_the_ends_of_the_calendar_do_no_harm(on: date, until: str) -> None:
    """No day that can be written fails."""
    found = opening(on, {"from": "11-01", "until": until})
    assert found is None or found.days is not None


def test_what_has_no_date_comes_at_no_time() -> None:
    """A length counts from an event that only the person knows."""
    assert list(windows(LENGTH)[0].times(date(2016, 7, 1))) == []


def test_a_length_keeps_its_days() -> None:
    """Sixty days, not working days."""
    window = windows(LENGTH)[0]
    assert (window.days, window.working, window.last) == (60, False, None)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"from": "6-1"}, ("windows.apply.from", '月和日，例如 "10-31"')),
        ({"until": "02-30"}, ("windows.apply.until", '月和日，例如 "10-31"')),
        ({"until": "not seen"}, ("windows.apply.until", '月和日，例如 "10-31"')),
        ({"until": None}, ("windows.apply.until", "一段不空的文字")),
        ({"kind": "party"}, ("windows.apply.kind", KINDS_TOLD)),
        ({"tracks": ["medical"]}, ("windows.apply.tracks", "其中之一：settlement、schooling")),
        ({"text": ""}, ("windows.apply.text", "一段不空的文字")),
        ({"days": 5, "working": True}, ("windows.apply.days", "days 与 from、until 两者写一种")),
        (
            LENGTH | {"working": None},
            ("windows.apply.working", "true（工作日）或 false（自然日）"),
        ),
        (LENGTH | {"days": 0}, ("windows.apply.days", "不小于 1 的整数")),
        (
            UNDATED | {"working": True},
            (
                "windows.apply.working",
                (
                    "其中之一：days、from、until、kind、id、tracks、in_force、label、text、sources、confidence、"
                    "checked_on、clause、figures_in_text"
                ),
            ),
        ),
        (
            UNDATED | {"kind": "apply"},
            (
                "windows.apply.from",
                'from 和 until，例如 "06-01"；没有来源写起始日的，from 写 "not seen"',
            ),
        ),
        ({"sources": ["c"]}, ("windows.apply.sources", "[sources] 中的来源：a、b")),
    ],
)
def test_a_fault_stands_at_its_key(changes: dict[str, object], fault: tuple[str, str]) -> None:
    """An officer is told where and what is expected."""
    assert faults(changes) == [fault]


def test_an_id_stands_once() -> None:
    """Two windows of one id would hide each other."""
    assert faults({}, {}) == [("windows.2.id", "未用过的 id（这一个上面已有）")]


_DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
_MONTH_DAYS = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda day: f"{day:%m-%d}")


@given(_DAYS, _MONTH_DAYS, _MONTH_DAYS)
def test_the_days_lead_to_the_turning_point(on: date, first: str, last: str) -> None:
    """On the last day it is still open and the day after closed; on the first day it opens."""
    found = opening(on, {"from": first, "until": last})
    if found is None or found.days is None:
        return
    then = on + timedelta(found.days)
    turned = stands(then, {"from": first, "until": last})
    assert turned is not None
    assert turned[0] is True
