"""One person on one day, as the rules see them."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from calculator.answers.facts import Answers, Fact
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Situation:
    """One person's answers, unknown ones missing, and the day that the points are asked for."""

    answers: Answers
    on: date

    def flag(self, fact: Fact) -> bool | None:
        """The answer to a fact of kind ``flag``; None where it is unknown."""
        return cast("bool | None", self.answers.get(fact.id))

    def choice(self, fact: Fact) -> str | None:
        """The answer to a fact of kind ``choice``; None where it is unknown."""
        return cast("str | None", self.answers.get(fact.id))

    def amount(self, fact: Fact) -> Number | None:
        """The answer to a fact of kind ``count`` or ``measure``; None where it is unknown."""
        return cast("Number | None", self.answers.get(fact.id))

    def measures(self, fact: Fact) -> tuple[Number, ...] | None:
        """The answer to a fact of kind ``measures``; None where it is unknown.

        An empty tuple is known: there are none, such as no homes.
        """
        return cast("tuple[Number, ...] | None", self.answers.get(fact.id))

    def declared_points(self, fact: Fact) -> Number | None:
        """The answer to a fact of kind ``points``; None where none were declared."""
        return cast("Number | None", self.answers.get(fact.id))

    def age(self, fact: Fact) -> int | None:
        """Full years on the day; None where the date of birth is unknown.

        Who was born on 29 February has the birthday on 1 March in common years.
        """
        born = cast("date | None", self.answers.get(fact.id))
        if born is None:
            return None
        return self.on.year - born.year - ((self.on.month, self.on.day) < (born.month, born.day))
