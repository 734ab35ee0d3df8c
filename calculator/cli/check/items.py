"""What ``check`` refuses in a row: figures out of reach, caps, groups, facts pushing both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, TypeVar

from calculator.answers.facts import extreme_answers
from calculator.answers.situation import Situation
from calculator.reading.problems import Problem
from calculator.rules.age import Age
from calculator.rules.best_of import BestOf
from calculator.rules.requires import AtLeast
from calculator.rules.tiers import Tiers
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.interval import ZERO, hull
from calculator.values.number import Number, format_decimal

_T = TypeVar("_T")
ONE_WAY: Final = "每项情况只朝一个方向影响分值"


def row_faults(item: Item, standard: Standard) -> Iterator[Problem]:
    """What is wrong with one row, at its key path."""
    where = f"items.{item.id}"
    for key, found, expected in chain(
        _figures(item, standard),
        _alternatives(item),
        _caps(item, standard),
        _members(item),
        _facts_read(item),
    ):
        yield Problem(f"{where}.{key}", found, expected)


def pushed_apart(rows: Iterable[Item]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each fact that pushes some of the rows up and others down, with the ids of those it moves."""
    read = [(fact, (row.id, way)) for row in rows for fact, way in row.monotonicity.items()]
    for fact, pushed in _together(read).items():
        if len(pushed) > 1 and {way for _, way in pushed} not in ({"up"}, {"down"}):
            yield fact, tuple(row for row, _ in pushed)


def _figures(item: Item, standard: Standard) -> Iterator[tuple[str, str, str]]:
    for award in item.shape.single_points:
        if award and (award < 0) != (item.part == "deduction"):
            yield "points", f"{item.part} 中读到 {format_decimal(award)}", _sign(item)
    if isinstance(item.shape, Age):
        eldest = standard.passport.checked_on.year - item.shape.fact.earliest.year
        for band in item.shape.bands:
            if band.youngest > eldest:
                found = f"读到 {band.youngest} 周岁起的一档，没有人到得了"
                yield "bands", found, f"不大于 {eldest} 周岁"
    for requirement in item.requires:
        if isinstance(requirement, AtLeast) and requirement.least > requirement.fact.max:
            found = f"{requirement.fact.label}要达到 {format_decimal(requirement.least)}"
            yield "requires", found, f"不大于 {requirement.fact.max} 的数"


def _alternatives(item: Item) -> Iterator[tuple[str, str, str]]:
    """What sources dispute is written as alternatives that differ; deductions know no 就高."""
    first, *others = item.alternatives or (item,)
    differ = any(
        (each.shape, each.cap, each.rounding) != (first.shape, first.cap, first.rounding)
        for each in others
    )
    if item.alternatives and not differ:
        yield "alternatives", "几种说法相同", "不同的几种说法"
    if item.passport.confidence == "disputed" and not differ:
        yield "confidence", "写了 disputed，没有几种说法", "写在 alternatives 中的几种说法"
    ladders = item.shape.ladders if isinstance(item.shape, Tiers) else ()
    if item.part == "deduction" and (isinstance(item.shape, BestOf) or len(ladders) > 1):
        yield "rule", f"扣减分中的 {item.rule} 在几种里取一种", "分开的几项：扣减没有就高"


def _caps(item: Item, standard: Standard) -> Iterator[tuple[str, str, str]]:
    """A cap has the sign of its part, leaves room for one award, and can be reached."""
    on = standard.passport.checked_on  # any day: no shape that rises with a fact asks for it
    ways = item.shape.monotonicity.items()
    most = Situation(
        {f: extreme_answers(standard.facts_by_id[f], on)[-1] for f, way in ways if way != "any"}, on
    )
    largest = max(map(_size, item.shape.single_points), default=0)
    for each in item.alternatives or (item,):
        if each.cap is None:
            continue
        read = f"读到 {format_decimal(each.cap)}"
        if (each.cap < 0) != (item.part == "deduction"):
            yield "cap", f"{item.part} 中{read}", _sign(item)
        elif _size(each.cap) < largest:
            yield "cap", read, f"不小于单次分值 {format_decimal(largest)} 的上限"
        elif each.cap not in hull([ZERO, each.uncapped(most)]):
            yield "cap", f"{read}，没有答案到得了", "到得了的上限，或删去"


def _members(item: Item) -> Iterator[tuple[str, str, str]]:
    for member in item.members:
        if member.part != item.part:
            yield "of", f"{member.id} 属于 {member.part}", f"同属 {item.part} 的项"
        if not _serves(member, item):
            yield "of", f"{member.id} 只用于部分待遇或日期", "与这一组同样适用的项"
        if not member.shape.single_points:
            yield "of", f"{member.id} 没有分值", "有公开分值的项"
    for fact, ids in pushed_apart(item.members):
        yield "of", f"{fact} 把 {'、'.join(ids)} 推向不同的方向", ONE_WAY


def _facts_read(item: Item) -> Iterator[tuple[str, str, str]]:
    """A fact that a row reads twice must push it one way."""
    if isinstance(item.shape, Tiers):
        ladders = [ladder.fact.id for ladder in item.shape.ladders]
        if len(set(ladders)) != len(ladders):
            yield "ladders", "同一项情况出现了两次", "每项情况一个阶梯"
    asked = [(fact, way) for each in item.requires for fact, way in each.monotonicity.items()]
    for fact, ways in _together(asked).items():
        if len(ways) > 1 and "any" in ways:
            yield "requires", f"{fact} 出现了两次", "合写成一条"
        if fact in item.shape.monotonicity and {*ways, item.shape.monotonicity[fact]} != {"up"}:
            yield "requires", f"{fact} 既作条件又计分，而且不是越多越多", "分开的两项情况"


def _together(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def _sign(item: Item) -> str:
    return "负数" if item.part == "deduction" else "正数"


def _serves(member: Item, group: Item) -> bool:
    """Whether a member counts wherever its group does."""
    first, last = member.in_force
    during = first <= group.in_force[0] and group.in_force[1] <= last
    return during and set(group.tracks) <= set(member.tracks)


def _size(points: Number) -> Number:
    return points if points >= 0 else -points
