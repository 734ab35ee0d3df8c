"""Where the points of the shape ``tiers`` change."""

from collections.abc import Iterable, Iterator

from calculator.answers.situation import Situation
from calculator.rules.boundaries import Period, Side, answered
from calculator.rules.tiers.rule import Ladder, Tiers
from calculator.values.interval import ZERO
from calculator.values.number import Number


def changes(shape: Tiers, _: Iterable[Period]) -> Iterator[Side]:
    """Every choice of every ladder, where no other ladder gives as much."""
    for ladder in shape.ladders:
        others = [other for other in shape.ladders if other is not ladder]
        for choice in ladder.fact.choices or ():
            side = answered(ladder.fact, choice)
            yield _where_it_counts(side, ladder.steps.get(choice, 0), others)


def _where_it_counts(side: Side, points: Number, others: Iterable[Ladder]) -> Side:
    def holds(situation: Situation) -> bool:
        rivals = [ladder.points(situation) for ladder in others]
        return side.holds(situation) and all(r.high < points or r == ZERO for r in rivals)

    return Side(side.words, holds)
