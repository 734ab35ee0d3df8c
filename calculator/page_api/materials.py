"""The materials to bring: everybody's, and those of items that give or take points or may."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from calculator.scoring.estimate import Estimate, Line
from calculator.standard.item import Item
from calculator.standard.standard import Track
from calculator.text.family import PARENTS
from calculator.values.interval import ZERO

if TYPE_CHECKING:
    from calculator.page_api import contract

_WHOSE: Final = {(): "", (0,): PARENTS[0], (1,): PARENTS[1], (0, 1): "两位家长"}


def materials_json(results: Sequence[Estimate], track: Track | None) -> list["contract.Material"]:
    """``papers``: each material once, in the order of the standard, and what it is for.

    ``results``: both parents' estimates, or one person's. ``sure``: everybody brings it, or some
    item that needs it certainly gives or takes points. ``who``: of two parents, whose items need
    it; empty where it is everybody's, or only about the household.
    """
    standard = results[0].standard
    common = track.materials if track else ()
    # By material: what it is for, and whether for sure; and whose it is, by number.
    needed = {material: {f"申请{track.plain}": True} for material in common if track}
    whose: dict[str, set[int]] = {}
    for number, result in enumerate(results):
        for item, sure in _items_with_points(result):
            own = not all(standard.facts_by_id[fact].household for fact in item.facts)
            for material in item.materials:
                items = needed.setdefault(material, {})
                items[item.label] = items.get(item.label, False) or sure
                if own and material not in common and len(results) > 1:
                    whose.setdefault(material, set()).add(number)
    return [
        {
            "label": label,
            "for": "、".join(needed[material]),
            "sure": any(needed[material].values()),
            "who": _WHOSE[*sorted(whose.get(material, ()))],
        }
        for material, label in standard.materials.items()
        if material in needed
    ]


def _items_with_points(result: Estimate) -> Iterator[tuple[Item, bool]]:
    """The items that give or take points or may, members of groups too, and whether for sure."""
    for line in result.lines:
        yield from _items_of_line(line)
    items = {item.id: item for item in result.standard.items}
    yield from ((items[item_id], False) for item_id in result.not_counted)


def _items_of_line(line: Line) -> Iterator[tuple[Item, bool]]:
    if line.points != ZERO:
        yield line.item, line.points.low > 0 or line.points.high < 0
    for member in line.members:
        yield from _items_of_line(member)
