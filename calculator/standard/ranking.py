"""The order in which a standard ranks: what decides between applicants, and what before what.

    [ranking]
    order = ["total", "base", "registration_date"]
    clause = "办法第七条"                # what is not written is that of [passport]

What the order leaves open is a tie. Without the table the total alone decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from calculator.reading.table import Table
from calculator.standard.passport import Passport, Source, read_passport

OTHER_PARENT_TOTAL: Final = "other_parent_total"

COMPARED: Final = ("total", "base", OTHER_PARENT_TOTAL, "registration_date")
"""What can be compared; of the dates the earlier comes first, of all others the higher."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """What is compared, in ``order``, the total first, and what says so.

    Where ``order`` does not name the other parent's total, its place is not stated.
    """

    order: tuple[str, ...]
    passport: Passport


def read_ranking(root: Table, passport: Passport, sources: Mapping[str, Source]) -> Ranking | None:
    """The order of a standard's ``[ranking]``; None without one. Faults go to ``root``."""
    if root.get("ranking") is None:
        return None
    table = root.table("ranking")
    order = table.texts("order")
    for word in order:
        if word not in COMPARED:
            table.fault("order", word, f"其中之一：{'、'.join(COMPARED)}", COMPARED)
    if order[:1] != COMPARED[:1] or len(set(order)) < len(order):
        table.fault("order", list(order), '"total" 在前，其后各项最多一次')
    ranking = Ranking(order, read_passport(table, sources, passport))
    table.reject_unknown_keys()
    return ranking
