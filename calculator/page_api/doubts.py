"""Answers that fit their fact and that hardly anybody has: a gentle question for each.

They count as given: somebody may be the one.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from calculator.answers.facts import Answers, Fact, numbers_of
from calculator.answers.typed_numbers import MONTHS
from calculator.text.fields import describe_rare, describe_too_long

_PLAUSIBLE: Final = {MONTHS: (0, 600), "平方米": (5, 1000)}
"""By unit, between which numbers nearly every answer lies: fifty years, a room and a mansion."""


def find_doubts(answers: Answers, facts_by_id: Mapping[str, Fact], on: date) -> dict[str, str]:
    """By fact id, what one person is asked to look at again, in Chinese."""
    doubts = {}
    # No rule and no condition reads a date but that of a birth.
    born = next((answer for answer in answers.values() if isinstance(answer, date)), None)
    for fact_id, answer in answers.items():
        fact = facts_by_id[fact_id]
        if fact.unit not in _PLAUSIBLE:
            continue
        low, high = _PLAUSIBLE[fact.unit]
        numbers = numbers_of(answer)
        rare = [number for number in numbers if not low <= number <= high]
        if rare:
            doubts[fact_id] = describe_rare(fact, rare[0])
        if born and fact.unit == MONTHS:
            # The months of the birthday and of the day are both counted.
            most = 12 * (on.year - born.year - fact.from_age) + on.month - born.month + 1
            if numbers[0] > max(most, 0):
                doubts[fact_id] = describe_too_long(fact, max(most, 0))
    return doubts
