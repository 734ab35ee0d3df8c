"""What every shape of rule answers: the same few verbs, one module a shape.

A shape reads its keys from an item's table and then tells, for any answers, the points, their
reasons in words, and its own row in the guide's table. Caps, prerequisites, tracks and dates are
modifiers of the item, not of the shape (``calculator.item``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, Protocol, Self, TypeAlias, cast

from calculator.facts import Answers, Fact
from calculator.interval import Interval
from calculator.number import Bound, Number, plain
from calculator.reading import Table

Direction: TypeAlias = Literal["up", "down", "any"]
"""Where points go as an answer grows (for a flag: as it becomes true)."""


class Term(NamedTuple):
    """One line of a row in the guide's table: on what condition, how many points."""

    condition: str
    points: str


@dataclass(frozen=True, slots=True)
class Case:
    """One person on one day: their answers, unknown ones missing."""

    answers: Answers
    on: date

    def flag(self, fact: Fact) -> bool | None:
        """The answer to a flag; None where it is unknown."""
        return cast("bool | None", self.answers.get(fact.id))

    def choice(self, fact: Fact) -> str | None:
        """The choice; None where it is unknown."""
        return cast("str | None", self.answers.get(fact.id))

    def amount(self, fact: Fact) -> Number | None:
        """The count or the one measure; None where it is unknown."""
        return cast("Number | None", self.answers.get(fact.id))

    def measures(self, fact: Fact) -> tuple[Number, ...] | None:
        """The measures, none of them an empty tuple; None where they are unknown."""
        return cast("tuple[Number, ...] | None", self.answers.get(fact.id))

    def points_told(self, fact: Fact) -> Number | None:
        """The points officially told; None where nobody gave them."""
        return cast("Number | None", self.answers.get(fact.id))

    def age(self, fact: Fact) -> int | None:
        """Full years on the day; one born on 29 February has the birthday on 1 March."""
        born = cast("date | None", self.answers.get(fact.id))
        if born is None:
            return None
        return self.on.year - born.year - ((self.on.month, self.on.day) < (born.month, born.day))


class Row(Protocol):
    """A row of the standard, as another row sees it."""

    @property
    def label(self) -> str:
        """Its name in the standard."""

    @property
    def directions(self) -> Mapping[str, Direction]:
        """The facts that it reads, and where they push it."""

    @property
    def awards(self) -> tuple[Number, ...]:
        """The figures that a single award may give."""

    def points(self, case: Case) -> Interval:
        """Its points, modifiers applied."""


class Known(NamedTuple):
    """What a row may refer to: every fact, and the rows above it."""

    facts: Mapping[str, Fact]
    rows: Mapping[str, Row]


class Shape(Protocol):
    """One shape of rule with its figures."""

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """The shape from an item's table; faults go to ``table``."""

    @property
    def directions(self) -> Mapping[str, Direction]:
        """Every fact it reads, in the order of asking, and where points go as it grows."""

    @property
    def awards(self) -> tuple[Number, ...]:
        """The figures that a single award may give; none where there is no public figure."""

    def points(self, case: Case) -> Interval:
        """The reach of the points over all admissible answers of what is unknown."""

    def why(self, case: Case) -> str:
        """How the points come about, where every fact that decides is known."""

    def terms(self) -> list[Term]:
        """The row in the guide's table."""


def members(table: Table, known: Known) -> tuple[Row, ...]:
    """The rows above that a group's key ``of`` names, at least two."""
    named = table.texts("of")
    for each in named:
        if each not in known.rows:
            table.fault("of", each, f"排在它前面的一项：{'、'.join(known.rows)}")
    if len(set(named)) != len(named) or len(named) == 1:
        table.fault("of", list(named), "至少两项，不重复")
    return tuple(known.rows[each] for each in named if each in known.rows)


def merged(rows: Iterable[Row]) -> dict[str, Direction]:
    """Every fact that some of the rows reads; where two push it apart, ``any``."""
    found: dict[str, Direction] = {}
    for row in rows:
        for fact, way in row.directions.items():
            found[fact] = way if found.get(fact, way) == way else "any"
    return found


_NO_FACT = Fact("", "", "")


def fact_of(table: Table, known: Known, kinds: tuple[str, ...], key: str = "fact") -> Fact:
    """The fact that ``key`` names, of one of ``kinds``."""
    return named_fact(table, table.text(key), known, kinds, key)


def named_fact(table: Table, name: str, known: Known, kinds: tuple[str, ...], key: str) -> Fact:
    """The fact called ``name``; a fault at ``key`` where there is none of these kinds."""
    fact = known.facts.get(name)
    if name and (fact is None or fact.kind not in kinds):
        expected = f"facts.toml 或本文件 [facts] 中一项情况的名称（种类：{'、'.join(kinds)}）"
        table.fault(key, name, expected)
    return fact or _NO_FACT


def direction(points: Number) -> Direction:
    """Up where points are given, down where they are taken away."""
    return "up" if points >= 0 else "down"


def scored(points: Bound) -> str:
    """Points in words, a deduction with a real minus sign."""
    return f"{plain(points).replace('-', '−')} 分"


def amount(count: Number, unit: str) -> str:
    """A count with its unit.

    >>> amount(96, "个月")
    '96 个月'
    """
    return f"{plain(count)} {unit}"


def each(count: Number, unit: str) -> str:
    """For every so many, in words.

    >>> each(12, "个月"), each(1, "个月"), each(1, "件")
    ('每满 1 年', '每满 1 个月', '每件')
    """
    return f"每{unit}" if count == 1 and unit != "个月" else f"每满 {span(count, unit)}"


def span(count: Number, unit: str) -> str:
    """A step with its unit, twelve months as a year.

    >>> span(12, "个月"), span(1, "个月"), span(25, "平方米")
    ('1 年', '1 个月', '25 平方米')
    """
    return "1 年" if (count, unit) == (12, "个月") else amount(count, unit)


def times(count: int, step: Number, unit: str) -> str:
    """So many steps, in words.

    >>> times(9, 12, "个月"), times(2, 25, "平方米")
    ('9 年', '2 个 25 平方米')
    """
    return f"{count} 年" if (step, unit) == (12, "个月") else f"{count} 个 {amount(step, unit)}"
