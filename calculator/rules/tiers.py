"""tiers: the highest step reached, over one ladder or several, never added up.

    rule = "tiers"
    ladders = [
      { fact = "skill_level", level_5 = 10, level_4 = 30 },
      { fact = "professional_title", junior = 30 },
    ]

A choice that a ladder does not name gives nothing.

>>> from calculator.rules.example import case
>>> degree = Fact("education", "choice", "学历", choices={"other": "…", "bachelor": "本科"})
>>> Tiers((Ladder(degree, {"bachelor": 60}),)).points(case(education="bachelor"))
Interval(low=60, high=60)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from calculator.facts import Fact
from calculator.interval import Interval, exactly, highest, hull
from calculator.number import Number
from calculator.reading import Table
from calculator.rules.shape import Case, Direction, Known, Term, fact_of, scored


@dataclass(frozen=True, slots=True)
class Ladder:
    """The points of each choice of one fact that gives any."""

    fact: Fact
    steps: Mapping[str, Number]

    def points(self, case: Case) -> Interval:
        """The step of the answer; unknown reaches every choice of the fact."""
        answer = case.choice(self.fact)
        if answer is not None:
            return exactly(self.steps.get(answer, 0))
        return hull(exactly(self.steps.get(choice, 0)) for choice in self.fact.choices or ())


@dataclass(frozen=True, slots=True)
class Tiers:
    """The highest of the ladders' points."""

    ladders: tuple[Ladder, ...]

    @classmethod
    def read(cls, table: Table, known: Known) -> Self:
        """Keys: ``ladders``, each with a ``fact`` (a choice) and the points of its choices."""
        ladders = []
        for each in table.listed("ladders"):
            fact = fact_of(each, known, ("choice",))
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
    def directions(self) -> Mapping[str, Direction]:
        """The order of the choices is not the order of their points."""
        return {ladder.fact.id: "any" for ladder in self.ladders}

    @property
    def awards(self) -> tuple[Number, ...]:
        """Every step of every ladder."""
        return tuple(points for ladder in self.ladders for points in ladder.steps.values())

    def points(self, case: Case) -> Interval:
        """The highest that any ladder gives."""
        return highest(ladder.points(case) for ladder in self.ladders)

    def why(self, case: Case) -> str:
        """The step that counts; other ladders below it are not added."""
        certain = [ladder.points(case).low for ladder in self.ladders]
        points = max(certain)
        if not points:
            return "没有可计分的等级，不计分"
        best = self.ladders[certain.index(points)]
        label = (best.fact.choices or {})[case.choice(best.fact) or ""]
        only = "" if len(self.ladders) == 1 else "（就高，不累加）"
        return f"{label}，计 {scored(points)}{only}"

    def terms(self) -> list[Term]:
        """A line for each step of each ladder, as the ladders stand."""
        return [
            Term((ladder.fact.choices or {})[step], scored(points))
            for ladder in self.ladders
            for step, points in ladder.steps.items()
        ]
