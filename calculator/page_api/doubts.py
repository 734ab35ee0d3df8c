"""Answers that fit their fact and that hardly anybody has: a gentle question for each.

They count as given: somebody may be the one.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from calculator.answers.facts import Answers, Fact, numbers_of
from calculator.answers.typed_numbers import MONTHS
from calculator.standard.standard import Question
from calculator.text.fields import describe_counted_from, describe_rare, describe_too_long

_PLAUSIBLE: Final = {MONTHS: (0, 600), "平方米": (5, 1000)}
"""By unit, between which numbers nearly every answer lies: fifty years, a room and a mansion."""


def find_doubts(
    answers: Answers, facts_by_id: Mapping[str, Fact], questions: Mapping[str, Question], on: date
) -> dict[str, str]:
    """By fact id, what one person is asked to look at again, in Chinese.

    ``questions``: those of the edition, which may count months from a day on.
    """
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
        first = questions[fact_id].counted_from if fact_id in questions else None
        months = max(numbers, default=0) if fact.unit == MONTHS else 0
        if born and months > (most := _months(born, fact.from_age, on)):
            doubts[fact_id] = describe_too_long(fact, most)
        elif first and months > (most := _months(first, 0, on)):
            doubts[fact_id] = describe_counted_from(first, most)
        elif rare:
            doubts[fact_id] = describe_rare(fact, rare[0])
    return doubts


def _months(since: date, years: int, on: date) -> int:
    """The calendar months from ``years`` after ``since`` to the day, both counted."""
    return max(12 * (on.year - since.year - years) + on.month - since.month + 1, 0)
