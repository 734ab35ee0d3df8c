"""Two editions side by side, or two versions of one: item by item, and what else they say.

Items are matched by id. One person under two editions: ``compare_person``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple, TypeAlias

from calculator.rules.shape import TableLine
from calculator.scoring.carry_over import differently_counted, question_texts
from calculator.standard.item import PARTS, WHOSE, Item
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard

Change: TypeAlias = Literal["added", "removed", "changed", "same"]

CHANGES: Final[Mapping[Change, str]] = {
    "added": "新增",
    "removed": "取消",
    "changed": "改变",
    "same": "不变",
}


class Setting(NamedTuple):
    """Something that two versions of an item set differently, beside the lines of their tables.

    ``heading`` names it in Chinese; ``was`` and ``now`` are what each version sets, in Chinese.
    """

    heading: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What became of one item: its table lines in the first edition and in the second.

    ``was`` or ``now`` is empty where that edition does not have the item. ``settings``: what else
    differs, where both have it.
    """

    item: str
    label: str
    was: tuple[TableLine, ...]
    now: tuple[TableLine, ...]
    settings: tuple[Setting, ...]
    change: Change


def compare_items(a: Standard, b: Standard) -> tuple[ItemChange, ...]:
    """Every item of either edition, in the order of ``labels_in_order``."""
    was = {item.id: item for item in a.items}
    now = {item.id: item for item in b.items}
    changes = []
    for item_id, label in labels_in_order(a, b).items():
        before = _table_lines(was[item_id]) if item_id in was else ()
        after = _table_lines(now[item_id]) if item_id in now else ()
        both = item_id in was and item_id in now
        settings = tuple(_differing_settings(was[item_id], now[item_id], a, b)) if both else ()
        change: Change = "changed" if settings or before != after else "same"
        if not (before and after):
            change = "removed" if before else "added"
        changes.append(ItemChange(item_id, label, before, after, settings, change))
    return tuple(changes)


def labels_in_order(a: Standard, b: Standard) -> dict[str, str]:
    """Every item of either edition with its label, by id, in the order of ``b``.

    An item that only ``a`` has follows the item that it follows in ``a``.
    """
    order = [item.id for item in b.items]
    place = 0
    for item in a.items:
        if item.id in order:
            place = order.index(item.id) + 1
        else:
            order.insert(place, item.id)
            place += 1
    labels = {item.id: item.label for item in (*a.items, *b.items)}
    return {item_id: labels[item_id] for item_id in order}


def other_changes(a: Standard, b: Standard) -> dict[str, tuple[str, ...]]:
    """What two versions of one file say differently beside the items.

    By kind, in Chinese: the ids, tracks or numbers of what was added, removed or changed.
    """
    compared: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
        "待遇和适用日期": (a.tracks, b.tracks),
        "申请条件": (
            {condition.id: condition for condition in a.conditions},
            {condition.id: condition for condition in b.conditions},
        ),
        "办理时间": (
            {window.id: window for window in a.windows},
            {window.id: window for window in b.windows},
        ),
        "历年分数线": (_by_number(a.cutoffs), _by_number(b.cutoffs)),
        "到哪里办": ({"contact": a.contact}, {"contact": b.contact}),
        "来源": (a.sources, b.sources),
        "材料": (a.materials, b.materials),
    }
    return {
        kind: tuple(key for key in {**was, **now} if was.get(key) != now.get(key))
        for kind, (was, now) in compared.items()
        if was != now
    }


def _by_number(entries: Iterable[object]) -> dict[str, object]:
    """The entries of a list by their number, for those that have no id."""
    return {f"第 {number} 条": entry for number, entry in enumerate(entries, start=1)}


def _table_lines(item: Item) -> tuple[TableLine, ...]:
    """The item's lines in the guide's table, of a disputed item those of every alternative."""
    lines = (line for version in item.versions for line in version.table_lines())
    return tuple(dict.fromkeys(lines))


def _differing_settings(was: Item, now: Item, a: Standard, b: Standard) -> Iterator[Setting]:
    """What two versions of an item set differently, beside their table lines."""
    before, after = _settings(was, a), _settings(now, b)
    # Between two editions other evidence is a matter of course; in a new version of one file an
    # officer wants to see that a source or a date was changed.
    if a.id == b.id:
        before |= _evidence(was)
        after |= _evidence(now)
    for heading, value in before.items():
        if value != after[heading]:
            yield Setting(heading, value, after[heading])
    apart = differently_counted(a, b)
    for fact_id in was.facts:
        if fact_id in now.facts and fact_id in apart:
            yield Setting("问的是", *question_texts(fact_id, a, b))


def _settings(item: Item, standard: Standard) -> dict[str, str]:
    """What decides an item's points beside its figures, in Chinese, always by the same headings."""
    tracks = [standard.tracks[track].label for track in item.tracks]
    first, last = item.in_force
    return {
        "名称": item.label,
        "类别": PARTS[item.part],
        "看谁的情况": WHOSE[item.whose],
        "看哪些情况": "、".join(standard.facts_by_id[fact].label for fact in item.monotonicity),
        "前提": "、".join(requirement.words for requirement in item.requires) or "没有",
        "用于": "各项待遇" if len(tracks) == len(standard.tracks) else "、".join(tracks),
        "计分期间": "不限" if (first, last) == (date.min, date.max) else f"{first} 至 {last}",
        "取整": item.rounding.words if item.rounding else "不取整",
        "有几个数的": "只算最大的" if item.shape.takes_largest_measure else "相加",
    }


def _evidence(item: Item) -> dict[str, str]:
    """What an item's figures rest on, in Chinese, always by the same headings."""
    figures = {"": item.passport} | dict(item.figures)
    passports = figures.values()
    return {
        "可信度": "；".join(
            f"{figure} {CONFIDENCE[passport.confidence]}" for figure, passport in figures.items()
        ),
        "来源": "、".join(source.id for passport in passports for source in passport.sources),
        "条款": "、".join(passport.clause or "未见" for passport in passports),
        "核对日期": "、".join(str(passport.checked_on) for passport in passports),
        "材料": "、".join(item.materials),
        "说明": item.note,
    }
