"""tiers: the highest step reached, over one ladder or several, never added up.

    rule = "tiers"
    ladders = [
      { fact = "skill_level", level_5 = 10, level_4 = 30 },
      { fact = "professional_title", junior = 30 },
    ]

A choice that a ladder does not name gives nothing.

>>> from calculator.rules.example import situation
>>> degree = Fact("education", "choice", "学历", choices={"other": "…", "bachelor": "本科"})
>>> Tiers((Ladder(degree, {"bachelor": 60}),)).points(situation(education="bachelor"))
Interval(low=60, high=60)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import (
    Definitions,
    Fault,
    Monotonicity,
    Shape,
    TableLine,
    read_fact,
)
from calculator.values.chinese import format_points
from calculator.values.interval import Interval, exactly, highest, hull
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Ladder:
    """The points of each choice of one fact that gives any."""

    fact: Fact
    steps: Mapping[str, Number]

    def points(self, situation: Situation) -> Interval:
        """The step of the answer; unknown reaches every choice of the fact."""
        answer = situation.choice(self.fact)
        if answer is not None:
            return exactly(self.steps.get(answer, 0))
        return hull(exactly(self.steps.get(choice, 0)) for choice in self.fact.choices or ())


@dataclass(frozen=True, slots=True)
class Tiers(Shape):
    """The highest of the ladders' points."""

    ladders: tuple[Ladder, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``ladders``, each with a ``fact`` (a choice) and the points of its choices."""
        ladders = []
        for written in table.listed("ladders"):
            fact = read_fact(written, definitions, ("choice",))
            choices = fact.choices or {}
            steps = {step: written.number(step) for step in written.names() if step in choices}
            for step in written.names():
                expected = f"{fact.label}的选项：{'、'.join(choices)}；没有答案到得了这一级"
                written.fault(step, written.raw(step), expected)
            if not steps:
                written.missing("", f"至少一级，可写 {'、'.join(choices)}")
            ladders.append(Ladder(fact, steps))
        if not ladders:
            table.fault(
                "ladders", ladders, '至少一个阶梯，例如 [{ fact = "education", bachelor = 60 }]'
            )
        return cls(tuple(ladders))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """``any``: the order of the choices need not be the order of their points."""
        return {ladder.fact.id: "any" for ladder in self.ladders}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The points of every step of every ladder."""
        return tuple(points for ladder in self.ladders for points in ladder.steps.values())

    def points(self, situation: Situation) -> Interval:
        """The reach of the highest of the ladders' points."""
        return highest(ladder.points(situation) for ladder in self.ladders)

    @property
    def takes_best(self) -> bool:
        """Whether there are several ladders, of which the best counts."""
        return len(self.ladders) > 1

    def faults(self, on: date) -> Iterable[Fault]:  # noqa: ARG002 - choices do not age
        """Two ladders over one fact, of which the reader cannot tell which is meant."""
        facts = [ladder.fact.id for ladder in self.ladders]
        if len(set(facts)) == len(facts):
            return ()
        return [Fault("ladders", "同一项情况出现了两次", "每项情况一个阶梯")]

    def why(self, situation: Situation) -> str:
        """The step that counts; other ladders below it are not added."""
        certain = [ladder.points(situation).low for ladder in self.ladders]
        points = max(certain)
        if not points:
            return "没有可计分的等级，不计分"
        best = self.ladders[certain.index(points)]
        label = (best.fact.choices or {})[situation.choice(best.fact) or ""]
        only = "" if len(self.ladders) == 1 else "（就高，不累加）"
        return f"{label}，计 {format_points(points)}{only}"

    def table_lines(self) -> list[TableLine]:
        """A line for each step of each ladder, as the ladders stand."""
        return [
            TableLine((ladder.fact.choices or {})[step], format_points(points))
            for ladder in self.ladders
            for step, points in ladder.steps.items()
        ]
