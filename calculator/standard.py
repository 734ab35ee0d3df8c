"""A standard: one edition of the table of items, as data.

One TOML file holds its figures, words, dates and sources; ``read_standard`` turns the tables of
such a file into frozen types, or says everything that is wrong with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculator.facts import Fact, claim, read_fact
from calculator.item import Item, read_item
from calculator.passport import Passport, Source, read_passport, read_source
from calculator.problems import InputError, Problem
from calculator.reading import Table
from calculator.rules.shape import Known


@dataclass(frozen=True, slots=True)
class Track:
    """A benefit applied for, and the days on which this edition rules it.

    ``first`` and ``last`` are None where no source says.
    """

    id: str
    label: str
    plain: str
    first: date | None
    last: date | None
    passport: Passport


@dataclass(frozen=True, slots=True)
class Question:
    """How this edition asks for a fact, and what the answer counts here."""

    fact: Fact
    text: str
    scope: str
    help: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One edition: tracks, questions, items in the order of the table, sources."""

    id: str
    title: str
    edition: str
    number: str
    area: str
    notice: str
    passport: Passport
    tracks: Mapping[str, Track]
    items: tuple[Item, ...]
    questions: Mapping[str, Question]
    materials: Mapping[str, str]
    sources: Mapping[str, Source]
    known: Mapping[str, Fact]

    def rows(self, track: str | None, on: date) -> tuple[Item, ...]:
        """The items that apply to a track on a day; to any track where none is named."""
        return tuple(item for item in self.items if item.applies(track, on))

    @property
    def uses(self) -> frozenset[str]:
        """Every fact that some item of this edition reads."""
        return frozenset(self.questions)


def read_facts(data: Mapping[str, object], name: str) -> dict[str, Fact]:
    """The facts of ``facts.toml``. Raises ``InputError``."""
    problems: list[Problem] = []
    facts = {}
    root = Table(data, "", problems)
    for fact_id in root.names():
        table = root.table(fact_id)
        facts[fact_id] = read_fact(fact_id, table)
        table.done()
    _raise(problems, name)
    return facts


def read_standard(data: Mapping[str, object], name: str, facts: Mapping[str, Fact]) -> Standard:
    """The standard that ``data`` describes; ``name`` is the file's, for messages.

    ``facts`` are those of ``facts.toml``; the file may declare more. Raises ``InputError`` with
    every fault: file, key path, what was found, what is expected.
    """
    problems: list[Problem] = []
    root = Table(data, "", problems)
    sources = {key: read_source(key, table) for key, table in root.tables("sources")}
    tracks = {key: _read_track(key, table, sources) for key, table in root.tables("tracks")}
    if not tracks:
        root.fault("tracks", {}, "至少一种待遇，例如 [tracks.settlement]")
    materials = {key: _read_material(table) for key, table in root.tables("materials")}
    rows = list(root.listed("items"))
    known = dict(facts) | _claims(rows)
    questions = {}
    for key, table in root.tables("facts"):
        known[key] = fact = known.get(key) or read_fact(key, table)
        questions[key] = _read_question(fact, table)
    items: dict[str, Item] = {}
    for table in rows:
        item = read_item(table, Known(known, items), tuple(tracks), tuple(materials), sources)
        if item.id in items:
            table.fault("id", item.id, "未用过的 id（这一个上面已有）")
        items[item.id] = item
    _match_questions(root, items, questions)
    standard = Standard(
        id=root.text("id"),
        title=root.text("title"),
        edition=root.text("edition"),
        number=root.text("number"),
        area=root.text("area"),
        notice=root.text("notice", ""),
        passport=_read_header_passport(root, sources),
        tracks=tracks,
        items=tuple(items.values()),
        questions=questions,
        materials=materials,
        sources=sources,
        known=known,
    )
    root.done()
    _raise(problems, name)
    return standard


def _read_header_passport(root: Table, sources: Mapping[str, Source]) -> Passport:
    table = root.table("passport")
    passport = read_passport(table, sources)
    table.done()
    return passport


def _read_track(track_id: str, table: Table, sources: Mapping[str, Source]) -> Track:
    days = table.table("in_force")
    track = Track(
        id=track_id,
        label=table.text("label"),
        plain=table.text("plain"),
        first=days.day_or_not_seen("from"),
        last=days.day_or_not_seen("until"),
        passport=read_passport(table, sources),
    )
    if track.first and track.last and track.last < track.first:
        days.fault("until", str(track.last), f"不早于 {track.first}")
    days.done()
    table.done()
    return track


def _read_material(table: Table) -> str:
    label = table.text("label")
    table.done()
    return label


def _read_question(fact: Fact, table: Table) -> Question:
    question = Question(
        fact=fact,
        text=table.text("question"),
        scope=table.text("scope"),
        help=table.text("help", ""),
    )
    table.done()
    return question


def _claims(rows: list[Table]) -> dict[str, Fact]:
    unpublished = [table for table in rows if table.peek("rule") == "unpublished"]
    return {
        fact.id: fact
        for table in unpublished
        for fact in claim(str(table.peek("id")), str(table.peek("label")))
    }


def _match_questions(
    root: Table, items: Mapping[str, Item], questions: Mapping[str, Question]
) -> None:
    """Every fact that an item reads is asked, and none is asked for nothing."""
    read = {fact for item in items.values() for fact in item.facts}
    for fact in sorted(read - set(questions)):
        root.fault(f"facts.{fact}", "没有写", "一个 question：有计分项用到这项情况")
    for fact in sorted(set(questions) - read):
        root.fault(f"facts.{fact}", "question", "删去：没有计分项用到这项情况")


def _raise(problems: list[Problem], name: str) -> None:
    if problems:
        raise InputError(
            Problem(f"{name} {p.where}".strip(), p.found, p.expected) for p in problems
        )
