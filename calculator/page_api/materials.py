"""The materials to bring: those of every item that gives or takes points, or still may."""

from collections.abc import Iterator, Sequence
from typing import Any

from calculator.scoring.estimate import Estimate, Line
from calculator.standard.item import Item
from calculator.values.interval import ZERO


def materials_json(results: Sequence[Estimate]) -> list[dict[str, Any]]:
    """``papers``: each material once, in the order of the standard, and what it is for.

    ``results``: both parents' estimates, or one person's. ``sure``: some item that needs it
    certainly gives or takes points.
    """
    standard = results[0].standard
    needed: dict[str, dict[str, bool]] = {}  # by material, the labels of items, and whether sure
    for result in results:
        for item, sure in _items_with_points(result):
            for material in item.materials:
                items = needed.setdefault(material, {})
                items[item.label] = items.get(item.label, False) or sure
    return [
        {
            "id": material,
            "label": label,
            "for": "、".join(needed[material]),
            "sure": any(needed[material].values()),
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
