"""steps_above: points at a threshold, and more for each full step above it.

    rule = "steps_above"
    fact = "home_areas"
    combine = "sum"        # several measures added, or "best": the one that gives most
    from = 75
    points = 60
    step = 25
    step_points = 20
    below = 0              # for any measure above 0 and below the threshold

The threshold itself is inside.

>>> from calculator.rules.example import situation
>>> home = StepsAbove(Fact("home_areas", "measures", "住房", "平方米"), "sum", 75, 60, 25, 20, 0)
>>> home.points(situation(home_areas=(60, 40)))
Interval(low=80, high=80)
>>> home.why(situation(home_areas=(60, 40)))
'60 + 40 = 100 平方米，满 75 平方米 60 分，再加 1 个 25 平方米 × 20 分 = 80 分'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import Definitions, Monotonicity, Shape, TableLine, read_fact
from calculator.values.chinese import format_amount, format_points, format_span, format_steps
from calculator.values.interval import INFINITY, Interval, exactly
from calculator.values.number import Number, format_decimal


@dataclass(frozen=True, slots=True)
class StepsAbove(Shape):
    """``figure`` at ``start``, ``step_figure`` for each full ``step`` above, ``below`` under it."""

    fact: Fact
    combine: str
    start: Number
    figure: Number
    step: Number
    step_figure: Number
    below: Number

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``fact`` (an amount or several), ``from``, ``points``, ``step``, ``step_points``.

        ``combine`` is "sum" and ``below`` 0 where they are not written.
        """
        rule = cls(
            fact=read_fact(table, definitions, ("measures", "measure", "count")),
            combine=table.one_of("combine", ("sum", "best"), "sum"),
            start=table.number("from"),
            figure=table.number("points"),
            step=table.number("step"),
            step_figure=table.number("step_points"),
            below=table.number("below", 0),
        )
        if not 0 < rule.start <= rule.fact.max:
            table.fault("from", rule.start, f"大于 0、不大于 {rule.fact.max} 的数字")
        if rule.step_figure < 0:
            table.fault("step_points", rule.step_figure, "不小于 0 的分值")
        if rule.step <= 0:
            table.fault("step", rule.step, "大于 0 的数字")
        if not 0 <= rule.below <= rule.figure:
            table.fault("below", rule.below, "0 到 points 之间的分值")
        return rule

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Up: a larger measure never gives less."""
        return {self.fact.id: "up"}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The points at the threshold, and those below it."""
        return (self.figure, self.below)

    @property
    def takes_largest_measure(self) -> bool:
        """Whether ``combine`` says so."""
        return self.combine == "best"

    def depends_on_figure(self, figure: str, situation: Situation) -> bool:
        """How measures combine bears only on who has, or may have, more than one."""
        measures = self._measures(situation)
        return figure != "combine" or measures is None or len(measures) > 1

    def points(self, situation: Situation) -> Interval:
        """The points of the sum, or of the largest measure; unknown reaches from 0 to no end."""
        measures = self._measures(situation)
        if measures is None:
            return Interval(0, INFINITY)
        return exactly(self._points_of(self._combined(measures)))

    def why(self, situation: Situation) -> str:
        """The measure, the threshold and the steps above it."""
        measures = self._measures(situation) or ()
        measure = self._combined(measures)
        if not measure:
            return "没有，不计分"
        return f"{self._measure_shown(measures, measure)}，{self._steps_shown(measure)}"

    def table_lines(self) -> list[TableLine]:
        """Below the threshold, at it, and for each step above."""
        unit = self.fact.unit
        start = format_amount(self.start, unit)
        lines = [
            TableLine(f"满 {start}", format_points(self.figure)),
            TableLine(
                f"{start}以上，每再满 {format_span(self.step, unit)}",
                f"再加 {format_points(self.step_figure)}",
            ),
        ]
        if self.below == self.figure:
            return [TableLine(f"{start}及以下", format_points(self.below)), lines[1]]
        return (
            [TableLine(f"不满 {start}", format_points(self.below)), *lines] if self.below else lines
        )

    def _measures(self, situation: Situation) -> tuple[Number, ...] | None:
        """The measures; a count or a single measure as one of them. None where it is unknown."""
        if self.fact.kind == "measures":
            return situation.measures(self.fact)
        amount = situation.amount(self.fact)
        return None if amount is None else (amount,)

    def _combined(self, measures: tuple[Number, ...]) -> Number:
        return sum(measures) if self.combine == "sum" else max(measures, default=0)

    def _steps(self, measure: Number) -> int:
        return (measure - self.start) // self.step

    def _points_of(self, measure: Number) -> Number:
        if measure < self.start:
            return self.below if measure else 0
        return self.figure + self._steps(measure) * self.step_figure

    def _measure_shown(self, measures: tuple[Number, ...], measure: Number) -> str:
        unit = self.fact.unit
        if len(measures) == 1:
            return format_amount(measure, unit)
        if self.combine == "sum":
            return f"{' + '.join(map(format_decimal, measures))} = {format_amount(measure, unit)}"
        return f"取最大的一个 {format_amount(measure, unit)}"

    def _steps_shown(self, measure: Number) -> str:
        unit = self.fact.unit
        start = format_amount(self.start, unit)
        if measure < self.start:
            return f"不满 {start}，" + (
                f"计 {format_points(self.below)}" if self.below else "不计分"
            )
        steps = self._steps(measure)
        if not steps:
            return f"满 {start}，计 {format_points(self.figure)}"
        return (
            f"满 {start} {format_points(self.figure)}，再加 {format_steps(steps, self.step, unit)}"
            f" × {format_points(self.step_figure)} = {format_points(self._points_of(measure))}"
        )
