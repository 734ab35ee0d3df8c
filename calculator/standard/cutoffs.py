"""Past lines: what it took in a year, as public sources quote it. They promise nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.reading.table import Table
from calculator.standard.passport import Passport, Source, read_passport
from calculator.values.interval import Interval


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The line of one year for one track and area; an interval where sources disagree.

    ``year`` is None where the source names none. ``since`` is the day from which it held, where a
    year had several.
    """

    track: str
    year: int | None
    since: date | None
    area: str
    points: Interval
    note: str
    passport: Passport


def read_cutoffs(
    root: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> tuple[Cutoff, ...]:
    """The lines of a standard's ``[[cutoffs]]``, in their order."""
    return tuple(_read(table, tracks, sources) for table in root.listed("cutoffs"))


def _read(table: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]) -> Cutoff:
    low = table.number("low")
    cutoff = Cutoff(
        track=table.one_of("track", tracks),
        year=table.whole_or_not_seen("year"),
        since=table.day("since") if table.get("since") is not None else None,
        area=table.text("area"),
        points=Interval(low, table.number("high", low)),
        note=table.text("note", ""),
        passport=read_passport(table, sources),
    )
    if cutoff.points.high < cutoff.points.low:
        table.fault("high", cutoff.points.high, f"不小于 low（{low}）的分值")
    disputed = cutoff.passport.confidence == "disputed"
    if disputed == cutoff.points.is_exact and not (
        table.has_fault("low") or table.has_fault("high")
    ):
        table.fault("confidence", cutoff.passport.confidence, 'low 与 high 不同时写 "disputed"')
    table.reject_unknown_keys()
    return cutoff


def latest_cutoff(cutoffs: Iterable[Cutoff], track: str, on: date) -> Cutoff | None:
    """The latest line of the track that was known on the day; None where no year was named."""
    known = [
        cutoff
        for cutoff in cutoffs
        if cutoff.track == track and cutoff.year is not None and cutoff.year <= on.year
        if cutoff.since is None or cutoff.since <= on
    ]
    return max(known, key=lambda found: (found.year or 0, found.since or date.min), default=None)


def latest_by_area(cutoffs: Iterable[Cutoff], track: str, on: date) -> list[Cutoff]:
    """The latest line of each area that was known on the day, in the order of the data.

    Lines of which the source names no year are given only where no other is known.
    """
    own = [cutoff for cutoff in cutoffs if cutoff.track == track]
    areas = dict.fromkeys(cutoff.area for cutoff in own)
    latest = [
        latest_cutoff((cutoff for cutoff in own if cutoff.area == area), track, on)
        for area in areas
    ]
    dated = [cutoff for cutoff in latest if cutoff]
    return dated or [cutoff for cutoff in own if cutoff.year is None]
