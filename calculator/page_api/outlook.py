"""ask = later: what is to come, the next steps, and the same answers under the other editions.

The page asks when it is idle, after the estimate. For two parents the totals are the family's, and
so is what a step gains; under the other editions each parent has their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from calculator.page_api.cutoffs import cutoffs_of, of_first_area
from calculator.page_api.next_steps import next_steps_json
from calculator.page_api.other_editions import other_editions_json
from calculator.page_api.outlook_chart import outlook_chart_json
from calculator.page_api.request import PersonRequest, read_request
from calculator.scoring.family_outlook import family_change_days, family_totals_on
from calculator.scoring.outlook import (
    DayTotal,
    are_before_deductions,
    change_days,
    deadlines,
    find_crossing,
    totals_on,
)
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.text.cutoffs import describe_cutoff
from calculator.text.outlook import describe_assumptions, describe_crossing, describe_years_ahead
from calculator.values.chinese import format_interval
from calculator.values.months import months_after

if TYPE_CHECKING:
    from calculator.page_api import contract

_YEARS: Final = 3


def answer_later(request: Mapping[str, Any], editions: Editions) -> "contract.Later":
    """Outlook, chart, steps and other editions; nothing without edition, benefit and day."""
    parsed = read_request(request, editions)
    if not isinstance(parsed, PersonRequest) or parsed.on is None or parsed.track is None:
        return {"outlook": None, "chart": None, "steps": [], "editions": []}
    track, on = parsed.track, parsed.on
    until = months_after(on, 12 * _YEARS)
    period = editions.period(parsed.standard, track.id)
    last_in_force = period[1] if period else None
    labels = _labelled_days(parsed.standard, track, on, until, period)
    # A cutoff may be reached between the days of the table: its day is looked for on all days.
    day_totals = _totals(parsed, track, on, until, labels)
    in_table = [day for day in day_totals if day.on in labels]
    before_deductions = are_before_deductions(day_totals)
    cutoffs = of_first_area(cutoffs_of(parsed.standard, track))
    return {
        "outlook": {
            "rows": [_row(day, labels[day.on]) for day in in_table],
            "lines": [_describe_reaching(cutoff, day_totals, on) for cutoff in cutoffs],
            "text": describe_assumptions(
                last_in_force, until, track.after, before_deductions=before_deductions
            ),
        },
        "chart": outlook_chart_json(in_table, cutoffs) if _rises(in_table) else None,
        "steps": next_steps_json(parsed, track, on),
        "editions": other_editions_json(parsed, track, on, editions),
    }


def _rises(days: Sequence[DayTotal]) -> bool:
    """Whether there is anything to draw: a total that is not the same on every day."""
    return len({day.against_cutoffs for day in days}) > 1


def _labelled_days(
    standard: Standard, track: Track, on: date, until: date, period: tuple[date, date] | None
) -> dict[date, str]:
    """The days of the table, with their labels: today, each deadline, and each year, in order.

    Deadlines only in the ``period`` in which the edition is known to rule.
    """
    labels = {
        months_after(on, 12 * years): describe_years_ahead(years) for years in range(_YEARS + 1)
    }
    if period:
        first, last = max(on, period[0]), min(until, period[1])
        last_days = deadlines(standard, track.id, first, last)
        labels |= {day: f"{label}的最后一天" for day, label in last_days.items()}
    return dict(sorted(labels.items()))


def _totals(
    request: PersonRequest, track: Track, on: date, until: date, days: Iterable[date]
) -> list[DayTotal]:
    """The total that counts on these days and on all on which it may change, in order."""
    standard, answers = request.standard, [parent.answers for parent in request.parents]
    if request.family:
        changes = family_change_days(standard, answers, track.id, on, until)
        return family_totals_on(standard, answers, track.id, on, sorted({*days, *changes}))
    changes = change_days(standard, answers[0], on, until)
    return totals_on(standard, answers[0], track.id, on, sorted({*days, *changes}))


def _row(day: DayTotal, label: str) -> "contract.ComingDay":
    return {
        "on": day.on.isoformat(),
        "label": label,
        "text": format_interval(day.against_cutoffs),
    }


def _describe_reaching(cutoff: Cutoff, day_totals: Sequence[DayTotal], on: date) -> str:
    """When a past cutoff is reached; where sources differ, the highest that they give."""
    points = cutoff.points.high
    crossing = find_crossing(day_totals, points)
    return f"{describe_cutoff(cutoff)} {describe_crossing(crossing, points, on)}"
