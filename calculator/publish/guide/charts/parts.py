"""The composition of points: how far each row of a standard reaches."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from calculator.answers.situation import Situation
from calculator.publish.guide.charts.rows import GAP, LEFT, RIGHT, Bar, ReachBar, along, below
from calculator.publish.guide.fragment import fragment
from calculator.rules.unpublished import Unpublished
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
    ends = [_size(end) for each in reaches.values() for end in (each.low, each.high)]
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
    if isinstance(item.shape, Unpublished):
        return "分值未公布"
    only = "" if set(item.tracks) == set(standard.tracks) else _only(item, standard)
    ways = sorted({_far(each, standard) for each in item.alternatives or (item,)})
    if _size(ways[-1]) == INFINITY:
        return f"{'扣分不设或未见下限' if item.part == 'deduction' else '不设或未见上限'}{only}"
    most = " 或 ".join(map(format_points, ways))
    return f"{'至' if item.part == 'deduction' else '最多'} {most}{only}"


def _only(item: Item, standard: Standard) -> str:
    return f"，限{'、'.join(standard.tracks[track].plain for track in item.tracks)}"


def _far(item: Item, standard: Standard) -> Bound:
    points = item.points(Situation({}, standard.passport.checked_on))
    return points.low if item.part == "deduction" else points.high


def _size(points: Bound) -> float:
    return abs(float(points))


def _reach_bars(item: Item, points: Interval, scale: float, standard: Standard) -> Iterator[Bar]:
    if isinstance(item.shape, Unpublished):
        yield Bar("none", LEFT, RIGHT)
        return
    sizes = sorted(_size(_far(each, standard)) for each in item.alternatives or (item,))
    ends = [RIGHT if each == INFINITY else along(each, scale) for each in sizes]
    if max(_size(points.low), _size(points.high)) == INFINITY:
        yield Bar("open", LEFT, RIGHT)
        return
    yield Bar("solid", LEFT, ends[0])
    if ends[-1] > ends[0]:
        yield Bar("hatched", ends[0], ends[-1])


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
        shown = "不设或未见下限" if points.high == 0 else "不设或未见上限"
    else:
        shown = f"{'至' if points.high == 0 else '最多'} {format_points(far)}"
    return f"{shown}，另 {also}" if also else shown
