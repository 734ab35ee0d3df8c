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
from calculator.rules.requires import Requirement
from calculator.rules.sum_capped import SumCapped
from calculator.scoring.golden_cases import GoldenCase as Golden
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, total
from tests.boundaries.caps import of_cap
from tests.boundaries.shapes import of_requirement, of_shape
from tests.boundaries.sides import Side, ends
from tests.support import editions


def rows(standard: Standard, cases: Iterable[Golden]) -> dict[str, list[str]]:
    """The ids of the cases on each side, members of groups and disputed rows' ways included."""
    people = list(cases)
    return _of_total(standard, people) | {
        f"{item.id}: {side.said}": [
            each.id for each in people if there(each) and side.holds(_person(each))
        ]
        for item in standard.items
        for way in item.alternatives or (item,)
        for side, there in _sides(way, standard)
    }


def _of_total(standard: Standard, people: Iterable[Golden]) -> dict[str, list[str]]:
    """Either side of what makes a total void, and of its floor."""
    if standard.limits is None:
        return {}
    sides = [side for veto in standard.limits.void_if for side in of_requirement(veto)]
    found = {
        f"total: {side.said}": [each.id for each in people if side.holds(_person(each))]
        for side in sides
    }
    if standard.limits.floor is not None:
        floor = standard.limits.floor
        sums = {each.id: total(each.lines.values()) for each in people}
        below = [each for each, points in sums.items() if points.high < floor]
        above = [each for each, points in sums.items() if points.low >= floor]
        found |= {
            f"total: 合计低于 {format_points(floor)}": below,
            f"total: 合计不低于 {format_points(floor)}": above,
        }
    return found


def _sides(item: Item, standard: Standard) -> Iterator[tuple[Side, Callable[[Golden], bool]]]:
    """Each side with what must be so of a case that stands on it."""
    periods = [editions().period(standard, track) for track in item.tracks]
    ruled = [each for each in periods if each]
    for side in [*of_shape(item.shape, ruled), *of_cap(item, ruled)]:
        yield side, partial(_counts, item, standard)
    for requirement in item.requires:
        for side in of_requirement(requirement):
            yield side, partial(_would_give, item, requirement)
    for day in ends(item.in_force):
        yield Side(f"{day}", partial(_is_on, day)), partial(_would_give, item, None)


def _is_on(day: date, case: Situation) -> bool:
    return case.on == day


def _person(golden: Golden) -> Situation:
    return Situation(golden.facts, golden.on)


def _counts(item: Item, standard: Standard, golden: Golden) -> bool:
    """Whether the row applies, its points are known, and no group hides them."""
    case = _person(golden)
    met = all(each.met(case) for each in item.requires)
    known = met and item.applies(golden.track, golden.on) and item.points(case).is_exact
    return known and not any(_hides(group, item, case) for group in standard.items)


def _hides(group: Item, item: Item, case: Situation) -> bool:
    others = [each.points(case) for each in group.members if each.id != item.id]
    if len(others) == len(group.members):
        return False  # not of this group
    if isinstance(group.shape, SumCapped):
        return group.cap_bit(case)
    return any(each.high >= item.points(case).low and each != ZERO for each in others)


def _would_give(item: Item, deciding: Requirement | None, golden: Golden) -> bool:
    """Whether the row gives points on its days, were it not for this prerequisite."""
    case = _person(golden)
    met = all(each.met(case) for each in item.requires if each is not deciding)
    return met and golden.track in item.tracks and item.uncapped(case) != ZERO
