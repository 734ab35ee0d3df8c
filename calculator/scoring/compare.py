"""Two editions side by side, or two versions of one: row by row, and for one person.

Rows are matched by id. A fact that the two count differently is not carried over: what was answered
under the first is no answer under the second.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from calculator.answers.facts import Answer, Answers
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.rules.shape import TableLine
from calculator.scoring.estimate import Estimate, estimate
from calculator.standard.item import PARTS, WHOSE, Item
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Question, Standard
from calculator.values.interval import ZERO, Interval

Change: TypeAlias = Literal["added", "removed", "changed", "same"]

CHANGES: Final[Mapping[Change, str]] = {
    "added": "新增",
    "removed": "取消",
    "changed": "改变",
    "same": "不变",
}


class Setting(NamedTuple):
    """What decides points beside the figures, where the two differ in it."""

    heading: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item in both: its terms under the first and under the second, none where it is not."""

    item: str
    label: str
    was: tuple[TableLine, ...]
    now: tuple[TableLine, ...]
    settings: tuple[Setting, ...]
    change: Change


class ItemPoints(NamedTuple):
    """What one item gives under each; None where it does not count there."""

    item: str
    label: str
    was: Interval | None
    now: Interval | None


@dataclass(frozen=True, slots=True)
class PersonComparison:
    """One person under both; ``ask_again``: answered facts that were not carried over."""

    was: Estimate
    now: Estimate
    ask_again: tuple[str, ...]

    @property
    def apart(self) -> tuple[ItemPoints, ...]:
        """The items that give something else under the second."""
        # A row that is not there gives nothing: that is no change to who had nothing from it.
        return tuple(each for each in self.points if (each.was or ZERO) != (each.now or ZERO))

    @property
    def points(self) -> tuple[ItemPoints, ...]:
        """Item by item, in the order of ``rows``."""
        was = {line.item.id: line.points for line in self.was.lines}
        now = {line.item.id: line.points for line in self.now.lines}
        return tuple(
            ItemPoints(item, label, was.get(item), now.get(item))
            for item, label in _labels(self.was.standard, self.now.standard).items()
            if item in was or item in now
        )


def compare_items(a: Standard, b: Standard) -> tuple[ItemChange, ...]:
    """Every item of either, in the order of ``b``; what ``b`` has no more stands where it stood."""
    was = {item.id: item for item in a.items}
    now = {item.id: item for item in b.items}
    found = []
    for item, label in _labels(a, b).items():
        before = _terms(was[item]) if item in was else ()
        after = _terms(now[item]) if item in now else ()
        settings = tuple(_settings(was[item], now[item], a, b)) if item in was.keys() & now else ()
        change: Change = "changed" if settings or before != after else "same"
        if not (before and after):
            change = "removed" if before else "added"
        found.append(ItemChange(item, label, before, after, settings, change))
    return tuple(found)


def compare_person(
    a: Standard, b: Standard, facts: Answers, track: str | None, on: date
) -> PersonComparison:
    """One person under both; ``facts`` are as answered under ``a``.

    Without ``track`` the only one that both have. Raises ``InputError``.
    """
    track = _shared(a, b, track)
    carried = carry_over(a, b, facts)
    return PersonComparison(
        was=estimate(a, facts, track, on),
        now=estimate(b, carried, track, on),
        ask_again=tuple(fact for fact in facts if fact not in carried and fact in b.uses),
    )


def carry_over(a: Standard, b: Standard, facts: Answers) -> dict[str, Answer]:
    """The answers given under ``a`` that are answers under ``b`` too.

    Not those that the two count differently, and not points officially told: they were told under
    another edition.
    """
    return {
        fact: answer
        for fact, answer in facts.items()
        if fact not in differently_counted(a, b)
        if a.id == b.id or fact not in a.facts_by_id or a.facts_by_id[fact].kind != "points"
    }


def differently_counted(a: Standard, b: Standard) -> frozenset[str]:
    """The facts that both ask for but count differently: another scope, unit or set of choices."""
    both = a.questions.keys() & b.questions.keys()
    return frozenset(
        fact
        for fact in both
        if what_is_counted(a.questions[fact]) != what_is_counted(b.questions[fact])
    )


def what_is_counted(question: Question) -> tuple[object, ...]:
    """What an answer to the question counts; its range apart."""
    fact = question.fact
    return question.scope, fact.kind, fact.unit, tuple(fact.choices or ())


