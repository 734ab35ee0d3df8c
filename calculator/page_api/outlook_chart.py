"""The chart of the totals to come beside the past cutoffs, as the page draws it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculator.page_api.chart_scale import scale_of
from calculator.scoring.outlook import DayTotal, are_before_deductions
from calculator.standard.cutoffs import Cutoff
from calculator.text.cutoffs import label_cutoff
from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED
from calculator.values.chinese import format_day, format_interval
from calculator.values.interval import INFINITY

if TYPE_CHECKING:
    from calculator.page_api import contract


def outlook_chart_json(
    day_totals: Sequence[DayTotal], cutoffs: Sequence[Cutoff]
) -> "contract.OutlookChart":
    """``chart``: days from left to right, points from bottom to top, both as percentages.

    ``day_totals`` hold at least two days, in order.
    """
    points = {day.on: day.against_cutoffs for day in day_totals}
    scale = scale_of(points.values(), [cutoff.points for cutoff in cutoffs])
    first, last = day_totals[0], day_totals[-1]
    width = (last.on - first.on).days
    at = {day.on: round(100 * (day.on - first.on).days / width, 1) for day in day_totals}
    before = IF_NOTHING_IS_DEDUCTED if are_before_deductions(day_totals) else ""
    from_first = f"{before}{format_day(first.on)}是 {format_interval(points[first.on])}"
    to_last = f"{format_day(last.on)}是 {format_interval(points[last.on])}"
    return {
        "ticks": [{"at": at[on], "text": f"{on.year} 年 {on.month} 月"} for on in at],
        "levels": scale.levels(),
        "points": [
            {
                "at": at[on],
                "low": scale.at(total.low),
                "high": None if total.high == INFINITY else scale.at(total.high),
                "text": f"{format_day(on)}：{format_interval(total)}",
            }
            for on, total in points.items()
        ],
        "lines": [
            {
                "at": scale.at(cutoff.points.low),
                "to": scale.at(cutoff.points.high),
                "label": label_cutoff(cutoff),
            }
            for cutoff in cutoffs
        ],
        "text": f"{from_first}，到 {to_last}。",
    }
