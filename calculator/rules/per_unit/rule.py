"""per_unit: so many points for each unit of a count.

    rule = "per_unit"
    fact = "residence_months"
    per = 12
    points = 30

Only full units count: 119 months are nine years. ``counted = "exact"`` counts parts of a unit too.
A start bonus is the points of the first full unit, after which the rate goes on:

    first = 20

>>> from calculator.rules.example import situation
>>> years = PerUnit(Fact("residence_months", "count", "居住", "个月", 1200), 12, 30)
>>> years.points(situation(residence_months=119))
Interval(low=270, high=270)
>>> years.why(situation(residence_months=119))
'119 个月，满 9 年 × 30 分 = 270 分'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Monotonicity,
    Shape,
    TableLine,
    monotonicity_of,
    read_fact,
)
from calculator.values.chinese import (
    format_amount,
    format_per,
    format_points,
    format_span,
    format_steps,
)
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, hull
from calculator.values.number import Number, is_decimal, normalize


@dataclass(frozen=True, slots=True)
class PerUnit(Shape):
    """``figure`` points for every ``per`` of the count ``fact``; no end of its own.

    ``first`` are the points of the first full unit; ``parts`` whether parts of a unit count.
    """

    fact: Fact
    per: int
    figure: Number
    first: Number | None = None
    parts: bool = False

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``fact`` (a count), ``per`` (units, at least 1), ``points`` for each ``per``.

        And, where the table has it, ``first`` or ``counted = "exact"``, not both.
        """
        rule = cls(
            fact=read_fact(table, definitions, ("count", "measure")),
            per=table.whole("per", least=1),
            figure=table.number("points"),
            first=table.number("first") if table.get("first") is not None else None,
            parts=table.one_of("counted", ("full", "exact"), "full") == "exact",
        )
        if rule.figure == 0:
            table.fault("points", rule.figure, "不为 0 的分值")
        if rule.first is not None and (rule.parts or rule.first * rule.figure < 0):
            table.fault("first", rule.first, '与 points 同号的分值，且不与 counted = "exact" 同用')
        if rule.parts and table.get("rounding") is None and not is_decimal(rule._points_of(1)):
            table.fault("counted", "exact", "同时写 rounding：分值除不尽")
        return rule

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up where a unit gives points, down where it takes them away."""
        return {self.fact.id: monotonicity_of(self.figure)}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The points of one unit, and those of the first where it has its own."""
        return (self.figure,) if self.first is None else (self.figure, self.first)

    def points(self, situation: Situation) -> Interval:
        """Units times the figure; unknown has no end, since only a cap on the row sets one."""
        count = situation.amount(self.fact)
        if count is None:
            return hull([ZERO, exactly(INFINITY if self.figure > 0 else -INFINITY)])
        return exactly(self._points_of(count))

    def why(self, situation: Situation) -> str:
        """The product, with the full units where they are not what was answered."""
        count = situation.amount(self.fact) or 0
        unit = self.fact.unit
        given = format_amount(count, unit)
        if not self._points_of(count):
            short = f"，不满 {format_span(self.per, unit)}" if count else ""
            return f"{given}{short}，不计分"
        result = format_points(self._points_of(count))
        if self.parts:
            rate = f"{given}，按 {format_span(self.per, unit)} {format_points(self.figure)}折算"
            return f"{rate}，计 {result}" if is_decimal(self._points_of(count)) else rate
        units = count // self.per
        full = "" if self.per == 1 else f"，满 {format_steps(units, self.per, unit)}"
        if self.first is None:
            return f"{given}{full} × {format_points(self.figure)} = {result}"
        rest = f" + {units - 1} × {format_points(self.figure)}" if units > 1 else ""
        return f"{given}{full}：{format_points(self.first)}{rest} = {result}"

    def table_lines(self) -> list[TableLine]:
        """One line for every unit; with a start bonus one for the first, one for the others."""
        step = format_per(self.per, self.fact.unit)
        if self.parts:
            step = f"{step}（不满的按比例）"
        if self.first is None:
            return [TableLine(step, format_points(self.figure))]
        return [
            TableLine(f"第一个{step.removeprefix('每')}", format_points(self.first)),
            TableLine(f"以后{step}", format_points(self.figure)),
        ]

    def _points_of(self, count: Number) -> Number:
        if self.parts:
            return normalize(Fraction(count) * self.figure / self.per)
        units = count // self.per
        if self.first is None or not units:
            return units * self.figure
        return self.first + (units - 1) * self.figure
