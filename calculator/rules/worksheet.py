"""What the worksheet sentences of several shapes share.

Each room has a ``worksheet.py`` with ``instructions(shape, places)``: short sentences of a closed
set, in order. A sentence that writes a number ends the row's reckoning, except for rounding and the
cap, which always come last. ``tests/publish/guide/test_worksheet.py`` does what they say.
"""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from calculator.answers.facts import Fact
from calculator.rules.shape import ReferencedItem
from calculator.values.number import Number, format_decimal

Places: TypeAlias = Mapping[str, int]
"""The number of each row on the sheet, by item id; a fact stands where its row does."""


def signed(points: Number) -> str:
    """Points without their unit, a deduction with a real minus sign."""
    return format_decimal(points).replace("-", "−")


def take_amount(fact: Fact, *, largest: bool = False) -> list[str]:
    """Which number to go on with: the answer, the sum of several, or the largest of them."""
    if fact.kind != "measures":
        return [f"看“{fact.label}”。"]
    return [f"“{fact.label}”有几个数的，{'只取最大的' if largest else '相加'}。"]


def name_rows(rows: Iterable[ReferencedItem], places: Places) -> str:
    """The numbers of the rows on the sheet."""
    return f"第 {'、'.join(str(places[row.id]) for row in rows)} 行"
