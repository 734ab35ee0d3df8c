"""The form as the templates need it: every question once, what moves most points first.

A question stands with the widest of the items that read it; what most people have nothing of
stands in one block at the end. Nothing is preset: ``Section.none`` are the answers that one tap on
以上都没有 may give.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.scoring.carry_over import what_is_counted
from calculator.standard.editions import Editions
from calculator.standard.item import PARTS, Item
from calculator.standard.standard import Question, Standard
from calculator.values.interval import INFINITY
from calculator.values.number import Bound

_NONE: Final = {"flag": "false", "count": "0"}
"""The text that means having nothing of it, by kind of fact."""


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question, the items whose points show under it, and the tracks for which it is asked.

    An item's points show under the last question that it reads.
    """

    question: Question
    settles: tuple[Item, ...]
    tracks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that belong together. ``none``: field and text of 以上都没有; empty without it."""

    part: str
    title: str
    asked: tuple[FormQuestion, ...]
    none: tuple[tuple[str, str], ...]
    rare: bool


@dataclass(frozen=True, slots=True)
class EditionForm:
    """The form of one edition; ``counts`` tells by fact what an answer counts there."""

    standard: Standard
    sections: tuple[Section, ...]
    counts: dict[str, str]


def forms(editions: Editions, first: str) -> list[EditionForm]:
    """The form of every edition; that of the edition with the id ``first`` comes first."""
    ordered = sorted(editions.standards.values(), key=lambda standard: standard.id != first)
    return [
        EditionForm(
            standard,
            (*sections(standard), conditions(standard)),
            {fact: _mark(standard, question) for fact, question in standard.questions.items()},
        )
        for standard in ordered
    ]


def _mark(standard: Standard, question: Question) -> str:
    """A short mark, the same for two questions of which one's answer is the other's.

    Points officially told were told under one edition: their mark is that of no other.
    """
    told_under = standard.id if question.fact.kind == "points" else ""
    return f"{crc32(f'{what_is_counted(question)}{told_under}'.encode()):08x}"


def sections(standard: Standard) -> list[Section]:
    """The sections with what the points ask for, in the order of asking."""
    widths = _widths(standard)
    groups: dict[tuple[str, str], list[Item]] = {}
    for item in sorted(standard.items, key=lambda item: -widths[item.id]):
        groups.setdefault((item.part, item.group), []).append(item)
    ordered = [fact for items in groups.values() for item in items for fact in item.facts]
    vetoes = [fact for veto in _vetoes(standard) for fact in veto]
    order = sorted(dict.fromkeys([*ordered, *vetoes]), key=lambda fact: _rare(standard, fact))
    asked = {fact: _asked(fact, order, standard) for fact in order}
    found = []
    for (part, group), items in groups.items():
        own = dict.fromkeys(fact for item in items for fact in item.facts)
        common = [fact for fact in own if fact in asked and not _rare(standard, fact)]
        if common:
            own_asked = [asked.pop(fact) for fact in common]
            found.append(_section(PARTS[part], group, own_asked))
    if asked:
        found.append(_section("其他", "不常见的加分和扣分", asked.values(), rare=True))
    return found


def conditions(standard: Standard) -> Section:
    """The section with what only the conditions ask for: may the person apply."""
    scored = {fact for section in sections(standard) for fact in _ids(section.asked)}
    tracks: dict[str, list[str]] = {}
    for condition in standard.conditions:
        for fact in condition.facts:
            tracks.setdefault(fact, []).extend(condition.tracks)
    asked = tuple(
        FormQuestion(standard.questions[fact], (), tuple(t for t in standard.tracks if t in own))
        for fact, own in tracks.items()
        if fact not in scored
    )
    return Section("申请条件", "能不能申请", asked, (), rare=False)


def _section(
    part: str, title: str, asked: Iterable[FormQuestion], *, rare: bool = False
) -> Section:
    questions = tuple(asked)
    return Section(part, title, questions, _none_of([q.question.fact for q in questions]), rare)


def _none_of(facts: list[Fact]) -> tuple[tuple[str, str], ...]:
    """The answers of 以上都没有: only where every question can be answered so, and they are two."""
    asked = [fact for fact in facts if fact.kind != "points"]  # claimed is the question, not these
    if len(asked) < 2 or any(fact.kind not in _NONE or fact.grows for fact in asked):
        return ()  # months that go on are what most people have: nobody is led past them
    return tuple((fact.id, _NONE[fact.kind]) for fact in asked)


def _asked(fact: str, order: list[str], standard: Standard) -> FormQuestion:
    reading = [item for item in standard.items if fact in item.facts]
    settles = tuple(item for item in reading if max(item.facts, key=order.index) == fact)
    tracks = {track for item in reading for track in item.tracks}
    always = any(fact in veto for veto in _vetoes(standard))
    return FormQuestion(
        standard.questions[fact],
        settles,
        tuple(track for track in standard.tracks if always or track in tracks),
    )


def _widths(standard: Standard) -> dict[str, Bound]:
    """How far the points of each item reach where nothing is answered.

    Without an end they reach further than any that have one, and no further than can be sorted.
    """
    empty = Situation({}, standard.passport.checked_on)
    widths = {item.id: item.points(empty).width for item in standard.items}
    widest = max((width for width in widths.values() if width < INFINITY), default=0)
    return {item: min(width, widest + 1) for item, width in widths.items()}


def _vetoes(standard: Standard) -> list[tuple[str, ...]]:
    vetoes = standard.limits.void_if if standard.limits else ()
    return [tuple(veto.monotonicity) for veto in vetoes]


def _rare(standard: Standard, fact: str) -> bool:
    """Whether a fact is asked in the last block; what voids the total always is."""
    return standard.questions[fact].fact.rare or any(fact in veto for veto in _vetoes(standard))


def _ids(asked: Iterable[FormQuestion]) -> list[str]:
    return [form_question.question.fact.id for form_question in asked]
