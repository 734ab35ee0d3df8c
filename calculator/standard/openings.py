"""When one may apply under an edition, and under the one that follows it.

An edition's windows end with it: nothing is told of a day on which it is not known to rule.
"""

from dataclasses import dataclass
from datetime import date

from calculator.standard.editions import Editions
from calculator.standard.standard import Standard
from calculator.standard.windows import Opening, clip, window_on


@dataclass(frozen=True, slots=True)
class Openings:
    """How an edition's application window stands on a day, and what follows it.

    ``own`` is None where the edition has no window any more on that day or later. ``cut``: the
    window is open up to the edition's last day, and would go on if the edition did. ``successor``
    with its first day and its first window: the edition that rules next, where it is known.
    """

    own: Opening | None
    cut: bool
    successor: tuple[Standard, date, Opening] | None


def openings_on(editions: Editions, standard: Standard, track: str, on: date) -> Openings | None:
    """How one may apply for the track on a day; None where the edition does not rule it then."""
    period = editions.period(standard, track)
    if period is None or not period[0] <= on <= period[1]:
        return None
    own = window_on(clip(standard.windows, period), track, on)
    whole = window_on(standard.windows, track, on)
    cut = own and whole and own.open is not False and own.days != whole.days
    return Openings(own, bool(cut), _successor(editions, standard, track, on))


def _successor(
    editions: Editions, standard: Standard, track: str, on: date
) -> tuple[Standard, date, Opening] | None:
    follower = editions.standards.get(standard.tracks[track].replaced_by or "")
    period = editions.period(follower, track) if follower else None
    if follower is None or period is None:
        return None
    opening = window_on(clip(follower.windows, period), track, on)
    return (follower, period[0], opening) if opening else None
