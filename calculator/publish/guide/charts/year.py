"""The year of a track: when to apply, deadlines, publicity."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from calculator.publish.guide.charts.rows import LEFT, RIGHT, TOP, Bar, ReachBar, below
from calculator.publish.guide.fragment import fragment
from calculator.standard.standard import Standard, Track
from calculator.standard.windows import MonthDay, Window


def chart_year(standard: Standard, track_id: str) -> Markup:
    """The year of a track: applications, deadlines, publicity; what has no date stands beside."""
    track = standard.tracks[track_id]
    windows = [window for window in standard.windows if track_id in window.tracks]
    dated = sorted((window for window in windows if window.last), key=_first_day)
    rows: list[ReachBar] = []
    for window in dated:
        rows.append(_year_row(window, below(rows, TOP)))
    return fragment(
        "chart_year.html",
        id=f"year-{standard.id}-{track_id}",
        standard=standard,
        track=track,
        said=_said_of_year(dated, track),
        rows=rows,
        windows=dated,
        days=days_of,
        years=lambda window: f"（{years_of(window)}）" if years_of(window) else "",
        others=[window for window in windows if not window.last],
        months=[(month, _across(MonthDay(month, 1))) for month in range(1, 13)],
        height=below(rows, TOP) + 4,
    )


def days_of(window: Window) -> str:
    """The days of a window in words."""
    if window.last is None:
        return ""
    last = f"{window.last.month} 月 {window.last.day} 日"
    if window.first is None:
        return f"{last}以前"
    if window.first == window.last:
        return last
    return "全年" if window.all_year else f"{window.first.month} 月 {window.first.day} 日–{last}"


def years_of(window: Window) -> str:
    """For which years a window holds, where not for all."""
    first, last = window.in_force
    if (first, last) == (date.min, date.max):
        return ""
    since = f"{first.year} 年" if (first.month, first.day) == (1, 1) else first.isoformat()
    until = f"{last.year} 年" if (last.month, last.day) == (12, 31) else last.isoformat()
    if since == until:
        return since
    if first == date.min:
        return f"{until}及以前"
    return f"{since}起" if last == date.max else f"{since}至 {until}"


def _first_day(window: Window) -> tuple[MonthDay, MonthDay]:
    last = window.last or MonthDay(12, 31)
    return window.first or last, last


def _year_row(window: Window, top: float) -> ReachBar:
    years = years_of(window)
    first, last = window.first, window.last or MonthDay(12, 31)
    kind = "hatched" if window.passport.confidence in ("disputed", "inferred") else "solid"
    bars: tuple[Bar, ...]
    if first is None:
        at = _across(last, end=True)
        bars = (Bar("until", max(LEFT, at - 30), at), Bar("mark", at, at))
    elif last < first:
        bars = (
            Bar(kind, LEFT, _across(last, end=True)),
            Bar(kind, _across(first), RIGHT),
        )
    else:
        bars = (Bar(kind, _across(first), _across(last, end=True)),)
    label = f"{window.label}（{years}）" if years else window.label
    return ReachBar(top, label, days_of(window), bars, window.kind)


def _across(day: MonthDay, *, end: bool = False) -> float:
    """Where a day begins (or ends) across a common year of twelve equal months."""
    days = monthrange(2001, day.month)[1]
    into = min(day.day - (not end), days) / days
    return round(LEFT + (RIGHT - LEFT) * (day.month - 1 + into) / 12, 1)


def _said_of_year(windows: Sequence[Window], track: Track) -> str:
    said = "；".join(f"{window.label}：{days_of(window)}" for window in windows)
    return f"{track.label}一年中的时间。{said}。"
