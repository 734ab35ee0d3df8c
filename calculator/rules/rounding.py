"""rounding: how the points of a row are rounded, before its cap.

    rounding = { mode = "half_up", to = 0.5 }   # mode: down, up, half_up; to: 1 where not written

>>> from fractions import Fraction
>>> Rounding("half_up", 1).number(Fraction(5, 2)), Rounding("down", Fraction(1, 2)).number(2)
(3, 2)
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from calculator.reading.table import Table
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound, Number, format_decimal, normalize

MODES = {"down": "舍去", "up": "进一", "half_up": "四舍五入"}


@dataclass(frozen=True, slots=True)
class Rounding:
    """To a multiple of ``to``: down, up, or half up, all of them away from or towards zero."""

    mode: str
    to: Number

    @property
    def words(self) -> str:
        """How, in words."""
        return f"按 {format_decimal(self.to)} 分{MODES[self.mode]}"

    def of(self, points: Interval) -> Interval:
        """Both ends rounded; what is unbounded stays so."""
        return Interval(self._end(points.low), self._end(points.high))

    def number(self, value: Number) -> Number:
        """One number rounded; of a deduction its size is."""
        if value < 0:
            return -self.number(-value)
        steps = Fraction(value) / self.to
        return normalize(_WAYS[self.mode](steps) * Fraction(self.to))

    def _end(self, value: Bound) -> Bound:
        return value if isinstance(value, float) or value == INFINITY else self.number(value)


def read_rounding(table: Table) -> Rounding | None:
    """The rounding of a row, from its key ``rounding``; None where it is not written."""
    if table.get("rounding") is None:
        return None
    rounding = table.table("rounding")
    read = Rounding(rounding.one_of("mode", tuple(MODES)), rounding.number("to", 1))
    if read.to <= 0:
        rounding.fault("to", read.to, "大于 0 的数字")
    rounding.reject_unknown_keys()
    return read


def _half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


_WAYS: dict[str, Callable[[Fraction], int]] = {"down": floor, "up": ceil, "half_up": _half_up}
