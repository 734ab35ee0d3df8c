"""What applicants compete for, and in which lists."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from calculator.answers.facts import Fact
from calculator.ranking.admission import Admission
from calculator.ranking.readings import Reading, readings
from calculator.standard.conditions import Condition
from calculator.standard.item import Item
from calculator.standard.ranking import OTHER_PARENT_TOTAL
from calculator.standard.standard import Standard

LIST_COLUMNS: Final = ("town", "school", "grade")
"""The columns that name a list of those who compete for seats (入学实施细则 第二条、第十四条)."""

REGISTRATION_DATE: Final = "registration_date"

Admissions: TypeAlias = Mapping[tuple[str, ...], Admission | None]
"""How each list admits, by ``Applicant.list_key``; without seats there is the one list ``()``."""


@dataclass(frozen=True, slots=True)
class Contest:
    """A benefit under a standard on a day, and how each list of applicants admits.

    ``facts_by_id``: every fact that may be a column of the table of applicants.
    """

    standard: Standard
    track: str
    on: date
    facts_by_id: Mapping[str, Fact]
    admissions: Admissions

    @property
    def needed_columns(self) -> tuple[str, ...]:
        """The columns that a table of applicants must have, besides its facts."""
        columns = ("id", REGISTRATION_DATE)
        return columns if () in self.admissions else (*columns, *LIST_COLUMNS)

    @property
    def scoring_facts(self) -> frozenset[str]:
        """Every fact that the total depends on."""
        limits = self.standard.limits
        vetoes = {fact for veto in (limits.void_if if limits else ()) for fact in veto.monotonicity}
        items = self.standard.rows(self.track, self.on)
        every = [*items, *(member for item in items for member in item.members)]
        return frozenset(vetoes.union(*(item.facts for item in every)))

    def items_left_out(self, columns: Collection[str]) -> tuple[Item, ...]:
        """The items of groups without public figures that no column asks for.

        They are left out of the total as their groups are, which the result says. An empty cell in
        a column that asks for one is unknown.
        """
        rows = self.standard.rows(self.track, self.on)
        return tuple(item for item in rows if item.within and {*columns}.isdisjoint(item.facts))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions that an applicant has to meet."""
        conditions = self.standard.conditions
        return tuple(entry for entry in conditions if entry.applies(self.track, self.on))

    @property
    def is_child(self) -> bool:
        """Whether the benefit is a child's, so that the other parent's total is a reference."""
        return self.standard.tracks[self.track].child

    def readings(self, columns: tuple[str, ...]) -> tuple[Reading, ...]:
        """The readings of the edition's order, for a table with these columns.

        A total of the other parent that the table has no column for is not looked at, which the
        result says; an empty cell in such a column is unknown.
        """
        ranking = self.standard.ranking
        with_other = self.is_child and OTHER_PARENT_TOTAL in columns
        return readings(ranking.order if ranking else None, with_other=with_other)
