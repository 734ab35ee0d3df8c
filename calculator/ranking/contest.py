"""What applicants compete for, and in which lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from calculator.answers.facts import Fact
from calculator.ranking.admission import Admission
from calculator.standard.standard import Standard

LIST_COLUMNS: Final = ("town", "school", "grade")
"""The columns that name a list of those who compete for seats (入学实施细则 第二条、第十四条)."""

REGISTRATION_DATE: Final = "registration_date"
OTHER_PARENT_TOTAL: Final = "other_parent_total"

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
    def used_columns(self) -> frozenset[str]:
        """The columns that this edition and benefit have a use for."""
        other = {OTHER_PARENT_TOTAL} if self.is_child else set()
        return self.standard.uses | other | {*self.needed_columns}

    @property
    def is_child(self) -> bool:
        """Whether the benefit is a child's, so that the other parent's total is a reference."""
        return self.standard.tracks[self.track].child
