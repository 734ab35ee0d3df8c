"""How a benefit is had on a day: ways without points first, then by points, then what is open.

Of each: whom it concerns, how many points, when, with which papers, where. What was not seen is
said to be so.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from calculator.standard.cutoffs import latest_cutoff
from calculator.standard.editions import Editions
from calculator.standard.place import Place
from calculator.standard.standard import Standard
from calculator.standard.ways import Way, application_times
from calculator.standard.windows import Window
from calculator.text.edition import full_title
from calculator.values.chinese import format_day, format_interval

UNSEEN: Final = "没有见到。"


def report_ways(place: Place, track: str, editions: Editions, on: date) -> str:
    """The ways to one benefit of a place on a day: by points or not, who, when, with what."""
    plain = place.tracks[track].plain
    lines = [f"{place.name}，{plain}，{format_day(on)}"]
    for way in place.ways.on(track, on):
        lines += ["", f"{way.promise}：{way.title}", *(f"  {line}" for line in _about_way(way, on))]
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
    reservation = way.reservation(on)
    yield from _times(application_times(way.windows, way.track, on), reservation or UNSEEN)
    yield f"带：{'、'.join(way.materials) or UNSEEN}"
    yield f"哪里：{way.where}"


def _about_edition(standard: Standard, track: str, on: date) -> Iterator[str]:
    for condition in standard.conditions:
        if condition.applies(track, on):
            yield f"条件：{condition.reason}"
    line = latest_cutoff(standard.cutoffs, track, on)
    if line is None:
        yield f"分数线：{UNSEEN}"
    else:
        points = format_interval(line.points)
        yield f"分数线：{line.year} 年{line.area} {points}，不代表以后。"
    yield from _times(application_times(standard.windows, track, on), UNSEEN)
    papers = [papers for papers in standard.papers.values() if track in papers.tracks]
    for step in papers:
        yield f"带（{step.title}）：{'；'.join(paper.rstrip('。') for paper in step.papers)}"
    if not papers:
        yield f"带：{UNSEEN}"
    yield f"哪里：{where_to_ask(standard)}"


def where_to_ask(standard: Standard) -> str:
    """Where to go and whom to ask under an edition; the window of the town where none was seen."""
    return standard.contact.text if standard.contact else "请问居住地的镇政府或街道办事处。"


def _times(windows: Iterable[Window], otherwise: str) -> Iterator[str]:
    """When to apply; ``otherwise`` where no time is known."""
    said = [f"时间：{window.text}" for window in windows]
    yield from said or [f"时间：{otherwise}"]
