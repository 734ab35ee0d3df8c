"""ask = later: what is to come, the next steps, and the same answers under the other editions.

Computed when the page is idle. For two parents the totals are those of the better one who may
apply; steps are each parent's own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from calculator.page_api.chart_scale import scale_of
from calculator.page_api.request import Parent, PersonRequest, read_request
from calculator.scoring.compare import PersonComparison, compare_person
from calculator.scoring.next_steps import next_steps
from calculator.scoring.outlook import (
    Point,
    change_days,
    deadlines,
    find_crossing,
    months_after,
    totals_on,
)
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.text.compare import turned
from calculator.text.cutoffs import describe_where, line_label
from calculator.text.edition import full_title
from calculator.text.outlook import describe_gain, describe_line, if_all_goes_on, years_ahead
from calculator.values.chinese import format_day, format_interval
from calculator.values.interval import INFINITY, highest, interval_to_json

_YEARS: Final = 3
_WHO: Final = {"": "第一位家长", "other.": "第二位家长"}


def answer_later(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """Outlook, chart, steps and editions; the shapes stand in ``calculator.page_api``."""
    asked = read_request(request, editions)
    errors = asked.reading.errors if isinstance(asked, PersonRequest) else asked
    shown: dict[str, Any] = {
        "errors": errors,
        "outlook": None,
        "chart": None,
        "steps": [],
        "editions": [],
    }
    if not isinstance(asked, PersonRequest) or asked.on is None or asked.track is None:
        return shown
    track, on = asked.track, asked.on
    until = months_after(on, 12 * _YEARS)
    ruled = editions.period(asked.standard, track.id)
    last = ruled[1] if ruled else None
    days = _days(asked.standard, track, on, until, last)
    points = _points(asked, track, on, [*days, *_turns(asked, on, until)])
    rows = [point for point in points if point.on in days]
    main = [line for line in asked.standard.cutoffs if line.track == track.id]
    main = [line for line in main if line.area == main[0].area]
    text = if_all_goes_on(last, until, track.after)
    return {
        "errors": errors,
        "outlook": {
            "rows": [_row(point, days[point.on]) for point in rows],
            "lines": [_crossing(line, points, on) for line in main],
            "text": text,
        },
        "chart": _chart(rows, main),
        "steps": [step for parent in asked.parents for step in _steps(parent, asked, track, on)],
        "editions": [
            _edition(other, asked, track, on)
            for other in editions.standards.values()
            if other.id != asked.standard.id and track.id in other.tracks
        ],
    }


def _days(
    standard: Standard, track: Track, on: date, until: date, last: date | None
) -> dict[date, str]:
    """The days of the table, with their labels: today, each deadline, and each year."""
    closing = deadlines(standard, track.id, on, min(until, last or on))
    days = {months_after(on, 12 * years): years_ahead(years) for years in range(_YEARS + 1)}
    days |= {day: f"{label}的最后一天" for day, label in closing.items()}
    return dict(sorted(days.items()))


def _turns(asked: PersonRequest, on: date, until: date) -> Iterator[date]:
    for parent in asked.parents:
        yield from change_days(asked.standard, parent.answers, on, until)


def _points(asked: PersonRequest, track: Track, on: date, days: Iterable[date]) -> list[Point]:
    """The total that counts, on each of the days."""
    family = asked.family
    competing = [
        parent
        for parent, may in zip(asked.parents, family.competes if family else [True], strict=True)
        if may
    ]
    every = sorted(set(days))
    each = [
        list(totals_on(asked.standard, parent.answers, track.id, on, every))
        for parent in competing or asked.parents
    ]
    return [Point(same[0].on, highest(p.total for p in same)) for same in zip(*each, strict=True)]


def _row(point: Point, label: str) -> dict[str, Any]:
    text = format_interval(point.total)
    return {
        "on": point.on.isoformat(),
        "label": label,
        "text": text,
        "total": interval_to_json(point.total),
    }


def _crossing(line: Cutoff, points: Sequence[Point], on: date) -> str:
    """When a past line is reached; where sources differ, the highest that they give."""
    level = line.points.high
    return f"{describe_where(line)} {describe_line(find_crossing(points, level), level, on)}"


def _chart(rows: Sequence[Point], lines: Sequence[Cutoff]) -> dict[str, Any]:
    scale = scale_of([point.total for point in rows], [line.points for line in lines])
    first, last = rows[0], rows[-1]
    whole = (last.on - first.on).days
    along = {point.on: round(100 * (point.on - first.on).days / whole, 1) for point in rows}
    said = f"{format_day(first.on)}是 {format_interval(first.total)}"
    return {
        "ticks": [{"at": at, "text": f"{day.year} 年 {day.month} 月"} for day, at in along.items()],
        "levels": scale.levels(),
        "zero": scale.at(0),
        "points": [
            {
                "at": along[point.on],
                "low": scale.at(point.total.low),
                "high": None if point.total.high == INFINITY else scale.at(point.total.high),
                "text": f"{format_day(point.on)}：{format_interval(point.total)}",
            }
            for point in rows
        ],
        "lines": [
            {
                "at": scale.at(line.points.low),
                "to": scale.at(line.points.high),
                "label": line_label(line),
            }
            for line in lines
        ],
        "text": f"{said}，到 {format_day(last.on)}是 {format_interval(last.total)}。",
    }


def _steps(
    parent: Parent, asked: PersonRequest, track: Track, on: date
) -> Iterator[dict[str, Any]]:
    for step in next_steps(asked.standard, parent.answers, track.id, on):
        household = asked.standard.facts_by_id[step.fact].household
        if household and parent.prefix:
            continue  # said with the first parent's
        yield {
            "text": step.change,
            "gain_text": describe_gain(step.gain),
            "label": step.label,
            "fact": step.fact,
            "field": parent.prefix + step.fact,
            "who": _WHO[parent.prefix] if asked.family and not household else "",
        }


def _edition(other: Standard, asked: PersonRequest, track: Track, on: date) -> dict[str, Any]:
    first, *others = [
        _under(compare_person(asked.standard, other, parent.answers, track.id, on))
        for parent in asked.parents
    ]
    about = {"standard": other.id, "title": full_title(other)}
    return about | first | {"other": others[0] if others else None}


def _under(both: PersonComparison) -> dict[str, Any]:
    """One person under another edition, row by row."""
    apart, now = both.apart, both.now.standard
    return {
        "text": turned(both.was.total, both.now.total),
        "rows": [
            {
                "item": each.item,
                "label": each.label,
                "was": "不计" if each.was is None else format_interval(each.was),
                "now": "不计" if each.now is None else format_interval(each.now),
            }
            for each in apart
        ],
        "same": len(both.points) - len(apart),
        "ask_again": [
            {"fact": fact, "label": now.facts_by_id[fact].label, "text": now.questions[fact].text}
            for fact in both.ask_again
        ],
    }
