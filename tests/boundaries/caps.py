"""On a cap and either side of it: where a row just stays below, reaches it, and loses points to it.

A row of one amount: the last amount below the cap, the one that reaches it, and the first from
which the cap takes something away. A ladder of ages: the birthdays at which the same happens. A
group: the sums nearest to the cap that its members can give together. Of tiers and bands each one
is a boundary of its own, whatever the cap.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice, takewhile
from typing import Final, cast

from calculator.answers.situation import Situation
from calculator.rules.age import Age
from calculator.rules.best_of import BestOf
from calculator.rules.per_unit import PerUnit
from calculator.rules.shape import Shape
from calculator.rules.steps_above import StepsAbove
from calculator.rules.sum_capped import SumCapped
from calculator.standard.item import Item
from calculator.values.chinese import format_points
from calculator.values.number import Bound, Number
from tests.boundaries.sides import Days, Side, around, at, birthdays

_NEW_YEAR: Final = date(2000, 1, 1)


def of_cap(item: Item, ruled: Iterable[Days]) -> Iterator[Side]:
    """The sides of a row's cap, as far as its points come near; ``ruled``: see ``birthdays``."""
    if item.cap is None:
        return
    cap, shape = _size(item.cap), item.shape
    reaching = next((each for each in _steps(shape) if _size_at(item, each) >= cap), None)
    beyond = next((each for each in _steps(shape) if _size_at(item, each) > cap), None)
    if isinstance(shape, SumCapped | BestOf):
        together = sorted(_together(item, cap + max(map(_size, item.single_points), default=0)))
        lower = [each for each in together if each < cap]
        for size in [*lower[-1:], *together[len(lower) :][:2]]:
            yield Side(f"合计 {format_points(size)}", partial(_amounts_to, item, size))
    elif isinstance(shape, Age):
        for age in (reaching, beyond):
            yield from () if age is None else birthdays(shape.fact, int(age) + 1, ruled)
    elif isinstance(shape, PerUnit | StepsAbove):
        combine = shape.combine if isinstance(shape, StepsAbove) else "sum"
        yield from () if reaching is None else islice(around(shape.fact, reaching, combine), 2)
        yield from () if beyond is None else [at(shape.fact, beyond, combine)]


def _size(points: Bound) -> Number:
    """How far points that have an end are from zero."""
    return cast("Number", points if points >= 0 else -points)


def _amounts_to(item: Item, size: Number, case: Situation) -> bool:
    points = item.uncapped(case)
    return points.is_exact and _size(points.low) == size


def _steps(shape: Shape) -> Iterator[Number]:
    """The amounts or, falling, the ages at which the points grow."""
    match shape:
        case PerUnit(fact, per, _, _, parts):
            step = 1 if parts else per
            yield from range(step, fact.max + 1, step)
        case StepsAbove(fact, _, start, _, step):
            while start <= fact.max:
                yield start
                start += step
        case Age(_, bands):
            for band in reversed(bands):
                yield from range(band.oldest, band.youngest - 1, -1)


def _size_at(item: Item, step: Number) -> Number:
    """How far from zero the points are at a step, whatever the cap says."""
    match item.shape:
        case Age(fact):
            born = _NEW_YEAR.replace(year=_NEW_YEAR.year - int(step))
            person = Situation({fact.id: born}, _NEW_YEAR)
        case PerUnit(fact) | StepsAbove(fact):
            person = Situation({fact.id: (step,) if fact.kind == "measures" else step}, _NEW_YEAR)
    return _size(item.uncapped(person).low)


def _together(group: Item, limit: Number) -> set[Number]:
    """How far from zero the members' points can be, up to a limit, before the group's own cap."""
    found: set[Number] = {0}
    for member in group.members:
        own = _sizes(member, limit)
        if isinstance(group.shape, SumCapped):
            own = {a + b for a in found for b in own if a + b <= limit}
        found |= own
    return found


def _sizes(item: Item, limit: Number) -> set[Number]:
    if item.members:
        found = _together(item, limit)
    else:
        steps = takewhile(
            lambda each: each <= limit, (_size_at(item, s) for s in _steps(item.shape))
        )
        found = {0, *map(_size, item.single_points), *steps}
    return {each if item.cap is None else min(each, _size(item.cap)) for each in found}
