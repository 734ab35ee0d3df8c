"""The chart of a total as a range beside the past cutoffs, as the page draws it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculator.page_api.chart_scale import scale_of
from calculator.page_api.cutoffs import of_first_area
from calculator.standard.cutoffs import Cutoff
from calculator.text.cutoffs import label_cutoff
from calculator.text.range_chart import describe_range_chart
from calculator.values.interval import INFINITY, Interval

if TYPE_CHECKING:
    from calculator.page_api import contract


def range_chart_json(
    total: Interval, cutoffs: Sequence[Cutoff], past: str, *, before_deductions: bool
) -> "contract.RangeChart":
    """``picture``: where the total's two ends and the cutoffs lie, as percentages of the width.

    ``past`` is the sentence about the cutoffs, with which the chart's own text ends.
    """
    marked = of_first_area(cutoffs)
    scale = scale_of([total], [cutoff.points for cutoff in marked])
    return {
        "certain": scale.at(total.low),
        "open": 100.0 if total.high == INFINITY else scale.at(total.high),
        "zero": scale.at(0),
        "open_ended": total.high == INFINITY,
        "marks": [
            {
                "at": scale.at(cutoff.points.low),
                "to": scale.at(cutoff.points.high),
                "label": label_cutoff(cutoff),
                "newest": cutoff is marked[-1],
            }
            for cutoff in marked
        ],
        "text": describe_range_chart(total, past, before_deductions=before_deductions),
    }
