"""What ``check`` refuses beyond faults of form: a standard that could not be scored truthfully.

Intervals are exact only while each fact pushes its rows one way; a cap must leave room for one
award; editions must not overlap. Desk only: what reaches the browser has passed.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations

from calculator.answers.facts import Fact
from calculator.cli.check.items import ONE_WAY, pushed_apart, row_faults
from calculator.cli.check.places import place_faults
from calculator.reading.problems import InputError, Problem
from calculator.standard.editions import Editions, collect_editions
from calculator.standard.passport import Passport
from calculator.standard.standard import Standard


def check_editions(editions: Editions) -> Editions:
    """The same editions. Raises ``InputError`` with every fault of each and between them."""
    found = [fault for each in editions.standards.values() for fault in faults(each)]
    found += [*_successions(editions), *_overlaps(editions)]
    found += [fault for place in editions.places.values() for fault in place_faults(place)]
    if found:
        raise InputError(found)
    return editions


def check_standard(standard: Standard) -> Standard:
    """The same standard. Raises ``InputError`` with every fault."""
    found = list(faults(standard))
    if found:
        raise InputError(found)
    return standard


def check_together(listed: Mapping[str, Fact], standards: list[Standard]) -> None:
    """Raise ``InputError`` where standards that are checked together overlap or share an id."""
    found = list(_overlaps(collect_editions(listed, standards)))
    if found:
        raise InputError(found)


def faults(standard: Standard) -> Iterator[Problem]:
    """What is wrong with one edition by itself."""
    for item in standard.items:
        yield from row_faults(item, standard)
    yield from _pushed_apart(standard)
    cited = {source.id for each in _passports(standard) for source in each.sources}
    for source in standard.sources.values():
        if source.id not in cited:
            yield Problem(
                f"{standard.id} sources.{source.id}", "没有一处引用", "删去，或在 sources 中引用"
            )


def _pushed_apart(standard: Standard) -> Iterator[Problem]:
    """Facts that push two rows of one track and day apart: their interval would not be exact."""
    days = {day for item in standard.items for day in item.in_force}
    found = {
        (fact, *ids)
        for track in standard.tracks
        for day in days
        for fact, ids in pushed_apart(standard.rows(track, day))
    }
    for fact, *ids in sorted(found):
        yield Problem(f"{standard.id} items", _apart(fact, ids, standard), ONE_WAY)
    vetoes = standard.limits.void_if if standard.limits else ()
    read = {fact for item in standard.items for fact in item.monotonicity}
    for fact in {fact for veto in vetoes for fact in veto.monotonicity} & read:
        yield Problem(f"{standard.id} total.void_if", f"{fact} 也用于计分", "只用于一票否决的情况")


def _apart(fact: str, ids: list[str], standard: Standard) -> str:
    rows = "、".join(ids)
    if standard.facts_by_id[fact].kind in ("choice", "date"):
        return f"{fact} 用在 {rows} 几项里，它的回答没有先后之分，范围会算不准"
    return f"{fact} 把 {rows} 推向相反的方向"


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
    if standard.contact:
        yield standard.contact.passport
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
