"""What ``check`` refuses beyond faults of form: a standard that could not be scored truthfully.

Intervals are exact only while each fact pushes its rows one way; a cap must leave room for one
award; editions must not overlap. Desk only: what reaches the browser has passed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from calculator.editions import Editions
from calculator.interval import ZERO, hull
from calculator.item import Item
from calculator.number import Number, plain
from calculator.passport import Passport
from calculator.problems import InputError, Problem
from calculator.rules.shape import Case
from calculator.scoring import extremes
from calculator.standard import Standard


def check_editions(editions: Editions) -> Editions:
    """The same editions. Raises ``InputError`` with every fault of each and between them."""
    found = [fault for each in editions.standards.values() for fault in faults(each)]
    found += [*_successions(editions), *_overlaps(editions)]
    if found:
        raise InputError(found)
    return editions


def check_standard(standard: Standard) -> Standard:
    """The same standard. Raises ``InputError`` with every fault."""
    found = list(faults(standard))
    if found:
        raise InputError(found)
    return standard


def faults(standard: Standard) -> Iterator[Problem]:
    """What is wrong with one edition by itself."""
    for item in standard.items:
        yield from _of_item(item, standard)
    yield from _pushed_apart(standard)
    cited = {source.id for each in _passports(standard) for source in each.sources}
    for source in standard.sources.values():
        if source.id not in cited:
            yield Problem(
                f"{standard.id} sources.{source.id}", "没有一处引用", "删去，或在 sources 中引用"
            )


def _of_item(item: Item, standard: Standard) -> Iterator[Problem]:
    on = standard.passport.checked_on
    ways = item.shape.directions.items()
    most = Case({f: extremes(standard.known[f], on)[-1] for f, way in ways if way != "any"}, on)
    where = f"items.{item.id}"
    for award in item.shape.awards:
        if (award < 0) != (item.part == "deduction") and award:
            wanted = "负数" if item.part == "deduction" else "正数"
            yield Problem(f"{where}.points", f"{item.part} 中读到 {plain(award)}", wanted)
    largest = max(map(_size, item.shape.awards), default=0)
    for each in item.alternatives or (item,):
        if each.cap is not None and (each.cap < 0) != (item.part == "deduction"):
            expected = "负数" if item.part == "deduction" else "正数"
            yield Problem(f"{where}.cap", f"{item.part} 中读到 {plain(each.cap)}", expected)
        elif each.cap is not None and each.cap not in hull([ZERO, each.uncapped(most)]):
            found = f"读到 {plain(each.cap)}，没有答案到得了"
            yield Problem(f"{where}.cap", found, "到得了的上限，或删去")
        if each.cap is not None and _size(each.cap) < largest:
            yield Problem(
                f"{where}.cap", f"读到 {plain(each.cap)}", f"不小于单次分值 {plain(largest)} 的上限"
            )
    for member in item.members:
        if member.part != item.part:
            yield Problem(
                f"{where}.of", f"{member.id} 属于 {member.part}", f"同属 {item.part} 的项"
            )
        if not _serves(member, item):
            yield Problem(
                f"{where}.of", f"{member.id} 只用于部分待遇或日期", "与这一组同样适用的项"
            )
        if not member.shape.awards:
            yield Problem(f"{where}.of", f"{member.id} 没有分值", "有公开分值的项")
    opening = {fact: way for each in item.requires for fact, way in each.directions.items()}
    for fact in opening.keys() & item.shape.directions.keys():
        if {opening[fact], item.shape.directions[fact]} != {"up"}:
            found = f"{fact} 既作条件又计分，而且不是越多越多"
            yield Problem(f"{where}.requires", found, "分开的两项情况")


def _serves(member: Item, group: Item) -> bool:
    """Whether a member counts wherever its group does."""
    first, last = member.in_force
    during = first <= group.in_force[0] and group.in_force[1] <= last
    return during and set(group.tracks) <= set(member.tracks)


def _size(points: Number) -> Number:
    return points if points >= 0 else -points


def _pushed_apart(standard: Standard) -> Iterator[Problem]:
    """Facts that push two rows of one track and day apart: their interval would not be exact."""
    days = {day for item in standard.items for day in item.in_force}
    found = {
        (fact, *ids)
        for track in standard.tracks
        for day in days
        for fact, ids in _rows_pushed_apart(standard.rows(track, day))
    }
    for fact, *ids in sorted(found):
        yield Problem(
            f"{standard.id} items",
            f"{fact} 把 {'、'.join(ids)} 推向相反的方向",
            "每项情况只朝一个方向影响分值",
        )
    vetoes = standard.limits.void_if if standard.limits else ()
    read = {fact for item in standard.items for fact in item.directions}
    for fact in {fact for veto in vetoes for fact in veto.directions} & read:
        yield Problem("total.void_if", f"{fact} 也用于计分", "只用于一票否决的情况")


def _rows_pushed_apart(rows: Iterable[Item]) -> Iterator[tuple[str, tuple[str, ...]]]:
    ways = defaultdict(list)
    for item in rows:
        for fact, way in item.directions.items():
            ways[fact].append((item.id, way))
    for fact, pushed in ways.items():
        if len(pushed) > 1 and {way for _, way in pushed} not in ({"up"}, {"down"}):
            yield fact, tuple(item for item, _ in pushed)


def _successions(editions: Editions) -> Iterator[Problem]:
    """Every edition's end is stated, and its successor exists."""
    for standard in editions.standards.values():
        for track in standard.tracks.values():
            where = f"{standard.id} tracks.{track.id}"
            if track.replaced_by and track.replaced_by not in editions.standards:
                expected = f"其中之一：{'、'.join(editions.standards)}"
                yield Problem(f"{where}.replaced_by", f"读到 {track.replaced_by}", expected)
            elif editions.period(standard, track.id) is None:
                expected = "写明 from 或 used_from，以及 until、used_until 或后一版的 from"
                yield Problem(f"{where}.in_force", "看不出从哪天到哪天", expected)
            elif not track.after and editions.period(standard, track.id) != _open_ended(
                editions, standard, track.id
            ):
                yield Problem(f"{where}.after", "没有写", "一句话：到期之后的情况")


def _open_ended(editions: Editions, standard: Standard, track: str) -> tuple[date, date] | None:
    period = editions.period(standard, track)
    return period and (period[0], date.max)


def _overlaps(editions: Editions) -> Iterator[Problem]:
    for one, other in combinations(editions.standards.values(), 2):
        for track in one.tracks.keys() & other.tracks.keys():
            first, second = editions.period(one, track), editions.period(other, track)
            if first and second and first[0] <= second[1] and second[0] <= first[1]:
                since, until = max(first[0], second[0]), min(first[1], second[1])
                found = f"{track} 在 {since} 至 {until} 同时适用"
                yield Problem(f"{one.id}、{other.id}", found, "每天只有一个版本")


def _passports(standard: Standard) -> Iterator[Passport]:
    yield standard.passport
    if standard.limits:
        yield standard.limits.passport
    for track in standard.tracks.values():
        yield track.passport
    for item in standard.items:
        for each in (item, *item.alternatives):
            yield each.passport
            yield from each.figures.values()
    yield from (each.passport for each in standard.conditions)
    yield from (each.passport for each in standard.windows)
    yield from (each.passport for each in standard.cutoffs)
    yield from (each.passport for each in standard.mentioned)
