"""The application window of a benefit, as the page shows it."""

from datetime import date
from typing import Any

from calculator.standard.editions import Editions
from calculator.standard.openings import openings_on
from calculator.standard.standard import Standard, Track
from calculator.text.windows import describe_not_in_force, describe_openings


def window_json(
    standard: Standard, track: Track, on: date, today: date | None, editions: Editions
) -> dict[str, Any] | None:
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
    shown: dict[str, Any] = {"label": stated[0].label, "text": "", "standard": standard.id}
    shown |= {"open": None, "days": None}
    found = openings_on(editions, standard, track.id, on)
    if found is None:
        return shown | {"words": describe_not_in_force(on, track.plain)}
    shown["words"] = describe_openings(found, on, today)
    if found.own:
        whose, opening = standard, found.own
    elif found.successor:
        whose, _, opening = found.successor
    else:
        return shown | {"open": False}
    shown |= {"label": opening.window.label, "standard": whose.id}
    # The text speaks of every year: not where the words have said it, nor of days after the end.
    text = opening.window.text
    untold = text in shown["words"] or (found.cut and not opening.window.all_year)
    return shown | {
        "text": "" if untold else text,
        "open": opening.open,
        "days": opening.days,
    }
