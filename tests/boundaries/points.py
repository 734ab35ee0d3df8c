"""Every boundary of an edition's rows, and the golden cases that stand on it and either side.

What is a boundary follows from the edition's data alone. Of a step that repeats, the first is
taken, the one that reaches the cap, and the first from which the cap takes something away. A case
stands there where the row is in force, its prerequisites are met and no group hides it. Rows
without a public figure have no boundary.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Side
from calculator.rules.requires import Requirement
from calculator.rules.rooms import beside
from calculator.scoring.golden_cases import GoldenCase
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.standard.version import Version
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, total
from tests.boundaries.caps import sides_of_cap
from tests.boundaries.days import ends
from tests.support import editions


def point_boundaries(standard: Standard, cases: Iterable[GoldenCase]) -> dict[str, list[str]]:
    """The ids of the cases on each side, members of groups and disputed rows' versions included."""
    given = list(cases)
    return _of_total(standard, given) | {
        f"{item.id}: {side.words}": [
            case.id for case in given if stands(case) and side.holds(_situation(case))
        ]
        for item in standard.items
        for version in item.versions
        for side, stands in _sides(item, version, standard)
    }


def _of_total(standard: Standard, cases: Iterable[GoldenCase]) -> dict[str, list[str]]:
    """Either side of what makes a total void, and of its floor."""
    if standard.limits is None:
        return {}
    vetoes = standard.limits.void_if
    sides = [side for veto in vetoes for side in beside(veto, "boundaries").changes(veto)]
    found = {
        f"total: {side.words}": [case.id for case in cases if side.holds(_situation(case))]
        for side in sides
    }
    if standard.limits.floor is not None:
        floor = standard.limits.floor
        sums = {case.id: total(case.lines.values()) for case in cases}
        below = [case_id for case_id, points in sums.items() if points.high < floor]
        above = [case_id for case_id, points in sums.items() if points.low >= floor]
        found |= {
            f"total: 合计低于 {format_points(floor)}": below,
            f"total: 合计不低于 {format_points(floor)}": above,
        }
    return found


def _sides(
    item: Item, version: Version, standard: Standard
) -> Iterator[tuple[Side, Callable[[GoldenCase], bool]]]:
    """Each side with what must be so of a case that stands on it."""
    periods = [editions().period(standard, track) for track in item.tracks]
    in_force = [period for period in periods if period]
    changes = beside(version.shape, "boundaries").changes(version.shape, in_force)
    for side in [*changes, *sides_of_cap(version, in_force)]:
        yield side, partial(_counts, item, version, standard)
    for requirement in item.requires:
        for side in beside(requirement, "boundaries").changes(requirement):
            yield side, partial(_would_give, item, version, requirement)
    if item.within:
        own = item.scoring.monotonicity
        for side in beside(item.within, "boundaries").changes(item.within, own):
            yield side, partial(_would_give, item, version, None)
    for day in ends(item.in_force):
        yield Side(f"{day}", partial(_is_on, day)), partial(_would_give, item, version, None)


def _is_on(day: date, situation: Situation) -> bool:
    return situation.on == day


def _situation(case: GoldenCase) -> Situation:
    return Situation(case.facts, case.on)


def _counts(item: Item, version: Version, standard: Standard, case: GoldenCase) -> bool:
    """Whether the row applies, its points are known, and no group hides them."""
    situation = _situation(case)
    is_known = version.points(situation, met=True).is_exact
    applies = item.met(situation) is True and item.applies(case.track, case.on)
    return applies and is_known and not any(_hides(g, item, situation) for g in standard.items)


def _hides(group: Item, item: Item, situation: Situation) -> bool:
    """Whether the group's points are the same whatever its member gives near this situation."""
    others = [member.points(situation) for member in group.members if member.id != item.id]
    if len(others) == len(group.members):
        return False  # not of this group
    if group.shape.takes_best:
        own = item.points(situation)
        return any(points.high >= own.low and points != ZERO for points in others)
    return group.is_capped(situation)


def _would_give(
    item: Item, version: Version, deciding: Requirement | None, case: GoldenCase
) -> bool:
    """Whether the row gives points on its days, were it not for this prerequisite."""
    situation = _situation(case)
    others = [required for required in item.requires if required is not deciding]
    is_met = all(required.met(situation) for required in others)
    return is_met and case.track in item.tracks and version.uncapped(situation) != ZERO
