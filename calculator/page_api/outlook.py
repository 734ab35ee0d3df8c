"""ask = later: what is to come, the next steps, and the same answers under the other editions.

The page asks when it is idle, after the estimate. For two parents the totals are those of the
better one of those who may apply; steps are each parent's own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from calculator.page_api.cutoffs import cutoffs_of, of_first_area
from calculator.page_api.next_steps import next_steps_json
from calculator.page_api.other_editions import other_editions_json
from calculator.page_api.outlook_chart import outlook_chart_json
from calculator.page_api.request import PersonRequest, read_request
from calculator.scoring.outlook import DayTotal, change_days, deadlines, find_crossing, totals_on
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.text.cutoffs import describe_cutoff
from calculator.text.outlook import describe_assumptions, describe_crossing, describe_years_ahead
from calculator.values.chinese import format_interval
from calculator.values.interval import highest, interval_to_json
from calculator.values.months import months_after

_YEARS: Final = 3


def answer_later(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """Outlook, chart, steps and other editions; the shapes stand in ``calculator.page_api``."""
    parsed = read_request(request, editions)
    errors = parsed.fields.errors if isinstance(parsed, PersonRequest) else parsed
    shown: dict[str, Any] = {
        "errors": errors,
        "outlook": None,
        "chart": None,
        "steps": [],
        "editions": [],
    }
    if not isinstance(parsed, PersonRequest) or parsed.on is None or parsed.track is None:
        return shown
    track, on = parsed.track, parsed.on
    until = months_after(on, 12 * _YEARS)
    period = editions.period(parsed.standard, track.id)
    last_in_force = period[1] if period else None
    labels = _labelled_days(parsed.standard, track, on, until, last_in_force)
    # A cutoff may be reached between the days of the table: its day is looked for on all days.
    day_totals = _totals(parsed, track, on, [*labels, *_all_change_days(parsed, on, until)])
    in_table = [day for day in day_totals if day.on in labels]
    cutoffs = of_first_area(cutoffs_of(parsed.standard, track))
    return shown | {
        "outlook": {
            "rows": [_row(day, labels[day.on]) for day in in_table],
            "lines": [_describe_reaching(cutoff, day_totals, on) for cutoff in cutoffs],
            "text": describe_assumptions(last_in_force, until, track.after),
        },
        "chart": outlook_chart_json(in_table, cutoffs),
        "steps": next_steps_json(parsed, track, on),
        "editions": other_editions_json(parsed, track, on, editions),
    }


def _labelled_days(
    standard: Standard, track: Track, on: date, until: date, last_in_force: date | None
) -> dict[date, str]:
    """The days of the table, with their labels: today, each deadline, and each year, in order."""
    last_days = deadlines(standard, track.id, on, min(until, last_in_force or on))
    labels = {
        months_after(on, 12 * years): describe_years_ahead(years) for years in range(_YEARS + 1)
    }
    labels |= {day: f"{label}的最后一天" for day, label in last_days.items()}
    return dict(sorted(labels.items()))


def _all_change_days(request: PersonRequest, on: date, until: date) -> list[date]:
    """Every day on which some parent's total may change."""
    return [
        day
        for parent in request.parents
        for day in change_days(request.standard, parent.answers, on, until)
    ]


def _totals(request: PersonRequest, track: Track, on: date, days: Iterable[date]) -> list[DayTotal]:
    """The total that counts on each of the days, in order; of two parents the better one's."""
    competes = request.family.competes if request.family else (True,)
    parents = [
        parent for parent, may in zip(request.parents, competes, strict=True) if may
    ] or request.parents
    in_order = sorted(set(days))
    by_parent = [
        totals_on(request.standard, parent.answers, track.id, on, in_order) for parent in parents
    ]
    return [
        DayTotal(day, highest(parent_total.total for parent_total in that_day))
        for day, *that_day in zip(in_order, *by_parent, strict=True)
    ]


def _row(day: DayTotal, label: str) -> dict[str, Any]:
    return {
        "on": day.on.isoformat(),
        "label": label,
        "text": format_interval(day.total),
        "total": interval_to_json(day.total),
    }


def _describe_reaching(cutoff: Cutoff, day_totals: Iterable[DayTotal], on: date) -> str:
    """When a past cutoff is reached; where sources differ, the highest that they give."""
    points = cutoff.points.high
    crossing = find_crossing(day_totals, points)
    return f"{describe_cutoff(cutoff)} {describe_crossing(crossing, points, on)}"
