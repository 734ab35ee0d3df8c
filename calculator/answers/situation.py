"""One person on one day, as the rules see them."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from calculator.answers.facts import Answers, Fact
from calculator.values.number import Number


@dataclass(frozen=True, slots=True)
class Situation:
    """One person on one day: their answers, unknown ones missing."""

    answers: Answers
    on: date

    def flag(self, fact: Fact) -> bool | None:
        """The answer to a flag; None where it is unknown."""
        return cast("bool | None", self.answers.get(fact.id))

    def choice(self, fact: Fact) -> str | None:
        """The choice; None where it is unknown."""
        return cast("str | None", self.answers.get(fact.id))

    def amount(self, fact: Fact) -> Number | None:
        """The count or the one measure; None where it is unknown."""
        return cast("Number | None", self.answers.get(fact.id))

    def measures(self, fact: Fact) -> tuple[Number, ...] | None:
        """The measures, none of them an empty tuple; None where they are unknown."""
        return cast("tuple[Number, ...] | None", self.answers.get(fact.id))

    def declared_points(self, fact: Fact) -> Number | None:
        """The points officially told; None where nobody gave them."""
        return cast("Number | None", self.answers.get(fact.id))

    def age(self, fact: Fact) -> int | None:
        """Full years on the day; one born on 29 February has the birthday on 1 March."""
        born = cast("date | None", self.answers.get(fact.id))
        if born is None:
            return None
        return self.on.year - born.year - ((self.on.month, self.on.day) < (born.month, born.day))
