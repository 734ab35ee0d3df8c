"""A situation or a row in one line, for the examples in docstrings and for tests."""

from dataclasses import dataclass
from datetime import date

from calculator.answers.facts import Answer, Fact
from calculator.answers.situation import Situation
from calculator.rules.shape import Declaration, Monotonicity, ReferencedItem
from calculator.values.interval import Interval, exactly
from calculator.values.number import Number


def situation(on: date = date(2016, 5, 15), **answers: Answer) -> Situation:
    """These answers, everything else unknown."""
    return Situation(answers, on)


@dataclass(frozen=True, slots=True)
class _Fixed:
    id: str
    label: str
    figure: Number

    @property
    def monotonicity(self) -> dict[str, Monotonicity]:
        return {}

    @property
    def single_points(self) -> tuple[Number, ...]:
        return (self.figure,)

    @property
    def declaration(self) -> Declaration | None:
        return None

    def telling_answers(self, fact: Fact, on: date) -> list[Answer]:  # noqa: ARG002 - none read
        return []

    def points(self, _: Situation) -> Interval:
        return exactly(self.figure)


def row(label: str, points: Number) -> ReferencedItem:
    """A row that always gives so many points."""
    return _Fixed(label, label, points)
