"""What ranking needs of one applicant."""

from dataclasses import dataclass
from datetime import date

from calculator.values.logic import Truth
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Applicant:
    """One applicant's points and dates, without their answers.

    ``registered``, the day of their registration of residence, and ``other_parent_total`` are None
    where they are not known. ``eligible``: whether they may apply, as far as the conditions that
    the table holds tell. ``list_key``: the list in which they compete; for schooling town, school
    and grade, else empty. ``row`` of the table, and ``note`` for the result, are handed through.
    """

    id: str
    total: Number
    base: Number
    registered: date | None = None
    other_parent_total: Number | None = None
    list_key: tuple[str, ...] = ()
    row: int = 0
    note: str = ""
    eligible: Truth = True
