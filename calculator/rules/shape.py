"""What every shape of rule answers: the same few questions, one room a shape.

A shape reads its keys from an item's table and then tells, for any answers, the points, their
reasons in words, and its own lines in the guide's table. Caps, prerequisites, tracks and dates are
modifiers of the item, not of the shape (``calculator.standard.item``).

Whoever needs something of a shape asks it here; nobody asks which shape it is. What only a few
shapes know has its usual answer in ``Shape``, so that a new one need not repeat it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NamedTuple, Protocol, Self, TypeAlias

from calculator.answers.facts import Answer, Fact, extreme_answers
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


class Fault(NamedTuple):
    """What ``check`` refuses in figures that can be read: at which key, what, what is expected."""

    key: str
    found: str
    expected: str


class Declaration(NamedTuple):
    """The two facts of a row without a public figure: whether it applies, the points declared."""

    claimed: Fact
    declared: Fact


class ReferencedItem(Protocol):
    """A row of the standard, as another row sees it."""

    @property
    def id(self) -> str:
        """Its name in the data."""

    @property
    def label(self) -> str:
        """Its name in the standard."""

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """The facts that it reads, and where they push it."""

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures that a single award may give; none where there is no public figure."""

    @property
    def declaration(self) -> "Declaration | None":
        """The facts that are asked instead of a figure; None where there is a public one."""

    def points(self, situation: Situation) -> Interval:
        """Its points, modifiers applied."""

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Answers to a fact that it reads, those that give least and most among them."""


class Definitions(NamedTuple):
    """What a row may refer to: every fact, and the rows above it."""

    facts: Mapping[str, Fact]
    rows: Mapping[str, ReferencedItem]


class Shape(Protocol):
    """One shape of rule with its figures."""

    __slots__ = ()  # shapes have slots, and a base without them would give each a dictionary

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
        """How the points come about, where every fact that decides is known."""

    def table_lines(self) -> list[TableLine]:
        """The lines of the row in the guide's table, without its cap."""

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Answers to a fact that it reads, those that give least and most points among them.

        The ends of the fact's range, and every choice, unless the extremes lie elsewhere.
        """
        return extreme_answers(fact, on)

    @property
    def members(self) -> tuple[ReferencedItem, ...]:
        """The rows of a group, which count inside it and nowhere else; of other shapes none."""
        return ()

    @property
    def declaration(self) -> Declaration | None:
        """The facts that are asked instead of a figure; None where there is a public figure."""
        return None

    def is_counted(self, situation: Situation) -> bool:  # noqa: ARG002 - others look at it
        """Whether the row enters the total; False only where nobody knows its points yet."""
        return True

    def is_declared(self, situation: Situation) -> bool:  # noqa: ARG002 - others look at it
        """Whether the points are those officially told to the person."""
        return False

    def depends_on_figure(
        self,
        figure: str,  # noqa: ARG002 - others look at it
        situation: Situation,  # noqa: ARG002 - others look at it
    ) -> bool:
        """Whether the figure under that key of the data bears on this person's points."""
        return True

    @property
    def takes_largest_measure(self) -> bool:
        """Whether of several measures only the largest counts, rather than their sum."""
        return False

    @property
    def takes_best(self) -> bool:
        """Whether it counts the best of several (就高), which a deduction cannot mean."""
        return False

    def faults(self, on: date) -> Iterable[Fault]:  # noqa: ARG002 - others look at it
        """Figures that can be read but that nobody reaches on that day, or that are doubled."""
        return ()


def read_members(table: Table, definitions: Definitions) -> tuple[ReferencedItem, ...]:
    """The rows above that a group's key ``of`` names, at least two."""
    named = table.texts("of")
    for item_id in named:
        if item_id not in definitions.rows:
            expected = f"排在它前面的一项：{'、'.join(definitions.rows)}"
            table.fault("of", item_id, expected, definitions.rows)
    if len(set(named)) != len(named) or len(named) == 1:
        table.fault("of", list(named), "至少两项，不重复")
    return tuple(definitions.rows[item_id] for item_id in named if item_id in definitions.rows)


def telling_answers_of(readers: Iterable[ReferencedItem], fact: Fact, on: date) -> Iterable[Answer]:
    """The telling answers of every reader that reads the fact, each once."""
    reading = [reader for reader in readers if fact.id in reader.monotonicity]
    return dict.fromkeys(
        answer for reader in reading for answer in reader.telling_answers(fact, on)
    )


def merge_monotonicity(
    readers: Iterable[Mapping[str, Monotonicity]],
) -> dict[str, Monotonicity]:
    """Every fact that some of them reads; where two push it apart, ``any``."""
    merged: dict[str, Monotonicity] = {}
    for monotonicity in readers:
        for fact_id, direction in monotonicity.items():
            merged[fact_id] = direction if merged.get(fact_id, direction) == direction else "any"
    return merged


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
