"""Ways: how a benefit of a place is had without points.

    [[ways]]
    id = "home"
    track = "settlement"
    order = 1                               # which is told first, where several are open
    in_force = { from = 2024-08-01, until = "not seen" }
    last_seen = 2025-12-31                  # where only a past season was seen
    after = "2026 年秋的办法没有见到……"      # what is said of later days
    title = "有房直接落户"
    who = "……"                              # whom it concerns, in the public's words
    text = "……"                             # how it is done
    where = "……"                            # where to go, whom to ask
    certain = true                          # not written: further conditions may not have been seen
    materials = ["居民身份证"]               # papers, in the order of going there
    clause = …  sources = …  confidence = …  checked_on = …

    [[ways.conditions]]                     # as in an edition; their facts are asked in [facts]
    [[ways.windows]]                        # as in an edition

A way without a last day goes on; what was seen only until a day says so afterwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calculator.answers.facts import Fact, read_fact
from calculator.reading.table import Table
from calculator.rules.shape import Definitions
from calculator.standard.conditions import Condition, read_conditions
from calculator.standard.passport import (
    Passport,
    Source,
    read_passport,
    read_source,
    take_figures_in_text,
)
from calculator.standard.standard import Question
from calculator.standard.windows import Window, read_windows


@dataclass(frozen=True, slots=True)
class Way:
    """One way without points.

    ``last`` is None where no source says; ``last_seen`` is the last day for which it was seen, None
    where it is not known to depend on the season. ``after`` is said on later days.
    """

    id: str
    track: str
    order: int
    title: str
    who: str
    text: str
    where: str
    first: date
    last: date | None
    last_seen: date | None
    after: str
    certain: bool
    conditions: tuple[Condition, ...]
    windows: tuple[Window, ...]
    materials: tuple[str, ...]
    passport: Passport

    def rules(self, on: date) -> bool:
        """Whether the way is open to people on the day, as far as sources tell."""
        return self.first <= on <= (self.last or date.max)

    @property
    def promise(self) -> str:
        """Whether who meets the conditions needs no points, in the public's words."""
        return "不用积分" if self.certain else "可能不用积分"

    def reservation(self, on: date) -> str:
        """What must be said beside it on the day; empty while the day lies in what was seen."""
        return self.after if self.last_seen is not None and on > self.last_seen else ""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of a place, the questions that their conditions ask, and their sources."""

    ways: tuple[Way, ...]
    questions: Mapping[str, Question]
    sources: Mapping[str, Source]

    def on(self, track: str, day: date) -> tuple[Way, ...]:
        """The ways to the benefit on the day, in their order."""
        found = (way for way in self.ways if way.track == track and way.rules(day))
        return tuple(sorted(found, key=lambda way: way.order))


NO_WAYS = Ways((), {}, {})
"""Of a place without a file of ways."""


def read_ways(root: Table, facts: Mapping[str, Fact], tracks: tuple[str, ...]) -> Ways:
    """The ways of a place's ``ways.toml``; ``facts`` are those of ``facts.toml``.

    Faults go to ``root``.
    """
    sources = {key: read_source(key, table) for key, table in root.tables("sources")}
    facts_by_id = dict(facts)
    questions = {}
    for fact_id, table in root.tables("facts"):
        fact = facts_by_id[fact_id] = facts_by_id.get(fact_id) or read_fact(fact_id, table)
        questions[fact_id] = Question(
            fact, table.text("question"), table.text("scope"), table.text("help", "")
        )
        take_figures_in_text(table)
        table.reject_unknown_keys()
    definitions = Definitions(facts_by_id, {})
    found: dict[str, Way] = {}
    for table in root.listed("ways"):
        way = _read_way(table, definitions, tracks, sources)
        if way.id in found:
            table.fault("id", way.id, "未用过的 id（这一个上面已有）")
        found[way.id] = way
    asked = {
        fact for way in found.values() for condition in way.conditions for fact in condition.facts
    }
    for fact_id in sorted(asked - set(questions)):
        root.missing(f"facts.{fact_id}", "一个 question：有途径的条件用到这项情况")
    for fact_id in sorted(set(questions) - asked):
        root.fault(f"facts.{fact_id}", "question", "有途径的条件用到的情况，或删去")
    return Ways(tuple(found.values()), questions, sources)


def _read_way(
    table: Table, definitions: Definitions, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> Way:
    days = table.table("in_force")
    track = table.one_of("track", tracks)
    way = Way(
        id=table.text("id"),
        track=track,
        order=table.whole("order", least=1),
        title=table.text("title"),
        who=table.text("who"),
        text=table.text("text"),
        where=table.text("where"),
        first=days.day("from"),
        last=days.day_or_not_seen("until"),
        last_seen=table.day("last_seen") if table.get("last_seen") is not None else None,
        after=table.text("after", ""),
        certain=table.flag("certain"),
        conditions=read_conditions(table, definitions, (track,), sources),
        windows=read_windows(table, (track,), sources),
        materials=table.texts("materials", ()),
        passport=read_passport(table, sources),
    )
    if way.last and way.last < way.first:
        days.fault("until", str(way.last), f"不早于 {way.first}")
    if (way.last or way.last_seen) and not way.after:
        table.missing("after", "一句话：到期之后，或没有再见到以后的情况")
    for window in way.windows:
        if window.in_force != (date.min, date.max) and not _inside(window, way):
            table.fault(
                f"windows.{window.id}.in_force",
                f"{window.in_force[0]} 至 {window.in_force[1]}",
                f"在 ways.{way.id}.in_force（{way.first} 起）之内的时间",
            )
    days.reject_unknown_keys()
    table.reject_unknown_keys()
    return way


def application_times(windows: Iterable[Window], track: str, on: date) -> list[Window]:
    """The windows for applying that an edition or a way has for the track on the day."""
    return [
        window
        for window in windows
        if window.kind == "apply"
        and track in window.tracks
        and window.in_force[0] <= on <= window.in_force[1]
    ]


def _inside(window: Window, way: Way) -> bool:
    first, last = window.in_force
    return way.first <= max(first, way.first) <= min(last, way.last or date.max) <= last