def _shared(a: Standard, b: Standard, track: str | None) -> str | None:
    """The track under both: that which is named, or the only one they share."""
    shared = [each for each in a.tracks if each in b.tracks]
    if track is None and len(shared) == 1:
        return shared[0]
    if not shared or (track is not None and track not in shared):
        found = f"读到 {quote_value(track)}" if shared else "两版没有共同的待遇"
        expected = f"两版都有的一种：{'、'.join(shared)}" if shared else ""
        raise InputError([Problem("track", found, expected)])
    return track


def _labels(a: Standard, b: Standard) -> dict[str, str]:
    """Every item of either with its label, in the order of ``rows``."""
    order = [item.id for item in b.items]
    place = 0
    for item in a.items:
        if item.id in order:
            place = order.index(item.id) + 1
        else:
            order.insert(place, item.id)
            place += 1
    labels = {item.id: item.label for each in (a, b) for item in each.items}
    return {item: labels[item] for item in order}


def _terms(item: Item) -> tuple[TableLine, ...]:
    """The row of the guide's table; of a disputed item the terms of every alternative."""
    lines = (line for version in item.versions for line in version.table_lines())
    return tuple(dict.fromkeys(lines))


def _settings(was: Item, now: Item, a: Standard, b: Standard) -> Iterator[Setting]:
    """What else decides the points, where the two differ."""
    before, after = _decides(was, a), _decides(now, b)
    for heading, words in before.items():
        if words != after[heading]:
            yield Setting(heading, words, after[heading])
    if a.id == b.id:
        evidence = _evidence(now)
        for heading, words in _evidence(was).items():
            if words != evidence[heading]:
                yield Setting(heading, words, evidence[heading])
    for fact in was.facts:
        if fact in now.facts and fact in differently_counted(a, b):
            yield Setting("问的是", *question_texts(fact, a, b))


def _evidence(item: Item) -> dict[str, str]:
    """What a row rests on: of two versions of one file a change of it is news."""
    figures = {"": item.passport} | dict(item.figures)
    return {
        "可信度": "；".join(f"{f} {CONFIDENCE[each.confidence]}" for f, each in figures.items()),
        "来源": "、".join(source.id for each in figures.values() for source in each.sources),
        "条款": "、".join(each.clause or "未见" for each in figures.values()),
        "核对日期": "、".join(str(each.checked_on) for each in figures.values()),
        "材料": "、".join(item.materials),
        "说明": item.note,
    }


def other_changes(a: Standard, b: Standard) -> dict[str, tuple[str, ...]]:
    """What two versions of one file say differently beside the rows, by its kind in words."""
    compared: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
        "待遇和适用日期": (a.tracks, b.tracks),
        "申请条件": ({x.id: x for x in a.conditions}, {x.id: x for x in b.conditions}),
        "办理时间": ({x.id: x for x in a.windows}, {x.id: x for x in b.windows}),
        "历年分数线": (_numbered(a.cutoffs), _numbered(b.cutoffs)),
        "到哪里办": ({"contact": a.contact}, {"contact": b.contact}),
        "来源": (a.sources, b.sources),
        "材料": (a.materials, b.materials),
    }
    return {
        words: tuple(key for key in {**was, **now} if was.get(key) != now.get(key))
        for words, (was, now) in compared.items()
        if was != now
    }


def _numbered(found: Iterable[object]) -> dict[str, object]:
    return {f"第 {number} 条": each for number, each in enumerate(found, start=1)}


def _decides(item: Item, standard: Standard) -> dict[str, str]:
    """By heading, always the same ones."""
    tracks = [standard.tracks[track].label for track in item.tracks]
    first, last = item.in_force
    return {
        "名称": item.label,
        "类别": PARTS[item.part],
        "看谁的情况": WHOSE[item.whose],
        "看哪些情况": "、".join(standard.facts_by_id[fact].label for fact in item.monotonicity),
        "前提": "、".join(each.words for each in item.requires) or "没有",
        "用于": "各项待遇" if len(tracks) == len(standard.tracks) else "、".join(tracks),
        "计分期间": "不限" if (first, last) == (date.min, date.max) else f"{first} 至 {last}",
        "取整": item.rounding.words if item.rounding else "不取整",
        "有几个数的": "只算最大的" if item.shape.takes_largest_measure else "相加",
    }


def question_texts(fact: str, a: Standard, b: Standard) -> tuple[str, str]:
    """How each asks for the fact; with the scope, where the words are the same."""
    one, other = a.questions[fact], b.questions[fact]
    if one.text == other.text:
        return f"{one.text}（范围 {one.scope}）", f"{other.text}（范围 {other.scope}）"
    return one.text, other.text
