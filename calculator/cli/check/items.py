"""What ``check`` refuses in a row: figures out of reach, caps, groups, facts pushing both ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, TypeVar, cast

from calculator.answers.facts import extreme_answers
from calculator.answers.situation import Situation
from calculator.reading.problems import Problem
from calculator.rules.shape import Fault
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.interval import ZERO, hull
from calculator.values.number import Number, format_decimal

_T = TypeVar("_T")
ONE_WAY: Final = "每项情况只朝一个方向影响分值"


def row_faults(item: Item, standard: Standard) -> Iterator[Problem]:
    """What is wrong with one row, at its key path."""
    where = f"items.{item.id}"
    for fault in chain(
        _figures(item, standard),
        _alternatives(item),
        _caps(item, standard),
        _members(item),
        _within(item),
        _facts_read(item),
    ):
        yield Problem(f"{where}.{fault.key}", fault.found, fault.expected)


def pushed_apart(rows: Iterable[Item]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each fact that pushes some of the rows up and others down, with the ids of those it moves."""
    read = [
        (fact, (row.id, direction)) for row in rows for fact, direction in row.monotonicity.items()
    ]
    for fact, pushed in _by_key(read).items():
        if len(pushed) > 1 and {direction for _, direction in pushed} not in ({"up"}, {"down"}):
            yield fact, tuple(row for row, _ in pushed)


def _figures(item: Item, standard: Standard) -> Iterator[Fault]:
    """Figures have the sign of their part, and somebody's answers reach each of them."""
    for points in (points for version in item.versions for points in version.shape.single_points):
        if points and (points < 0) != (item.part == "deduction"):
            yield Fault("points", f"{item.part} 中读到 {format_decimal(points)}", _sign(item))
    for version in item.versions:
        yield from version.shape.faults(standard.passport.checked_on)
    for requirement in item.requires:
        yield from requirement.faults()


def _alternatives(item: Item) -> Iterator[Fault]:
    """What sources dispute is written as alternatives that differ; deductions know no 就高."""
    first, *others = item.versions
    differ = any(
        (other.shape, other.cap, other.rounding) != (first.shape, first.cap, first.rounding)
        for other in others
    )
    if item.alternatives and not differ:
        yield Fault("alternatives", "几种说法相同", "不同的几种说法")
    if item.passport.confidence == "disputed" and not differ:
        yield Fault("confidence", "写了 disputed，没有几种说法", "写在 alternatives 中的几种说法")
    if item.part == "deduction" and item.shape.takes_best:
        found = f"扣减分中的 {item.rule} 在几种里取一种"
        yield Fault("rule", found, "分开的几项：扣减没有就高")


def _caps(item: Item, standard: Standard) -> Iterator[Fault]:
    """A cap has the sign of its part, leaves room for one award, and can be reached.

    Whether it can is tried with the answers that take the row farthest: the last of the range for
    every fact that pushes one way. Facts of no one direction (``any``) stay unknown, so that their
    whole reach counts.
    """
    on = standard.passport.checked_on  # any day: no shape that rises with a fact asks for it
    directions = item.scoring.monotonicity.items()
    one_way = [fact for fact, direction in directions if direction != "any"]
    farthest = {fact: extreme_answers(standard.facts_by_id[fact], on)[-1] for fact in one_way}
    for version in item.versions:
        largest = max(map(_size, version.shape.single_points), default=0)
        if version.cap is None:
            continue
        read = f"读到 {format_decimal(version.cap)}"
        if (version.cap < 0) != (item.part == "deduction"):
            yield Fault("cap", f"{item.part} 中{read}", _sign(item))
        elif _size(version.cap) < largest:
            # A cap below a single award would say that the award is never given.
            yield Fault("cap", read, f"不小于单次分值 {format_decimal(largest)} 的上限")
        elif version.cap not in hull([ZERO, version.uncapped(Situation(farthest, on))]):
            # A cap that nothing reaches is most often a slip in a digit: 7000 for 700.
            yield Fault("cap", f"{read}，没有答案到得了", "到得了的上限，或删去")


def _members(item: Item) -> Iterator[Fault]:
    """Members count wherever their group does, have figures, and push every fact one way."""
    for member in item.members:
        if member.part != item.part:
            yield Fault("of", f"{member.id} 属于 {member.part}", f"同属 {item.part} 的项")
        if not _serves(member, item):
            yield Fault("of", f"{member.id} 只用于部分待遇或日期", "与这一组同样适用的项")
        if not member.single_points:
            yield Fault("of", f"{member.id} 没有分值", "有公开分值的项")
    for fact, ids in pushed_apart(item.members):
        yield Fault("of", f"{fact} 把 {'、'.join(ids)} 推向不同的方向", ONE_WAY)


def _within(item: Item) -> Iterator[Fault]:
    """A row counts only where its group is asked about, has its sign, and has a figure itself."""
    if item.within is None:
        return
    group = cast("Item", item.within.group)
    if item.declaration:
        yield Fault("within", f"{item.id} 没有分值", "写在有公开分值的一项上")
    if group.part != item.part:
        yield Fault("within", f"{group.id} 属于 {group.part}", f"同属 {item.part} 的项")
    if not _serves(group, item):
        yield Fault("within", f"{group.id} 只用于部分待遇或日期", "与这一项同样适用的项")


def _facts_read(item: Item) -> Iterator[Fault]:
    """A fact that a row reads twice must push it one way."""
    scoring = item.scoring.monotonicity
    required = [
        (fact, direction)
        for requirement in item.requires
        for fact, direction in requirement.monotonicity.items()
    ]
    for fact, directions in _by_key(required).items():
        if len(directions) > 1 and "any" in directions:
            yield Fault("requires", f"{fact} 出现了两次", "合写成一条")
        if fact in scoring and {*directions, scoring[fact]} != {"up"}:
            found = f"{fact} 既作条件又计分，而且不是越多越多"
            yield Fault("requires", found, "分开的两项情况")


def _by_key(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    """The values of each key, in their order."""
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
