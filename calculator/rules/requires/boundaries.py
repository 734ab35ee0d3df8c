"""Either side of what must be so."""

from collections.abc import Iterator

from calculator.rules.boundaries import Side, answered, around
from calculator.rules.requires import Requirement
from calculator.rules.requires.rule import AtLeast, IsOneOf, IsTrue, RowCounts
from calculator.values.interval import ZERO


def changes(requirement: Requirement) -> Iterator[Side]:
    """Where the requirement comes to be met, and where it ceases to be."""
    match requirement:
        case IsTrue(fact):
            yield from (answered(fact, value) for value in (True, False))
        case IsOneOf(fact):
            yield from (answered(fact, choice) for choice in fact.choices or ())
        case AtLeast(fact, least):
            yield from around(fact, least)
        case RowCounts(row):
            yield Side(f"「{row.label}」计分", lambda situation: row.points(situation) != ZERO)
            yield Side(f"「{row.label}」不计分", lambda situation: row.points(situation) == ZERO)
        case _:
            raise TypeError(requirement)  # a new kind needs its sides here
