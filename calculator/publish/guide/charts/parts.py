"""The composition of points: how far each row of a standard reaches."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from calculator.answers.situation import Situation
from calculator.publish.guide.charts.rows import GAP, LEFT, RIGHT, Bar, ReachBar, along, below
from calculator.publish.guide.fragment import fragment
from calculator.standard.item import PARTS, Item
from calculator.standard.standard import Standard
from calculator.values.chinese import format_points
from calculator.values.interval import INFINITY, ZERO, Interval, total
from calculator.values.number import Bound


def chart_parts(standard: Standard) -> Markup:
    """How far each row of the standard reaches, part by part."""
    inside = {member.id for item in standard.items for member in item.members}
    items = [item for item in standard.items if item.id not in inside]
    reaches = {item.id: reach(item, standard) for item in items}
    ends = [_size(end) for points in reaches.values() for end in (points.low, points.high)]
    scale = max((end for end in ends if end != INFINITY), default=1)
    rows: list[ReachBar] = []
    for part, label in PARTS.items():
        of_part = [item for item in items if item.part == part]
        if not of_part:
            continue
        top = below(rows, -GAP) + GAP
        rows.append(ReachBar(top, label, _sum_shown(of_part, reaches), kind=f"head {part}"))
        for item in of_part:
            bars = tuple(_reach_bars(item, reaches[item.id], scale, standard))
            rows.append(ReachBar(below(rows), item.label, reach_shown(item, standard), bars, part))
    return fragment(
        "chart_parts.html",
        id=f"parts-{standard.id}",
        standard=standard,
        said="；".join(f"{row.label} {row.value}" for row in rows if row.kind.startswith("head")),
        rows=rows,
        items=items,
        parts=PARTS,
        shown={item.id: reach_shown(item, standard) for item in items},
        height=below(rows),
    )


def reach(item: Item, standard: Standard) -> Interval:
    """All the points that some answers to a row give."""
    return item.points(Situation({}, standard.passport.checked_on))


def reach_shown(item: Item, standard: Standard) -> str:
    """The farthest that a row reaches, in words."""
    if item.declaration:
        return "分值未公布"
    only = "" if set(item.tracks) == set(standard.tracks) else _only(item, standard)
    ends = sorted(set(_far_ends(item, standard)))
    if _size(ends[-1]) == INFINITY:
        return f"{'扣分不设或未见下限' if item.part == 'deduction' else '不设或未见上限'}{only}"
    most = " 或 ".join(map(format_points, ends))
    return f"{'至' if item.part == 'deduction' else '最多'} {most}{only}"


def _only(item: Item, standard: Standard) -> str:
    return f"，限{'、'.join(standard.tracks[track].plain for track in item.tracks)}"


def _far_ends(item: Item, standard: Standard) -> Iterator[Bound]:
    """The end farthest from 0 of what some answers give, for each version of the figures."""
    nothing_known = Situation({}, standard.passport.checked_on)
    for version in item.versions:
        points = version.points(nothing_known, item.met(nothing_known))
        yield points.low if item.part == "deduction" else points.high


def _size(points: Bound) -> float:
    return abs(float(points))


def _reach_bars(item: Item, points: Interval, scale: float, standard: Standard) -> Iterator[Bar]:
    if item.declaration:
        yield Bar("none", LEFT, RIGHT)
        return
    sizes = sorted(map(_size, _far_ends(item, standard)))
    ends = [RIGHT if size == INFINITY else along(size, scale) for size in sizes]
    if max(_size(points.low), _size(points.high)) == INFINITY:
        yield Bar("open", LEFT, RIGHT)
        return
    yield Bar("solid", LEFT, ends[0])
    if ends[-1] > ends[0]:
        yield Bar("hatched", ends[0], ends[-1])


def _sum_shown(items: Sequence[Item], reaches: dict[str, Interval]) -> str:
    """What a part reaches in all, and what no sum can hold."""
    published = [item for item in items if not item.declaration]
    left = len(items) - len(published)
    also = f"{left} 项未公布" if left else ""
    if not published:
        return also
    points = total([ZERO, *(reaches[item.id] for item in published)])
    far = points.low if points.high == 0 else points.high
    if _size(far) == INFINITY:
        shown = "不设或未见下限" if points.high == 0 else "不设或未见上限"
    else:
        shown = f"{'至' if points.high == 0 else '最多'} {format_points(far)}"
    return f"{shown}，另 {also}" if also else shown
