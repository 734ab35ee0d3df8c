"""What ``check`` warns of: statements about today that will soon have had their last day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from calculator.standard.editions import Editions

NOTICE: Final = timedelta(days=60)
"""How long before the last day an officer is told."""


def expiring(editions: Editions, today: date) -> Iterator[str]:
    """A line for each edition, way, condition and window whose last day is near, as of ``today``.

    Nothing is said once the day has passed: the pages themselves say so from then on.
    """
    for where, last in sorted(_last_days(editions, today), key=lambda ending: ending[1]):
        if today <= last <= min(today, date.max - NOTICE) + NOTICE:
            yield f"{where}：{last} 是最后一天，还有 {(last - today).days} 天。请查以后的办法。"


def _last_days(editions: Editions, today: date) -> Iterator[tuple[str, date]]:
    """Every dated statement about today: where it stands, and its last known day."""
    for standard in editions.standards.values():
        for track in standard.tracks:
            period = editions.period(standard, track)
            if period is None or not period[0] <= today <= period[1]:
                continue
            yield f"{standard.file} tracks.{track}.in_force", period[1]
            for part in standard.conditions:
                if track in part.tracks and part.in_force[0] <= today:
                    yield f"{standard.file} conditions.{part.id}.in_force", part.in_force[1]
            for window in standard.windows:
                if track in window.tracks and window.in_force[0] <= today:
                    yield f"{standard.file} windows.{window.id}.in_force", window.in_force[1]
    for place in editions.places.values():
        for way in place.ways.ways:
            for last in (way.last, way.last_seen):
                if last is not None and way.rules(today):
                    yield f"{place.id}/ways.toml ways.{way.id}", last
