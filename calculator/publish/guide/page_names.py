"""What several editions say together: succession, changes, past lines, evidence, sources."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from calculator.publish.guide.articles import cite, clauses_of
from calculator.publish.guide.background import Background, RankingExample, Statement
from calculator.publish.guide.today import today
from calculator.ranking.admission import quota
from calculator.ranking.order import RankedApplicant, rank
from calculator.ranking.readings import readings
from calculator.scoring.compare_items import ItemChange, Setting, compare_items
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.item import Item
from calculator.standard.passport import Source
from calculator.standard.standard import Standard, Track
from calculator.standard.windows import Window

CHANGES: Final = {"added": "新增", "removed": "不再见到", "changed": "改变", "same": "不变"}
"""A row that the later text does not show may be gone or may not have been seen."""

ASKED: Final = "问的是"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One edition as it rules one track."""

    standard: Standard
    track: Track


@dataclass(frozen=True, slots=True)
class EditionStep:
    """From one edition of a track to the next, row by row."""

    was: Ruling
    now: Ruling
    rows: tuple[ItemChange, ...]

    def of(self, change: str) -> list[ItemChange]:
        """The rows that changed in this way."""
        return [row for row in self.rows if row.change == change]


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, and the editions (or the guide itself) that rest on it."""

    source: Source
    by: tuple[str, ...]


def succession(editions: Editions, first: Standard) -> dict[str, list[Ruling]]:
    """By track, the editions from ``first`` on, each followed by its successor."""
    found: dict[str, list[Ruling]] = {}
    for track_id in first.tracks:
        standard: Standard | None = first
        chain = found.setdefault(track_id, [])
        while standard and track_id in standard.tracks:
            track = standard.tracks[track_id]
            chain.append(Ruling(standard, track))
            standard = editions.standards.get(track.replaced_by or "")
    return found


def steps(editions: Editions, first: Standard) -> list[EditionStep]:
    """Every change of edition, once where several tracks change together."""
    seen: dict[tuple[str, str], EditionStep] = {}
    for chain in succession(editions, first).values():
        for was, now in pairwise(chain):
            pair = was.standard.id, now.standard.id
            seen.setdefault(pair, EditionStep(was, now, tuple(_rows(was, now))))
    return list(seen.values())


def _rows(was: Ruling, now: Ruling) -> Iterator[ItemChange]:
    """The rows that serve a track which both rule."""
    shared = was.standard.tracks.keys() & now.standard.tracks.keys()
    items = (*was.standard.items, *now.standard.items)
    serve = {item.id for item in items if shared & set(item.tracks)}
    return (row for row in compare_items(was.standard, now.standard) if row.item in serve)


def public_settings(settings: Iterable[Setting]) -> list[Setting]:
    """What the public is told of a row's settings.

    How a question was put is left out where only its scope differs: the scope is a word of the
    data.
    """
    return [
        setting._replace(was="计算的范围与后一版不同", now="计算的范围改了，或没有写明")
        if setting.heading == ASKED and "（范围 " in setting.was
        else setting
        for setting in settings
    ]


def timeline(standard: Standard, track: str) -> list[Window]:
    """The windows of a track as they come, what holds for every track after the application."""
    several = len(standard.tracks) > 1
    every = [window for window in standard.windows if several and len(window.tracks) > 1]
    every = [window for window in every if track in window.tracks]
    own = [window for window in standard.windows if track in window.tracks and window not in every]
    applied = [place for place, window in enumerate(own, start=1) if window.kind == "apply"]
    after = max(applied, default=0)
    return [*own[:after], *every, *own[after:]]


def cutoffs(editions: Editions, track: str) -> list[Cutoff]:
    """Past lines of a track under any edition, by year; those without a year last."""
    found = [
        c for standard in editions.standards.values() for c in standard.cutoffs if c.track == track
    ]
    return sorted(found, key=lambda cutoff: (cutoff.year is None, cutoff.year or 0))


def graded(standard: Standard, confidence: str) -> list[Item]:
    """The rows that rest on evidence of this kind, or of which one figure does."""
    return [
        item
        for item in standard.items
        if confidence in {item.passport.confidence, *(p.confidence for p in item.figures.values())}
        or (confidence == "disputed" and item.alternatives)
    ]


def bibliography(editions: Editions, background: Background) -> list[Cited]:
    """Every source once, by address or, without one, by title; in the order of first use."""
    found: dict[str, tuple[Source, list[str]]] = {}
    used: list[tuple[str, Mapping[str, Source]]] = [
        (standard.edition, standard.sources) for standard in editions.standards.values()
    ]
    for by, sources in [*used, ("政策说明", background.sources)]:
        for source in sources.values():
            key = source.url if "." in source.url else source.title
            found.setdefault(key, (source, []))[1].append(by)
    return [Cited(source, tuple(by)) for source, by in found.values()]


def places(example: RankingExample, standard: Standard) -> list[RankedApplicant]:
    """The example's applicants as the edition ranks and admits them."""
    order = standard.ranking.order if standard.ranking else None
    with_other = any(person.other_parent_total is not None for person in example.applicants)
    ways = readings(order, with_other=with_other)
    return list(rank(example.applicants, ways, quota(example.places)))


def globals_of(editions: Editions, explained: Standard, background: Background) -> dict[str, Any]:
    """What the pages call by name, for the edition that is explained."""
    chains = succession(editions, explained)
    clauses = clauses_of(explained, background)
    place = editions.places[explained.id.partition("-")[0]]
    return {
        "editions": editions.standards,
        "today": lambda track: today(place, track, editions),
        "chains": chains,
        "steps_between": steps(editions, explained),
        "changes": CHANGES,
        "told": public_settings,
        "timeline": timeline,
        "cutoffs": lambda track: cutoffs(editions, track),
        "graded": graded,
        "bibliography": bibliography(editions, background),
        "places": lambda example: places(example, explained),
        "background": background,
        "statements": background.statements,
        "rules": {
            condition.id: Statement(condition.reason, "", condition.passport)
            for condition in explained.conditions
        }
        | {window.id: Statement(window.text, "", window.passport) for window in explained.windows},
        "figure": background.figures,
        "article": lambda number, document="办法": cite(number, document, clauses),
    }
