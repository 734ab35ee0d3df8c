"""Charts drawn at build from the standards, as SVG, the same figures in a table behind each.

Rows one below the other, in a view as narrow as a small phone, where text keeps its size.
What has no date, no end or no figure is written beside or left open, never placed.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from calculator.cutoffs import Cutoff
from calculator.interval import INFINITY, ZERO, Interval, total
from calculator.item import PARTS, Item
from calculator.number import Bound
from calculator.passport import CONFIDENCE
from calculator.publish.fragment import fragment
from calculator.rules.shape import Case, scored
from calculator.rules.unpublished import Unpublished
from calculator.standard import Standard, Track
from calculator.windows import MonthDay, Window
from calculator.words import points_short

LEFT: Final = 2  # of the plot, in units of the view, which is 320 wide
RIGHT: Final = 318
GLYPH: Final = 13.5  # the width of a Chinese character, as charts.css sets it
ROW: Final = 46  # a line of text and its bar
HEAD: Final = 34  # a heading among the rows
TOP: Final = 20  # what the axis takes
GAP: Final = 10  # before the next heading


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn in a row, from ``start`` to ``end`` across the view; equal for a mark.

    ``kind``: solid (certain) · hatched (in doubt) · range (one figure, on which sources differ) ·
    open (no end: an arrow) · until (a last day whose first was not seen) · mark (one day or one
    figure; ``mark once`` from a single source) · none (nothing can be drawn).
    """

    kind: str
    start: float = LEFT
    end: float = LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row at ``top``; a heading has no bars."""

    top: float
    label: str
    value: str
    bars: tuple[Bar, ...] = ()
    kind: str = ""

    @property
    def drop(self) -> int:
        """How far its value and bars move down, where label and value need a line each."""
        return 0 if _wide(self.label) + _wide(self.value) + GLYPH <= RIGHT - LEFT else 18

    @property
    def height(self) -> int:
        """From its top to the next row's."""
        return (ROW if self.bars else HEAD) + self.drop


def _wide(text: str) -> float:
    """About how wide a text is drawn."""
    return sum(GLYPH if each > "⺀" else GLYPH * 0.58 for each in text)


def _below(rows: Sequence[Row], start: float = 0) -> float:
    """Where the row after these begins."""
    return rows[-1].top + rows[-1].height if rows else start


# ---------------------------------------------------------------- the year


def chart_year(standard: Standard, track_id: str) -> Markup:
    """The year of a track: applications, deadlines, publicity; what has no date stands beside."""
    track = standard.tracks[track_id]
    windows = [each for each in standard.windows if track_id in each.tracks]
    dated = sorted((each for each in windows if each.last), key=_first_day)
    rows: list[Row] = []
    for window in dated:
        rows.append(_year_row(window, _below(rows, TOP)))
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
        others=[each for each in windows if not each.last],
        months=[(month, _across(MonthDay(month, 1))) for month in range(1, 13)],
        height=_below(rows, TOP) + 4,
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
    first, last = (day.year for day in window.in_force)
    if (first, last) == (1, 9999):
        return ""
    if first == last:
        return f"{first} 年"
    return f"{last} 年以前" if first == 1 else f"{first} 年起"


def _first_day(window: Window) -> tuple[MonthDay, MonthDay]:
    last = window.last or MonthDay(12, 31)
    return window.first or last, last


def _year_row(window: Window, top: float) -> Row:
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
    return Row(top, label, days_of(window), bars, window.kind)


def _across(day: MonthDay, *, end: bool = False) -> float:
    """Where a day begins (or ends) across a common year of twelve equal months."""
    days = monthrange(2001, day.month)[1]
    into = min(day.day - (not end), days) / days
    return round(LEFT + (RIGHT - LEFT) * (day.month - 1 + into) / 12, 1)


def _said_of_year(windows: Sequence[Window], track: Track) -> str:
    said = "；".join(f"{each.label}：{days_of(each)}" for each in windows)
    return f"{track.label}一年中的时间。{said}。"


# ---------------------------------------------------------------- the composition of points


def chart_parts(standard: Standard) -> Markup:
    """How far each row of the standard reaches, part by part."""
    inside = {member.id for item in standard.items for member in item.members}
    items = [item for item in standard.items if item.id not in inside]
    reaches = {item.id: reach(item, standard) for item in items}
    ends = [_size(end) for each in reaches.values() for end in (each.low, each.high)]
    scale = max((end for end in ends if end != INFINITY), default=1)
    rows: list[Row] = []
    for part, label in PARTS.items():
        of_part = [item for item in items if item.part == part]
        if not of_part:
            continue
        top = _below(rows, -GAP) + GAP
        rows.append(Row(top, label, _sum_shown(of_part, reaches), kind=f"head {part}"))
        for item in of_part:
            bars = tuple(_reach_bars(item, reaches[item.id], scale, standard))
            rows.append(Row(_below(rows), item.label, reach_shown(item, standard), bars, part))
    return fragment(
        "chart_parts.html",
        id=f"parts-{standard.id}",
        standard=standard,
        said="；".join(f"{row.label} {row.value}" for row in rows if row.kind.startswith("head")),
        rows=rows,
        items=items,
        parts=PARTS,
        shown={item.id: reach_shown(item, standard) for item in items},
        height=_below(rows),
    )


