"""Windows: when to apply, and the deadlines and periods that follow.

    [[windows]]
    id = "settlement_apply"
    kind = "apply"
    tracks = ["settlement"]     # not written: every track; in_force as in conditions
    label = "提出申请"
    text = "每年 1 月 1 日至 10 月 31 日……"
    from = "01-01"              # month and day, each year; "not seen" where only the end is known
    until = "10-31"

A length has ``days`` and ``working = true | false`` in place of ``from`` and ``until``; what no
source dates ("end of May") has its ``text`` only. 29 February is 28 February as a last day and
1 March as a first day of common years; a window may run over the turn of the year.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, NamedTuple

from calculator.reading.kinds import NOT_SEEN
from calculator.reading.table import Table
from calculator.standard.passport import Passport, Source, read_passport

KINDS: Final = {
    "apply": "申请",
    "sign": "签字确认",
    "publish": "公布",
    "publicity": "公示",
    "objection": "异议答复",
    "complete": "办理手续",
    "score": "积分",
}


class MonthDay(NamedTuple):
    """A day of every year."""

    month: int
    day: int

    def as_first(self, year: int) -> date:
        """The day on which something begins in that year.

        >>> MonthDay(2, 29).as_first(2023)
        datetime.date(2023, 3, 1)
        """
        return date(year, 3, 1) if self._missing(year) else date(year, self.month, self.day)

    def as_last(self, year: int) -> date:
        """The day on which something ends in that year.

        >>> MonthDay(2, 29).as_last(2023)
        datetime.date(2023, 2, 28)
        """
        return date(year, 2, 28) if self._missing(year) else date(year, self.month, self.day)

    def _missing(self, year: int) -> bool:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return (self.month, self.day) == (2, 29) and not leap


@dataclass(frozen=True, slots=True)
class Window:
    """One date or length of the procedure.

    ``first`` is None for a mere deadline; both ends are None for a length of ``days``, and all
    three for what only ``text`` tells.
    """

    id: str
    kind: str
    tracks: tuple[str, ...]
    in_force: tuple[date, date]
    label: str
    text: str
    first: MonthDay | None
    last: MonthDay | None
    days: int | None
    working: bool
    passport: Passport

    @property
    def all_year(self) -> bool:
        """Whether it never closes."""
        return (self.first, self.last) == (MonthDay(1, 1), MonthDay(12, 31))

    def times(self, on: date) -> Iterator[tuple[date, date]]:
        """First and last day each time around the day, or around the first one in force."""
        if self.last is None:
            return
        around = max(on.year, self.in_force[0].year)
        for year in range(max(MINYEAR, around - 1), min(MAXYEAR - 1, around + 1) + 1):
            first = self.first or MonthDay(1, 1)
            start = max(first.as_first(year), self.in_force[0])
            end = min(self.last.as_last(year + (self.last < first)), self.in_force[1])
            if start <= end:
                yield start, end


@dataclass(frozen=True, slots=True)
class Opening:
    """How an application window stands on a day.

    ``open`` is None where only its last day is known. ``days`` counts to the last day while it is
    or may be open (0 on that day; None where it never closes), and to the first day while it is
    closed (None where no source says).
    """

    window: Window
    open: bool | None
    days: int | None


def window_on(windows: Iterable[Window], track: str, on: date) -> Opening | None:
    """The application window of the track that is open, or else the next one; None without any.

    Whether the edition still rules the track on that day is for the caller to ask: ``clip`` leaves
    of its windows what it rules.
    """
    own = [window for window in windows if window.kind == "apply" and track in window.tracks]
    times = [(start, end, window) for window in own for start, end in window.times(on)]
    running = [
        # One that never closes goes on over the turn of the year.
        (window.in_force[1] if window.all_year else end, window)
        for start, end, window in times
        if start <= on <= end
    ]
    if running:
        end, window = max(running, key=lambda ending: ending[0])
        certain = True if window.first else None
        return Opening(window, certain, None if end == date.max else (end - on).days)
    coming = [(start, window) for start, _, window in times if start > on]
    if not coming:
        return None
    dated = [(start, window) for start, window in coming if window.first]
    if not dated:
        return Opening(coming[0][1], open=False, days=None)
    start, window = min(dated, key=lambda beginning: beginning[0])
    return Opening(window, open=False, days=(start - on).days)


def clip(windows: Iterable[Window], period: tuple[date, date]) -> tuple[Window, ...]:
    """The windows as far as they lie in a period, both ends of which are inside."""
    first, last = period
    return tuple(
        replace(window, in_force=(max(first, window.in_force[0]), min(last, window.in_force[1])))
        for window in windows
    )


def read_windows(
    root: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> tuple[Window, ...]:
    """The windows of a standard's ``[[windows]]``, in their order; faults go to ``root``."""
    found: dict[str, Window] = {}
    for table in root.listed("windows"):
        window = _read(table, tracks, sources)
        if window.id in found:
            table.fault("id", window.id, "未用过的 id（这一个上面已有）")
        found[window.id] = window
    return tuple(found.values())


def _read(table: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]) -> Window:
    length = table.get("days") is not None
    dated = table.get("from") is not None or table.get("until") is not None
    _check(table, length=length, dated=dated)
    window = Window(
        id=table.text("id"),
        kind=table.one_of("kind", tuple(KINDS)),
        tracks=table.some_of("tracks", tracks) or tracks,
        in_force=table.period("in_force"),
        label=table.text("label"),
        text=table.text("text"),
        first=_first(table),
        last=_month_day(table, "until", table.text("until")) if dated else None,
        days=table.whole("days", least=1) if length else None,
        working=table.flag("working") if length else False,
        passport=read_passport(table, sources),
    )
    table.reject_unknown_keys()
    return window


def _check(table: Table, *, length: bool, dated: bool) -> None:
    if length and dated:
        table.fault("days", table.get("days"), "days 与 from、until 两者写一种")
    if length and table.get("working") is None:
        table.missing("working", "true（工作日）或 false（自然日）")
    if table.get("kind") == "apply" and not dated:
        expected = f'from 和 until，例如 "06-01"；没有来源写起始日的，from 写 "{NOT_SEEN}"'
        table.missing("from", expected)


def _first(table: Table) -> MonthDay | None:
    written = table.text_or_not_seen("from", NOT_SEEN)
    return None if written is None else _month_day(table, "from", written)


def _month_day(table: Table, key: str, text: str) -> MonthDay | None:
    if not text:
        return None  # its fault is noted already
    if re.fullmatch(r"[0-9]{2}-[0-9]{2}", text, re.ASCII):
        try:
            day = date.fromisoformat(f"2000-{text}")  # a leap year
            return MonthDay(day.month, day.day)
        except ValueError:
            pass
    table.fault(key, text, '月和日，例如 "10-31"')
    return None
