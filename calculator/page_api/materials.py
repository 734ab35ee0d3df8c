"""The papers to bring: those of every row that gives points or still may."""

from collections.abc import Iterator, Sequence
from typing import Any

from calculator.scoring.estimate import Estimate, Line
from calculator.standard.item import Item
from calculator.values.interval import ZERO


def materials(results: Sequence[Estimate]) -> list[dict[str, Any]]:
    """Each paper once, in the order of the standard; ``sure`` where a row certainly needs it."""
    standard = results[0].standard
    needed: dict[str, dict[str, bool]] = {}
    for result in results:
        for item, sure in _needing(result):
            for paper in item.materials:
                rows = needed.setdefault(paper, {})
                rows[item.label] = rows.get(item.label, False) or sure
    return [
        {
            "id": paper,
            "label": label,
            "for": "、".join(needed[paper]),
            "sure": any(needed[paper].values()),
        }
        for paper, label in standard.materials.items()
        if paper in needed
    ]


def _needing(result: Estimate) -> Iterator[tuple[Item, bool]]:
    for line in result.lines:
        yield from _of_line(line)
    items = {item.id: item for item in result.standard.items}
    yield from ((items[item], False) for item in result.not_counted)


def _of_line(line: Line) -> Iterator[tuple[Item, bool]]:
    if line.points != ZERO:
        yield line.item, line.points.low > 0 or line.points.high < 0
    for member in line.members:
        yield from _of_line(member)
