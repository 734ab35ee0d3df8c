"""Whether the points are enough, as the page says it first."""

from datetime import date

from calculator.page_api.request import PersonRequest
from calculator.scoring.estimate import Estimate
from calculator.standard.cutoffs import latest_by_area
from calculator.standard.standard import Track
from calculator.text.verdict import describe_against_lines, describe_open_answer, describe_points
from calculator.values.interval import INFINITY, Interval, total


def verdict_json(request: PersonRequest, track: Track, on: date) -> dict[str, str]:
    """``verdict``: the points in words, the sentence that holds them against the latest lines.

    ``open`` names the answer that may add most, empty where none is missing.
    """
    points = request.family.total if request.family else request.parents[0].estimate.total
    before = points.low == -INFINITY
    if before:
        points = _before_deductions(request.parents[0].estimate)
    cutoffs = latest_by_area(request.standard.cutoffs, track.id, on)
    return {
        "points": describe_points(points, before_deductions=before),
        "against": describe_against_lines(points, cutoffs),
        "open": _open_answer(request.parents[0].estimate) if points.low > 0 else "",
    }


def _before_deductions(result: Estimate) -> Interval:
    return total(points for part, points in result.parts.items() if part != "deduction")


def _open_answer(result: Estimate) -> str:
    """The row of the answer that goes on growing and may add most."""
    for fact_id in result.narrowing:
        fact = result.standard.facts_by_id[fact_id]
        if fact.grows and not fact.rare:
            item = next(line.item for line in result.lines if fact_id in line.item.facts)
            return describe_open_answer(item.label)
    return ""
