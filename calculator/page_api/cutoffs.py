"""The past cutoffs of a benefit beside a person's total, as the page shows them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculator.standard.cutoffs import Cutoff
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard, Track
from calculator.text.cutoffs import describe_against_cutoff, describe_cutoff_year
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval

if TYPE_CHECKING:
    from calculator.page_api import contract


def cutoffs_of(standard: Standard, track: Track) -> list[Cutoff]:
    """The track's past cutoffs, in the order of the data."""
    return [cutoff for cutoff in standard.cutoffs if cutoff.track == track.id]


def of_first_area(cutoffs: Sequence[Cutoff]) -> list[Cutoff]:
    """Those of the area that is named first: one chart cannot hold several areas."""
    return [cutoff for cutoff in cutoffs if cutoff.area == cutoffs[0].area]


def past_json(
    cutoffs: Sequence[Cutoff], total: Interval, text: str, *, before_deductions: bool
) -> "contract.Past":
    """``past``: ``text``, and a row for each cutoff, the total held against it."""
    rows = [_row(cutoff, total, before_deductions=before_deductions) for cutoff in cutoffs]
    return {"text": text, "rows": rows}


def _row(cutoff: Cutoff, total: Interval, *, before_deductions: bool) -> "contract.PastCutoff":
    against = describe_against_cutoff(total, cutoff.points, before_deductions=before_deductions)
    return {
        "when": describe_cutoff_year(cutoff),
        "area": cutoff.area,
        "text": format_interval(cutoff.points),
        "against": against,
        "note": cutoff.note,
        "confidence_words": CONFIDENCE[cutoff.passport.confidence],
    }
