"""How a benefit is had on a day: ways without points first, then by points, then what is open."""

from collections.abc import Iterable, Iterator
from datetime import date

from calculator.standard.cutoffs import latest_cutoff
from calculator.standard.editions import Editions
from calculator.standard.place import Place
from calculator.standard.standard import Standard
from calculator.standard.ways import Way
from calculator.standard.windows import Window
from calculator.text.edition import full_title
from calculator.values.chinese import format_day, format_interval


def report_ways(place: Place, track: str, editions: Editions, on: date) -> str:
    """The ways to one benefit of a place on a day: by points or not, who, when, with what."""
    plain = place.tracks[track].plain
    lines = [f"{place.name}，{plain}，{format_day(on)}"]
    for way in place.ways.on(track, on):
        lines += ["", f"不用积分：{way.title}", *(f"  {line}" for line in _about_way(way, on))]
    ruling = editions.ruling(track, on)
    for standard in ruling:
        lines += ["", f"按积分：{full_title(standard)}"]
        lines += [f"  {line}" for line in _about_edition(standard, track, on)]
    if not ruling:
        lines += ["", f"按积分：这一天没有见到适用的版本。{editions.gap(track, on)}"]
    return "\n".join(lines)


def _about_way(way: Way, on: date) -> Iterator[str]:
    yield f"谁：{way.who}"
    yield way.text
    for condition in way.conditions:
        yield f"条件：{condition.reason}"
    yield from _times(way.windows, on)
    if way.materials:
        yield f"带：{'、'.join(way.materials)}"
    yield f"哪里：{way.where}"
    reservation = way.reservation(on)
    if reservation:
        yield reservation


def _about_edition(standard: Standard, track: str, on: date) -> Iterator[str]:
    for condition in standard.conditions:
        if condition.applies(track, on):
            yield f"条件：{condition.reason}"
    line = latest_cutoff(standard.cutoffs, track, on)
    if line is not None:
        points = format_interval(line.points)
        yield f"分数线：{line.year} 年{line.area} {points}，不代表以后。"
    yield from _times((w for w in standard.windows if track in w.tracks), on)
    if standard.contact:
        yield f"哪里：{standard.contact.text}"


def _times(windows: Iterable[Window], on: date) -> Iterator[str]:
    for window in windows:
        first, last = window.in_force
        if window.kind == "apply" and first <= on <= last:
            yield f"时间：{window.text}"
