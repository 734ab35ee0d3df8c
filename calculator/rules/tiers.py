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

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.shape import Definitions, Monotonicity, TableLine, read_fact
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
class Tiers:
    """The highest of the ladders' points."""

    ladders: tuple[Ladder, ...]

    @classmethod
    def read(cls, table: Table, definitions: Definitions) -> Self:
        """Keys: ``ladders``, each with a ``fact`` (a choice) and the points of its choices."""
        ladders = []
        for each in table.listed("ladders"):
            fact = read_fact(each, definitions, ("choice",))
            steps = {
                step: each.number(step) for step in each.names() if step in (fact.choices or ())
            }
            for step in each.names():
                expected = (
                    f"{fact.label}的选项：{'、'.join(fact.choices or ())}；没有答案到得了这一级"
                )
                each.fault(step, each.raw(step), expected)
            if not steps:
                each.missing("", f"至少一级，可写 {'、'.join(fact.choices or ())}")
            ladders.append(Ladder(fact, steps))
        if not ladders:
            table.fault(
                "ladders", ladders, '至少一个阶梯，例如 [{ fact = "education", bachelor = 60 }]'
            )
        return cls(tuple(ladders))

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """The order of the choices is not the order of their points."""
        return {ladder.fact.id: "any" for ladder in self.ladders}

    @property
    def single_points(self) -> tuple[Number, ...]:
        """Every step of every ladder."""
        return tuple(points for ladder in self.ladders for points in ladder.steps.values())

    def points(self, situation: Situation) -> Interval:
        """The highest that any ladder gives."""
        return highest(ladder.points(situation) for ladder in self.ladders)

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

    def terms(self) -> list[TableLine]:
        """A line for each step of each ladder, as the ladders stand."""
        return [
            TableLine((ladder.fact.choices or {})[step], format_points(points))
            for ladder in self.ladders
            for step, points in ladder.steps.items()
        ]
