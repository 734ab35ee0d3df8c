"""The same answers under the other editions of a benefit, as the page shows them."""

from datetime import date
from typing import TYPE_CHECKING

from calculator.page_api.request import PersonRequest
from calculator.scoring.compare_person import PersonComparison, compare_person
from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.text.compare_person import describe_item_points, describe_total_there
from calculator.text.edition import full_title

if TYPE_CHECKING:
    from calculator.page_api import contract


def other_editions_json(
    request: PersonRequest, track: Track, on: date, editions: Editions
) -> list["contract.OtherEdition"]:
    """``editions``: every other edition that has the track, and what each parent has under it."""
    return [
        _edition(edition, request, track, on)
        for edition in editions.standards.values()
        if edition.id != request.standard.id and track.id in edition.tracks
    ]


def _edition(
    edition: Standard, request: PersonRequest, track: Track, on: date
) -> "contract.OtherEdition":
    first, *others = [
        _comparison(compare_person(request.standard, edition, parent.answers, track.id, on))
        for parent in request.parents
    ]
    return {
        "standard": edition.id,
        "title": full_title(edition),
        **first,
        "other": others[0] if others else None,
    }


def _comparison(comparison: PersonComparison) -> "contract.Compared":
    """One parent under another edition: the items that differ, and what to answer again.

    Rows that only lack an answer there are not compared: they would look like a loss.
    """
    edition = comparison.now.standard
    asked = {
        item.id for item in edition.items if not {*item.facts}.isdisjoint(comparison.ask_again)
    }
    differing = [item for item in comparison.differing if item.item not in asked]
    return {
        "text": describe_total_there(comparison),
        "rows": [
            {
                "label": item.label,
                "was": describe_item_points(item.was),
                "now": describe_item_points(item.now),
            }
            for item in differing
        ],
        "same": len(comparison.points) - len(comparison.differing),
        "ask_again": [
            {
                "label": edition.facts_by_id[fact_id].label,
                "text": edition.questions[fact_id].text,
            }
            for fact_id in comparison.ask_again
        ],
    }
