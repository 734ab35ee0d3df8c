"""requires: what must be so before a row counts at all.

    requires = "lives_in_own_home"                                  # a flag
    requires = { fact = "social_insurance_months", at_least = 12 }  # a count or a sum of measures
    requires = { fact = "education", one_of = ["master", "doctor"] }
    requires = { row = "residence" }                                # another row gives points
    requires = ["veteran", { row = "residence" }]                   # all of them

Not met: no points. Unknown: from none to the row's points.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from calculator.answers.facts import Answer, Fact, extreme_answers
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Fault,
    Monotonicity,
    ReferencedItem,
    find_fact,
    read_fact,
)
from calculator.values.chinese import format_amount
from calculator.values.interval import ZERO
from calculator.values.logic import Truth
from calculator.values.number import Number, format_decimal


class Requirement(Protocol):
    """One thing that must be so."""

    __slots__ = ()  # its kinds have slots, and a base without them would give each a dictionary

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """The facts it reads, and where they push it as they grow."""

    @property
    def words(self) -> str:
        """What must be so, in words."""

    def met(self, situation: Situation) -> Truth:
        """Whether it is so; None where that is unknown."""

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Answers to a fact that it reads, such as meet it and such as do not among them."""
        return extreme_answers(fact, on)

    def faults(self) -> Iterable[Fault]:
        """What can be read but no answer meets, for ``check``."""
        return ()


@dataclass(frozen=True, slots=True)
class IsTrue(Requirement):
    """A flag is true."""

    fact: Fact

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up: a true flag opens the row."""
        return {self.fact.id: "up"}

    @property
    def words(self) -> str:
        """The flag's label."""
        return self.fact.label

    def met(self, situation: Situation) -> Truth:
        """The answer to the flag."""
        return situation.flag(self.fact)


@dataclass(frozen=True, slots=True)
class AtLeast(Requirement):
    """A count, or the sum of measures, reaches ``least``."""

    fact: Fact
    least: Number

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up: more opens the row."""
        return {self.fact.id: "up"}

    @property
    def words(self) -> str:
        """The fact's label and the least amount."""
        return f"{self.fact.label}不少于 {format_amount(self.least, self.fact.unit)}"

    def met(self, situation: Situation) -> Truth:
        """Whether the amount, or the sum of the measures, reaches the least."""
        if self.fact.id not in situation.answers:
            return None
        if self.fact.kind == "measures":
            return sum(situation.measures(self.fact) or ()) >= self.least
        return (situation.amount(self.fact) or 0) >= self.least

    def faults(self) -> Iterable[Fault]:
        """An amount that is more than any answer."""
        if self.least <= self.fact.max:
            return ()
        found = f"{self.fact.label}要达到 {format_decimal(self.least)}"
        return [Fault("requires", found, f"不大于 {self.fact.max} 的数")]


@dataclass(frozen=True, slots=True)
class IsOneOf(Requirement):
    """A choice is one of some."""

    fact: Fact
    allowed: tuple[str, ...]

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """``any``: choices have no order."""
        return {self.fact.id: "any"}

    @property
    def words(self) -> str:
        """The fact's label and those of the allowed choices."""
        labels = [(self.fact.choices or {})[choice] for choice in self.allowed]
        return f"{self.fact.label}为{'或'.join(labels)}"

    def met(self, situation: Situation) -> Truth:
        """Whether the choice is among the allowed ones."""
        choice = situation.choice(self.fact)
        return None if choice is None else choice in self.allowed


@dataclass(frozen=True, slots=True)
class RowCounts(Requirement):
    """Another row, standing above this one, counts for something."""

    row: ReferencedItem

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up for whatever that row reads: what takes it further from zero opens this one."""
        return {
            fact_id: "any" if direction == "any" else "up"
            for fact_id, direction in self.row.monotonicity.items()
        }

    @property
    def words(self) -> str:
        """That the other row counts, by its label."""
        return f"「{self.row.label}」已计分"

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Those of the other row."""
        return self.row.telling_answers(fact, on)

    def met(self, situation: Situation) -> Truth:
        """Whether the other row's points are off zero."""
        points = self.row.points(situation)
        if points.is_exact:
            return points != ZERO
        return None if 0 in points else True


def read_requires(
    table: Table, definitions: Definitions, key: str = "requires"
) -> tuple[Requirement, ...]:
    """All requirements that ``key`` holds; none where it is not written."""
    value = table.raw(key, [])
    found: list[Requirement] = []
    for written in value if isinstance(value, list) else [value]:
        if isinstance(written, str):
            found.append(IsTrue(find_fact(table, written, definitions, ("flag",), key)))
        else:
            found += _read_one(table.nested(written, key), definitions)
    return tuple(found)


def _read_one(table: Table, definitions: Definitions) -> list[Requirement]:
    """The requirement of one table; none where it names a row that does not stand above."""
    requirement: Requirement
    if table.get("row") is not None:
        named = definitions.rows.get(table.one_of("row", tuple(definitions.rows)))
        if named and not named.single_points:
            table.fault("row", named.label, "有公开分值的一项")
        table.reject_unknown_keys()
        return [RowCounts(named)] if named else []
    if table.get("one_of") is not None:
        fact = read_fact(table, definitions, ("choice",))
        allowed = table.texts("one_of")
        choices = fact.choices or {}
        for choice in sorted(choice for choice in set(allowed) if choice not in choices):
            table.fault("one_of", choice, f"其中之一：{'、'.join(choices)}", choices)
        requirement = IsOneOf(fact, allowed)
    else:
        requirement = AtLeast(
            read_fact(table, definitions, ("count", "measure", "measures")),
            table.number("at_least"),
        )
    table.reject_unknown_keys()
    return [requirement]
