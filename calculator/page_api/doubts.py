"""Answers that fit their fact and that hardly anybody has: a gentle question for each.

They count as given: somebody may be the one.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, cast

from calculator.answers.facts import Answers, Fact, numbers_of
from calculator.answers.typed_months import MONTHS
from calculator.rules.age.rule import Age
from calculator.standard.item import Item
from calculator.text import fields as messages

_PLAUSIBLE: Final = {MONTHS: (0, 600), "平方米": (5, 1000)}
"""By unit, between which numbers nearly every answer lies: fifty years, a room and a mansion."""


def find_doubts(
    answers: Answers, facts_by_id: Mapping[str, Fact], items: Iterable[Item], on: date
) -> dict[str, str]:
    """By fact id, what one person is asked to look at again, in Chinese.

    ``items``: those of the edition; the date of birth is what one of them gives points for age by.
    """
    births = [item.shape.fact.id for item in items if isinstance(item.shape, Age)]
    born = cast("date | None", answers.get(births[0])) if births else None
    return dict(_doubts(answers, facts_by_id, born, on))


def _doubts(
    answers: Answers, facts_by_id: Mapping[str, Fact], born: date | None, on: date
) -> Iterator[tuple[str, str]]:
    for fact_id, answer in answers.items():
        fact = facts_by_id[fact_id]
        if fact.kind not in ("count", "measure", "measures"):
            continue
        low, high = _PLAUSIBLE.get(fact.unit, (0, fact.max))
        for number in numbers_of(answer):
            if born and fact.unit == MONTHS and number > (most := _most_months(born, fact, on)):
                yield fact_id, messages.describe_too_long(fact, most)
            elif not low <= number <= high:
                yield fact_id, messages.describe_rare(fact, number)


def _most_months(born: date, fact: Fact, on: date) -> int:
    """The calendar months from the birthday of the fact's age to the day, both counted."""
    months = 12 * (on.year - born.year - fact.from_age) + on.month - born.month + 1
    return max(months, 0)
