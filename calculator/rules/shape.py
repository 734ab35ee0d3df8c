"""What every shape of rule answers: the same few verbs, one module a shape.

A shape reads its keys from an item's table and then tells, for any answers, the points, their
reasons in words, and its own row in the guide's table. Caps, prerequisites, tracks and dates are
modifiers of the item, not of the shape (``calculator.standard.item``).
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, Protocol, Self, TypeAlias

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.values.interval import Interval
from calculator.values.number import Number

Monotonicity: TypeAlias = Literal["up", "down", "any"]
"""Where points go as an answer grows (for a flag: as it becomes true)."""


class TableLine(NamedTuple):
    """One line of a row in the guide's table: on what condition, how many points."""

    condition: str
    points: str


class ReferencedItem(Protocol):
    """A row of the standard, as another row sees it."""

    @property
    def label(self) -> str:
        """Its name in the standard."""

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """The facts that it reads, and where they push it."""

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures that a single award may give."""

    def points(self, situation: Situation) -> Interval:
        """Its points, modifiers applied."""


class Definitions(NamedTuple):
    """What a row may refer to: every fact, and the rows above it."""

    facts: Mapping[str, Fact]
    rows: Mapping[str, ReferencedItem]


class Shape(Protocol):
    """One shape of rule with its figures."""

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """The shape from an item's table; faults go to ``table``."""

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact it reads, in the order of asking, and where points go as it grows."""

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures that a single award may give; none where there is no public figure."""

    def points(self, situation: Situation) -> Interval:
        """The reach of the points over all admissible answers of what is unknown."""

    def why(self, situation: Situation) -> str:
        """How the points come about, where every fact that decides is definitions."""

    def terms(self) -> list[TableLine]:
        """The row in the guide's table."""


def read_members(table: Table, definitions: Definitions) -> tuple[ReferencedItem, ...]:
    """The rows above that a group's key ``of`` names, at least two."""
    named = table.texts("of")
    for format_per in named:
        if format_per not in definitions.rows:
            expected = f"排在它前面的一项：{'、'.join(definitions.rows)}"
            table.fault("of", format_per, expected, definitions.rows)
    if len(set(named)) != len(named) or len(named) == 1:
        table.fault("of", list(named), "至少两项，不重复")
    return tuple(
        definitions.rows[format_per] for format_per in named if format_per in definitions.rows
    )


def merge_monotonicity(rows: Iterable[ReferencedItem]) -> dict[str, Monotonicity]:
    """Every fact that some of the rows reads; where two push it apart, ``any``."""
    found: dict[str, Monotonicity] = {}
    for row in rows:
        for fact, way in row.monotonicity.items():
            found[fact] = way if found.get(fact, way) == way else "any"
    return found


class _AnyChoice(dict[str, str]):
    """The choices of a fact that is not there: every word is one."""

    def __contains__(self, _: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


_NO_FACT = Fact("", "", "", max=10**9, choices=_AnyChoice())
"""Stands for a fact whose name is at fault: what follows from that is then no fault of its own."""


def read_fact(
    table: Table, definitions: Definitions, kinds: tuple[str, ...], key: str = "fact"
) -> Fact:
    """The fact that ``key`` names, of one of ``kinds``."""
    return find_fact(table, table.text(key), definitions, kinds, key)


def find_fact(
    table: Table, name: str, definitions: Definitions, kinds: tuple[str, ...], key: str
) -> Fact:
    """The fact called ``name``; a fault at ``key`` where there is none of these kinds."""
    fact = definitions.facts.get(name)
    if fact is not None and fact.kind in kinds:
        return fact
    if name:
        expected = f"facts.toml 或本文件 [facts] 中一项情况的名称（种类：{'、'.join(kinds)}）"
        alike = [fact.id for fact in definitions.facts.values() if fact.kind in kinds]
        table.fault(key, name, expected, alike)
    return _NO_FACT


def monotonicity_of(points: Number) -> Monotonicity:
    """Up where points are given, down where they are taken away."""
    return "up" if points >= 0 else "down"
