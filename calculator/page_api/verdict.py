"""Whether the points are enough, as the page says it first."""

from datetime import date
from typing import TYPE_CHECKING

from calculator.page_api.request import PersonRequest
from calculator.scoring.estimate import Estimate
from calculator.standard.cutoffs import latest_by_area
from calculator.standard.standard import Track
from calculator.text.verdict import describe_against_lines, describe_open_answer, describe_points

if TYPE_CHECKING:
    from calculator.page_api import contract


def verdict_json(request: PersonRequest, track: Track, on: date) -> "contract.Verdict":
    """``verdict``: the points in words, the sentence that holds them against the latest lines.

    ``open`` names the answer that may add most, empty where none is missing.
    """
    counted = request.family or request.parents[0].estimate
    points, before = counted.against_cutoffs, counted.deductions_are_endless
    cutoffs = latest_by_area(request.standard.cutoffs, track.id, on)
    found = (_open_answer(request.parents[parent].estimate) for parent in _counting(request))
    return {
        "points": describe_points(points, before_deductions=before),
        "before_deductions": before,
        "against": describe_against_lines(points, cutoffs),
        "open": next(filter(None, found), "") if points.low > 0 else "",
    }


def _counting(request: PersonRequest) -> tuple[int, ...]:
    """The parents, 0 and 1, whose total may be the one that counts."""
    return request.family.may_count if request.family else (0,)


def _open_answer(result: Estimate) -> str:
    """The row of the answer that goes on growing and may add most."""
    for fact_id in result.narrowing:
        fact = result.standard.facts_by_id[fact_id]
        if fact.grows and not fact.rare:
            item = next(line.item for line in result.lines if fact_id in line.item.facts)
            return describe_open_answer(item.label)
    return ""
