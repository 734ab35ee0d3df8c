"""A standard: one edition of the table of items, as data.

One TOML file holds its figures, words, dates and sources; ``read_standard`` turns the tables of
such a file into frozen types, or says everything that is wrong with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from calculator.conditions import Condition, read_conditions
from calculator.cutoffs import Cutoff, read_cutoffs
from calculator.facts import Fact, claim, read_fact
from calculator.item import Item, read_item
from calculator.number import Number
from calculator.passport import Passport, Source, read_passport, read_source
from calculator.problems import InputError, Problem
from calculator.reading import NOT_SEEN, Table
from calculator.rules.requires import Requirement, read_requires
from calculator.rules.shape import Known
from calculator.windows import Window, read_windows


@dataclass(frozen=True, slots=True)
class Track:
    """A benefit applied for, and the days on which this edition rules it.

    ``first`` and ``last`` are None where no source says; ``used_from`` and ``used_until`` are then
    the days between which public sources show it in use, where they do. ``replaced_by`` is the
    edition that follows, ``after`` what is known of the time after the last day.
    """

    id: str
    label: str
    plain: str
    child: bool
    first: date | None
    last: date | None
    used_from: date | None
    used_until: date | None
    replaced_by: str | None
    after: str
    passport: Passport


@dataclass(frozen=True, slots=True)
class Limits:
    """What a standard says of the total as a whole: its floor, and what makes it void."""

    floor: Number | None
    void_if: tuple[Requirement, ...]
    passport: Passport


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Something that a text speaks of, but of which no row was seen."""

    label: str
    note: str
    passport: Passport


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to go and whom to ask, in the public's words."""

    text: str
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
    number: str | None
    area: str
    notice: str
    passport: Passport
    tracks: Mapping[str, Track]
    items: tuple[Item, ...]
    limits: Limits | None
    conditions: tuple[Condition, ...]
    windows: tuple[Window, ...]
    cutoffs: tuple[Cutoff, ...]
    mentioned: tuple[Mentioned, ...]
    contact: Contact | None
    questions: Mapping[str, Question]
    materials: Mapping[str, str]
    sources: Mapping[str, Source]
    known: Mapping[str, Fact]

    def rows(self, track: str | None, on: date) -> tuple[Item, ...]:
        """The items that count of themselves for a track on a day; for any where none is named."""
        inside = {member.id for item in self.items for member in item.members}
        return tuple(
            item for item in self.items if item.id not in inside and item.applies(track, on)
        )

    @property
    def uses(self) -> frozenset[str]:
        """Every fact that this edition asks for."""
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
    known_now = Known(known, items)
    limits = _read_limits(root, known_now, sources)
    conditions = read_conditions(root, known_now, tuple(tracks), sources)
    read = {fact for item in items.values() for fact in item.facts}
    read |= {fact for condition in conditions for fact in condition.facts}
    read |= {fact for veto in (limits.void_if if limits else ()) for fact in veto.directions}
    _match_questions(root, read - {""}, questions)
    standard = Standard(
        id=root.text("id"),
        title=root.text("title"),
        edition=root.text("edition"),
        number=_number(root),
        area=root.text("area"),
        notice=root.text("notice", ""),
        passport=_read_header_passport(root, sources),
        tracks=tracks,
        items=tuple(items.values()),
        limits=limits,
        conditions=conditions,
        windows=read_windows(root, tuple(tracks), sources),
        cutoffs=read_cutoffs(root, tuple(tracks), sources),
        mentioned=tuple(_read_mentioned(each, sources) for each in root.listed("mentioned")),
        contact=_read_contact(root, sources),
        questions=questions,
        materials=materials,
        sources=sources,
        known=known,
    )
    root.done()
    _raise(problems, name)
    return standard


def _number(root: Table) -> str | None:
    number = root.text("number")
    return None if number == NOT_SEEN else number


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
        child=table.flag("child"),
        first=days.day_or_not_seen("from"),
        last=days.day_or_not_seen("until"),
        used_from=_optional_day(days, "used_from"),
        used_until=_optional_day(days, "used_until"),
        replaced_by=table.text("replaced_by", "") or None,
        after=table.text("after", ""),
        passport=read_passport(table, sources),
    )
    if track.first and track.last and track.last < track.first:
        days.fault("until", str(track.last), f"不早于 {track.first}")
    days.done()
    table.done()
    return track


def _optional_day(table: Table, key: str) -> date | None:
    return table.day(key) if table.peek(key) is not None else None


def _read_limits(root: Table, known: Known, sources: Mapping[str, Source]) -> Limits | None:
    if root.peek("total") is None:
        return None
    table = root.table("total")
    limits = Limits(
        floor=table.number("floor") if table.peek("floor") is not None else None,
        void_if=read_requires(table, known, "void_if"),
        passport=read_passport(table, sources),
    )
    table.done()
    return limits


def _read_mentioned(table: Table, sources: Mapping[str, Source]) -> Mentioned:
    mentioned = Mentioned(
        table.text("label"), table.text("note", ""), read_passport(table, sources)
    )
    table.done()
    return mentioned


def _read_contact(root: Table, sources: Mapping[str, Source]) -> Contact | None:
    if root.peek("contact") is None:
        return None
    table = root.table("contact")
    contact = Contact(table.text("text"), read_passport(table, sources))
    table.done()
    return contact


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
        for fact in claim(
            str(table.peek("id")), str(table.peek("label")), rare=table.peek("rare") is True
        )
    }


def _match_questions(root: Table, read: set[str], questions: Mapping[str, Question]) -> None:
    """Every fact that is read is asked, and none is asked for nothing."""
    for fact in sorted(read - set(questions)):
        root.missing(f"facts.{fact}", "一个 question：有计分项或申请条件用到这项情况")
    for fact in sorted(set(questions) - read):
        root.fault(f"facts.{fact}", "question", "有计分项或申请条件用到的情况，或删去")


def _raise(problems: list[Problem], name: str) -> None:
    if problems:
        raise InputError(
            Problem(f"{name} {p.where}".strip(), p.found, p.expected) for p in problems
        )