def reach(item: Item, standard: Standard) -> Interval:
    """All the points that some answers to a row give."""
    return item.points(Case({}, standard.passport.checked_on))


def reach_shown(item: Item, standard: Standard) -> str:
    """The farthest that a row reaches, in words."""
    if isinstance(item.shape, Unpublished):
        return "分值未公布"
    only = "" if set(item.tracks) == set(standard.tracks) else _only(item, standard)
    ways = sorted({_far(each, standard) for each in item.alternatives or (item,)})
    if _size(ways[-1]) == INFINITY:
        return f"{'扣分没有见到下限' if item.part == 'deduction' else '没有见到上限'}{only}"
    return f"{'至' if item.part == 'deduction' else '最多'} {' 或 '.join(map(scored, ways))}{only}"


def _only(item: Item, standard: Standard) -> str:
    return f"，限{'、'.join(standard.tracks[track].plain for track in item.tracks)}"


def _far(item: Item, standard: Standard) -> Bound:
    points = item.points(Case({}, standard.passport.checked_on))
    return points.low if item.part == "deduction" else points.high


def _size(points: Bound) -> float:
    return abs(float(points))


def _reach_bars(item: Item, points: Interval, scale: float, standard: Standard) -> Iterator[Bar]:
    if isinstance(item.shape, Unpublished):
        yield Bar("none", LEFT, RIGHT)
        return
    sizes = sorted(_size(_far(each, standard)) for each in item.alternatives or (item,))
    ends = [RIGHT if each == INFINITY else _along(each, scale) for each in sizes]
    if max(_size(points.low), _size(points.high)) == INFINITY:
        yield Bar("open", LEFT, RIGHT)
        return
    yield Bar("solid", LEFT, ends[0])
    if ends[-1] > ends[0]:
        yield Bar("hatched", ends[0], ends[-1])


def _along(points: float, scale: float) -> float:
    return round(LEFT + (RIGHT - LEFT) * points / scale, 1)


def _sum_shown(items: Sequence[Item], reaches: dict[str, Interval]) -> str:
    """What a part reaches in all, and what no sum can hold."""
    published = [item for item in items if not isinstance(item.shape, Unpublished)]
    left = len(items) - len(published)
    also = f"{left} 项未公布" if left else ""
    if not published:
        return also
    points = total([ZERO, *(reaches[item.id] for item in published)])
    far = points.low if points.high == 0 else points.high
    if _size(far) == INFINITY:
        shown = "没有见到下限" if points.high == 0 else "没有见到上限"
    else:
        shown = f"{'至' if points.high == 0 else '最多'} {scored(far)}"
    return f"{shown}，另 {also}" if also else shown


# ---------------------------------------------------------------- past lines


def chart_cutoffs(standards: Iterable[Standard], track_id: str) -> Markup:
    """The past lines of a track, edition by edition; lines of one edition say nothing of another.

    Nothing connects them. What sources dispute is a hatched range; a year that no source names is
    written so.
    """
    found = [
        (standard, [each for each in standard.cutoffs if each.track == track_id])
        for standard in standards
        if track_id in standard.tracks
    ]
    found = [(standard, lines) for standard, lines in found if lines]
    highest = max((float(line.points.high) for _, lines in found for line in lines), default=0)
    step = 200 if highest > 400 else 100
    scale = step * (int(highest // step) + 1)
    rows: list[Row] = []
    for standard, lines in found:
        rows.append(Row(_below(rows, TOP - GAP) + GAP, standard.edition, "", kind="head"))
        for line in lines:
            rows.append(_cutoff_row(line, _below(rows), scale))
    return fragment(
        "chart_cutoffs.html",
        id=f"cutoffs-{track_id}",
        label=found[-1][0].tracks[track_id].plain if found else "",
        found=found,
        rows=rows,
        year=year_shown,
        said="；".join(f"{row.label} {row.value}" for row in rows if row.value),
        ticks=[(points, _along(points, scale)) for points in range(0, scale + 1, step)],
        height=_below(rows, TOP),
    )


def year_shown(line: Cutoff) -> str:
    """The year of a line, or that no source names it."""
    if line.since:
        return f"{line.since.year} 年 {line.since.month} 月 {line.since.day} 日起"
    return f"{line.year} 年" if line.year else "年份未写明"


def _cutoff_row(line: Cutoff, top: float, scale: float) -> Row:
    low, high = (_along(float(end), scale) for end in (line.points.low, line.points.high))
    value = points_short(line.points)
    label = f"{year_shown(line)} {line.area}"
    if line.passport.confidence == "disputed":
        return Row(top, label, f"{value}，{CONFIDENCE['disputed']}", (Bar("range", low, high),))
    kind = "mark" if line.passport.confidence == "confirmed" else "mark once"
    return Row(top, label, value, (Bar(kind, low, high),))
