"""The application window of a benefit, as the page shows it."""

from datetime import date
from typing import TYPE_CHECKING

from calculator.standard.editions import Editions
from calculator.standard.openings import openings_on
from calculator.standard.standard import Standard, Track
from calculator.text.windows import describe_not_in_force, describe_openings

if TYPE_CHECKING:
    from calculator.page_api import contract


def window_json(
    standard: Standard, track: Track, on: date, today: date | None, editions: Editions
) -> "contract.Window | None":
    """``window``: whether one may apply on the day; None where the edition states no window.

    Where the edition has none any more, the window is its successor's; ``text`` is empty where
    none is known.
    """
    stated = [
        window
        for window in standard.windows
        if window.kind == "apply" and track.id in window.tracks
    ]
    if not stated:
        return None
    found = openings_on(editions, standard, track.id, on)
    if found is None:
        words = describe_not_in_force(on, track.plain)
        return {"label": stated[0].label, "text": "", "words": words}
    words = describe_openings(found, on, today)
    opening = found.own or (found.successor and found.successor[2])
    if not opening:
        return {"label": stated[0].label, "text": "", "words": words}
    # The text speaks of every year: not where the words have said it, nor of days after the end.
    text = opening.window.text
    untold = text in words or (found.cut and not opening.window.all_year)
    return {"label": opening.window.label, "text": "" if untold else text, "words": words}
