"""The application window of a benefit, as the page shows it."""

from datetime import date
from typing import Any

from calculator.standard.editions import Editions
from calculator.standard.standard import Standard, Track
from calculator.standard.windows import window_on
from calculator.text.windows import describe_not_in_force, describe_opening


def window_json(
    standard: Standard, track: Track, on: date, editions: Editions
) -> dict[str, Any] | None:
    """``window``: whether one may apply on the day; None where the edition states no window."""
    opening = window_on(standard.windows, track.id, on)
    if opening is None:
        return None
    shown = {"label": opening.window.label, "text": opening.window.text}
    if standard not in editions.ruling(track.id, on):
        return shown | {"open": None, "days": None, "words": describe_not_in_force(on, track.plain)}
    words = describe_opening(opening, on)
    return shown | {"open": opening.open, "days": opening.days, "words": words}
