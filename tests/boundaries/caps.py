"""On a cap and either side of it: where a row just stays below, reaches it, and loses points to it.

A row that grows step by step: the last answer below the cap, the one that reaches it, and the
first from which the cap takes something away. A group: the sums nearest to the cap that its members
can give together. Of tiers and bands each one is a boundary of its own, whatever the cap.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import takewhile
from typing import cast

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Period, Side, Step
from calculator.rules.rooms import beside
from calculator.rules.shape import Shape
from calculator.standard.item import Item
from calculator.standard.version import Version
from calculator.values.chinese import format_points
from calculator.values.number import Bound, Number


def sides_of_cap(version: Version, in_force: Iterable[Period]) -> Iterator[Side]:
    """The sides of a row's cap, as far as its points come near."""
    if version.cap is None:
        return
    cap = _size(version.cap)
    if version.shape.members:
        largest = max(map(_size, version.shape.single_points), default=0)
        sums = sorted(_sizes_of_members(version.shape, cap + largest))
        below = [size for size in sums if size < cap]
        for size in [*below[-1:], *sums[len(below) :][:2]]:
            yield Side(f"合计 {format_points(size)}", partial(_amounts_to, version, size))
        return
    reached = False
    for step in _growth(version.shape, in_force):
        size = _size_at(version, step)
        if size >= cap and not reached:
            reached = True
            yield from step.reaching
        if size > cap:
            yield from step.passing
            return


def _size(points: Bound) -> Number:
    """How far points that have an end are from zero."""
    return cast("Number", points if points >= 0 else -points)


def _amounts_to(version: Version, size: Number, situation: Situation) -> bool:
    points = version.uncapped(situation)
    return points.is_exact and _size(points.low) == size


def _growth(shape: Shape, in_force: Iterable[Period]) -> Iterable[Step]:
    """The steps at which the points of a shape grow; none of one that knows no steps."""
    growth = getattr(beside(shape, "boundaries"), "growth", None)
    return growth(shape, in_force) if growth else ()


def _size_at(version: Version, step: Step) -> Number:
    """How far from zero the points are at a step, whatever the cap says."""
    return _size(version.uncapped(step.situation).low)


def _sizes_of_members(group: Shape, limit: Number) -> set[Number]:
    """How far from zero the members' points can be, up to a limit, before the group's own cap."""
    combine_sizes = beside(group, "boundaries").combine_sizes
    found: set[Number] = {0}
    for member in cast("tuple[Item, ...]", group.members):
        combined = combine_sizes(found, _sizes(member, limit))
        found |= {size for size in combined if size <= limit}
    return found


def _sizes(item: Item, limit: Number) -> set[Number]:
    """How far from zero the points of a member can be, its own cap applied."""
    version = item.versions[0]
    if item.members:
        sizes = _sizes_of_members(item.shape, limit)
    else:
        growing = (_size_at(version, step) for step in _growth(item.shape, ()))
        steps = takewhile(lambda size: size <= limit, growing)
        sizes = {0, *map(_size, item.single_points), *steps}
    return {size if item.cap is None else min(size, _size(item.cap)) for size in sizes}
