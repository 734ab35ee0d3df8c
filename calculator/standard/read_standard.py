"""A standard from the tables of its file, or everything that is wrong with them."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from calculator.answers.facts import Fact, facts_of_unpublished, read_fact
from calculator.reading.problems import closest
from calculator.reading.table import Table, read_root
from calculator.rules.register import SHAPES
from calculator.rules.requires import read_requires
from calculator.rules.shape import Definitions
from calculator.standard.conditions import read_conditions
from calculator.standard.cutoffs import read_cutoffs
from calculator.standard.item import Item
from calculator.standard.passport import (
    Passport,
    Source,
    read_passport,
    read_source,
    take_figures_in_text,
)
from calculator.standard.ranking import read_ranking
from calculator.standard.read_item import read_item
from calculator.standard.standard import (
    FAMILY_RULES,
    Contact,
    Limits,
    Mentioned,
    Question,
    Standard,
    Track,
)
from calculator.standard.windows import read_windows

if TYPE_CHECKING:
    from calculator.standard.papers import Papers


def read_facts(data: Mapping[str, object], name: str) -> dict[str, Fact]:
    """The facts of ``facts.toml``. Raises ``InputError``."""
    return read_root(data, name, read_fact_tables)


def read_standard(data: Mapping[str, object], name: str, facts: Mapping[str, Fact]) -> Standard:
    """The standard that ``data`` describes; ``name`` is the file's, for messages.

    ``facts`` are those of ``facts.toml``; the file may declare more. Raises ``InputError`` with
    every fault: file, key path, what was found, what is expected.
    """
    return read_root(data, name, partial(read_standard_tables, facts, name))


def read_fact_tables(root: Table) -> dict[str, Fact]:
    """The facts that ``root`` holds, by their ids; faults go to ``root``."""
    facts = {}
    for fact_id in root.names():
        table = root.table(fact_id)
        facts[fact_id] = read_fact(fact_id, table)
        table.reject_unknown_keys()
    return facts


def read_standard_tables(facts: Mapping[str, Fact], name: str, root: Table) -> Standard:
    """The standard whose tables ``root`` holds; faults go to ``root``."""
    sources = {key: read_source(key, table) for key, table in root.tables("sources")}
    materials = {key: _read_material(table) for key, table in root.tables("materials")}
    tracks = {
        key: _read_track(key, table, tuple(materials), sources)
        for key, table in root.tables("tracks")
    }
    if not tracks:
        root.fault("tracks", {}, "至少一种待遇，例如 [tracks.settlement]")
    rows = list(root.listed("items"))
    facts_by_id, questions = _read_questions(root, facts, _claims(rows))
    items = _read_items(rows, facts_by_id, tuple(tracks), tuple(materials), sources)
    definitions = Definitions(facts_by_id, items)
    limits = _read_limits(root, definitions, sources)
    conditions = read_conditions(root, definitions, tuple(tracks), sources)
    read = {fact for item in items.values() for fact in item.facts}
    read |= {fact for condition in conditions for fact in condition.facts or ("",)}
    read |= {fact for veto in (limits.void_if if limits else ()) for fact in veto.monotonicity}
    _match_questions(root, read, questions)
    passport = _read_header_passport(root, sources)
    return Standard(
        file=name,
        id=root.text("id"),
        title=root.text("title"),
        edition=root.text("edition"),
        number=root.text_or_not_seen("number"),
        area=root.text("area"),
        notice=root.text("notice", ""),
        passport=passport,
        tracks=tracks,
        items=tuple(items.values()),
        limits=limits,
        family_rule=_read_family_rule(root),
        conditions=conditions,
        windows=read_windows(root, tuple(tracks), sources),
        cutoffs=read_cutoffs(root, tuple(tracks), sources),
        ranking=read_ranking(root, passport, sources),
        mentioned=tuple(_read_mentioned(table, sources) for table in root.listed("mentioned")),
        contact=_read_contact(root, sources),
        questions=questions,
        papers=_read_papers(root, tuple(tracks), sources),
        materials=materials,
        sources=sources,
        facts_by_id=facts_by_id,
    )


def _read_items(
    rows: Iterable[Table],
    facts_by_id: Mapping[str, Fact],
    tracks: tuple[str, ...],
    materials: tuple[str, ...],
    sources: Mapping[str, Source],
) -> dict[str, Item]:
    """The rows in their order; a group knows those that stand before it."""
    items: dict[str, Item] = {}
    for table in rows:
        item = read_item(table, Definitions(facts_by_id, items), tracks, materials, sources)
        if item.id in items:
            table.fault("id", item.id, "未用过的 id（这一个上面已有）")
        items[item.id] = item
    return items


def _read_header_passport(root: Table, sources: Mapping[str, Source]) -> Passport:
    table = root.table("passport")
    passport = read_passport(table, sources)
    table.reject_unknown_keys()
    return passport


def _read_track(
    track_id: str, table: Table, materials: tuple[str, ...], sources: Mapping[str, Source]
) -> Track:
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
        materials=table.some_of("materials", materials),
        passport=read_passport(table, sources),
    )
    if track.first and track.last and track.last < track.first:
        days.fault("until", str(track.last), f"不早于 {track.first}")
    days.reject_unknown_keys()
    table.reject_unknown_keys()
    return track


def _optional_day(table: Table, key: str) -> date | None:
    return table.day(key) if table.get(key) is not None else None


def _read_limits(
    root: Table, definitions: Definitions, sources: Mapping[str, Source]
) -> Limits | None:
    if root.get("total") is None:
        return None
    table = root.table("total")
    limits = Limits(
        floor=table.number("floor") if table.get("floor") is not None else None,
        void_if=read_requires(table, definitions, "void_if"),
        passport=read_passport(table, sources),
    )
    table.reject_unknown_keys()
    return limits


def _read_family_rule(root: Table) -> str:
    """``[family] rule``; where an edition has no such table, the better total counts."""
    if root.get("family") is None:
        return FAMILY_RULES[0]
    table = root.table("family")
    rule = table.one_of("rule", FAMILY_RULES)
    table.reject_unknown_keys()
    return rule


def _read_mentioned(table: Table, sources: Mapping[str, Source]) -> Mentioned:
    mentioned = Mentioned(
        table.text("label"), table.text("note", ""), read_passport(table, sources)
    )
    table.reject_unknown_keys()
    return mentioned


def _read_contact(root: Table, sources: Mapping[str, Source]) -> Contact | None:
    if root.get("contact") is None:
        return None
    table = root.table("contact")
    contact = Contact(table.text("text"), read_passport(table, sources))
    table.reject_unknown_keys()
    return contact


def _read_papers(
    root: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> "dict[str, Papers]":
    if root.get("papers") is None:
        return {}
    from calculator.standard.papers import read_papers  # noqa: PLC0415 - not sent to the page

    return read_papers(root, tracks, sources)


def _read_material(table: Table) -> str:
    label = table.text("label")
    table.reject_unknown_keys()
    return label


def _read_questions(
    root: Table, facts: Mapping[str, Fact], claims: Mapping[str, Fact]
) -> tuple[dict[str, Fact], dict[str, Question]]:
    """Every fact that the standard may refer to, and its questions, by the facts' ids.

    A table of ``[facts]`` asks for a fact of ``facts.toml`` or of an unpublished item, or defines a
    fact of its own; a name that is none of these is a fault of ``facts``.
    """
    facts_by_id = {**facts, **claims}
    questions: dict[str, Question] = {}
    for fact_id, table in root.tables("facts"):
        defining = _defining_keys(fact_id, table)
        if fact_id in facts_by_id:
            if defining:
                origin = "facts.toml" if fact_id in facts else 'rule = "unpublished" 的这一项'
                expected = "只写 question、scope、help；意思不同的，另取一个名称"
                table.note(defining[0], f"{origin} 已经定义了 {fact_id}", expected)
            for key in defining:
                table.raw(key)
        elif defining:
            facts_by_id[fact_id] = read_fact(fact_id, table)
        else:
            expected = "facts.toml 中一项情况的名称，或写明 kind 和 label 的一项新情况"
            table.note("", "没有这项情况", expected, closest(fact_id, facts_by_id))
            root.mark_faulty("facts")
            continue
        questions[fact_id] = _read_question(facts_by_id[fact_id], table)
    return facts_by_id, questions


def _defining_keys(fact_id: str, table: Table) -> list[str]:
    """The keys of the table that define a fact, as its reader takes them."""
    trial = table.trial()
    read_fact(fact_id, trial)
    left = trial.names()
    return [key for key in table.names() if key not in left]


def _read_question(fact: Fact, table: Table) -> Question:
    question = Question(
        fact=fact,
        text=table.text("question"),
        scope=table.text("scope"),
        help=table.text("help", ""),
        counted_from=_optional_day(table, "counted_from"),
    )
    take_figures_in_text(table)
    table.reject_unknown_keys()
    return question


def _claims(rows: list[Table]) -> dict[str, Fact]:
    """The facts of unpublished items, and of those whose shape cannot be told, by their ids."""
    unpublished = [table for table in rows if table.get("rule") not in {*SHAPES} - {"unpublished"}]
    return {
        fact.id: fact
        for table in unpublished
        for fact in facts_of_unpublished(
            str(table.get("id")), str(table.get("label")), rare=table.get("rare") is True
        )
    }


def _match_questions(root: Table, read: set[str], questions: Mapping[str, Question]) -> None:
    """Every fact that is read is asked, and none is asked for nothing.

    ``read`` holds an empty id where a row or a condition could not be read whole: which questions
    it would need cannot be told then. Nor can it where the name of a question is at fault.
    """
    asked = Table({}, "facts", root.problems)
    if not root.has_fault("facts"):
        for fact in sorted(read - set(questions) - {""}):
            asked.missing(fact, "一个 question：有计分项或申请条件用到这项情况")
    whole = not any(root.has_fault(key) for key in ("items", "conditions", "total"))
    if whole and "" not in read:
        for fact in sorted(set(questions) - read):
            asked.note(fact, "没有计分项或申请条件用到", "删去，或用到它的一项")
