"""What ``check`` refuses beyond faults of form: a standard that could not be scored truthfully.

Intervals are exact only while each fact pushes its rows one way; a cap must leave room for one
award; editions must not overlap. Never in the browser: what gets there has passed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations

from calculator.answers.facts import Fact
from calculator.cli.check.items import pushed_apart, row_faults
from calculator.cli.check.places import place_faults
from calculator.reading.problems import InputError, Problem, closest
from calculator.standard.editions import Editions, collect_editions
from calculator.standard.in_force import place_of
from calculator.standard.passport import Passport
from calculator.standard.standard import Standard


def check_editions(editions: Editions) -> Editions:
    """The same editions. Raises ``InputError`` with every fault of each and between them."""
    found = [fault for standard in editions.standards.values() for fault in faults(standard)]
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


def check_together(common_facts: Mapping[str, Fact], standards: list[Standard]) -> None:
    """Raise ``InputError`` where standards that are checked together overlap or share an id."""
    found = list(_overlaps(collect_editions(common_facts, standards)))
    if found:
        raise InputError(found)


def faults(standard: Standard) -> Iterator[Problem]:
    """What is wrong with one edition by itself."""
    for problem in (*_all_rows(standard), *_pushed_apart(standard), *_uncited(standard)):
        yield replace(problem, file=standard.file)


def _all_rows(standard: Standard) -> Iterator[Problem]:
    for item in standard.items:
        yield from row_faults(item, standard)


def _uncited(standard: Standard) -> Iterator[Problem]:
    """Sources that nothing rests on: a figure's sources were forgotten, or the source is left."""
    cited = {source.id for passport in _passports(standard) for source in passport.sources}
    for source in standard.sources:
        if source not in cited:
            yield Problem(f"sources.{source}", "没有一处引用", "删去，或在 sources 中引用")


def _pushed_apart(standard: Standard) -> Iterator[Problem]:
    """Facts that push two rows of one track and day apart.

    The total's interval is the sum of the rows'. Where one answer gives the lowest of one row and
    the highest of another, no answer reaches the ends of that sum: it would promise too much.
    """
    days = {day for item in standard.items for day in item.in_force}
    apart = {
        (fact, *rows)
        for track in standard.tracks
        for day in days
        for fact, rows in pushed_apart(standard.rows(track, day))
    }
    for fact, *rows in sorted(apart):
        yield Problem(f"items.{rows[-1]}", *_apart(fact, rows, standard))
    vetoes = standard.limits.void_if if standard.limits else ()
    scoring = {fact for item in standard.items for fact in item.monotonicity}
    for fact in {fact for veto in vetoes for fact in veto.monotonicity} & scoring:
        yield Problem("total.void_if", f"{fact} 也用于计分", "只用于一票否决的情况")


def _apart(fact: str, rows: list[str], standard: Standard) -> tuple[str, str]:
    """What was found, and what to do about it."""
    named = "、".join(rows)
    if standard.facts_by_id[fact].kind in ("choice", "date"):
        found = f"{fact} 用在 {named} 几项里，它的回答没有先后之分，范围会算不准"
        return found, f"只有一项用 {fact}：合写成一项，或在 [facts] 中为另一项新设一项情况"
    found = f"{fact} 在 {named} 几项里有的越多越加分，有的越多越扣分，范围会算不准"
    return found, f"同一方向的几项：在 [facts] 中为相反的一项新设一项情况，不再用 {fact}"


def _successions(editions: Editions) -> Iterator[Problem]:
    """Every edition's end is stated, and its successor exists."""
    for standard in editions.standards.values():
        for track in standard.tracks.values():
            where = f"tracks.{track.id}"
            if track.replaced_by and track.replaced_by not in editions.standards:
                expected = f"其中之一：{'、'.join(editions.standards)}"
                meant = closest(track.replaced_by, editions.standards)
                found = f"读到 {track.replaced_by}"
                where = f"{where}.replaced_by"
                yield Problem(where, found, expected, standard.file, meant=meant)
            elif editions.period(standard, track.id) is None:
                expected = "写明 from 或 used_from，以及 until、used_until 或后一版的 from"
                yield Problem(f"{where}.in_force", "看不出从哪天到哪天", expected, standard.file)
            elif not track.after and editions.period(standard, track.id) != _open_ended(
                editions, standard, track.id
            ):
                expected = "一句话：到期之后的情况"
                yield Problem(f"{where}.after", "没有写", expected, standard.file)


def _open_ended(editions: Editions, standard: Standard, track: str) -> tuple[date, date] | None:
    period = editions.period(standard, track)
    return period and (period[0], date.max)


def _overlaps(editions: Editions) -> Iterator[Problem]:
    for one, other in combinations(editions.standards.values(), 2):
        places = {place_of(standard.id) for standard in (one, other)}
        if len(places) == 2 and places <= editions.places.keys():
            continue
        for track in one.tracks.keys() & other.tracks.keys():
            first, second = editions.period(one, track), editions.period(other, track)
            if first and second and first[0] <= second[1] and second[0] <= first[1]:
                since, until = max(first[0], second[0]), min(first[1], second[1])
                where = f"tracks.{track}.in_force"
                found = f"{since} 至 {until} 与 {one.id}（{one.file} {where}）同时适用"
                yield Problem(where, found, "每天只有一个版本", other.file)


def _passports(standard: Standard) -> Iterator[Passport]:
    yield standard.passport
    if standard.limits:
        yield standard.limits.passport
    if standard.contact:
        yield standard.contact.passport
    if standard.ranking:
        yield standard.ranking.passport
    for track in standard.tracks.values():
        yield track.passport
    for item in standard.items:
        for version in item.versions:
            yield version.passport
            yield from version.figures.values()
    parts = (standard.conditions, standard.windows, standard.cutoffs, standard.mentioned)
    for part in (*parts, standard.papers.values()):
        yield from (stated.passport for stated in part)
