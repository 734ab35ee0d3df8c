"""Reading the fields of the page: each by itself, so that one fault takes nothing from the others.

``<fact>`` and ``<fact>.since`` are the applicant's or first parent's, with ``other.`` before them
the second parent's. ``since`` gives a month in place of a count: whole calendar months from that
month, itself counted, to the last one that ended before the month of the day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Fact
from calculator.answers.read_answers import contradictions
from calculator.answers.typed_text import parse_typed, to_half_width
from calculator.scoring.family import differing_household_facts
from calculator.standard.standard import Standard
from calculator.text import fields as words

OTHER: Final = "other."
SINCE: Final = ".since"
_MONTH: Final = re.compile(r"([0-9]{4})(?:([0-9]{2})|[-./年 ] ?([0-9]{1,2}) ?月?)", re.ASCII)


class Reading:
    """The answers that fit, of both parents; ``errors`` and ``since`` in words by field.

    ``two``: something was given for a second parent.
    """

    def __init__(self, errors: Mapping[str, str] | None = None, *, two: bool = False) -> None:
        self.first: dict[str, Answer] = {}
        self.other: dict[str, Answer] = {}
        self.errors = dict(errors or {})
        self.since: dict[str, str] = {}
        self.two = two


@dataclass(frozen=True, slots=True)
class Form:
    """What fields are read against: every fact that any edition knows, on a day."""

    standard: Standard
    facts_by_id: Mapping[str, Fact]
    on: date


def read_fields(fields: Mapping[str, Any], form: Form, *, child: bool) -> Reading:
    """What was typed; a second parent's answers only where the benefit is for a ``child``."""
    given = {name: str(text) for name, text in fields.items() if text is not None}
    given = {name: text for name, text in given.items() if text.strip()}
    own = {name: text for name, text in given.items() if not name.startswith(OTHER)}
    others = {name[len(OTHER) :]: text for name, text in given.items() if name.startswith(OTHER)}
    reading = Reading(two=child and bool(others))
    reading.first.update(_read(own, "", form, reading))
    if reading.two:
        reading.other.update(_read(others, OTHER, form, reading))
        for fact in differing_household_facts(form.standard, reading.first, reading.other):
            del reading.first[fact], reading.other[fact]
            reading.errors.update(dict.fromkeys((fact, OTHER + fact), words.HOUSEHOLD_APART))
    return reading


def _read(given: Mapping[str, str], prefix: str, form: Form, reading: Reading) -> dict[str, Answer]:
    """One person's answers; what is wrong goes to ``reading``, under the names as given."""
    answers: dict[str, Answer] = {}
    for name, text in given.items():
        fact = form.facts_by_id.get(name.removesuffix(SINCE))
        if fact is None or (name.endswith(SINCE) and not fact.grows):
            reading.errors[prefix + name] = words.NOT_A_FIELD
        elif name.endswith(SINCE) and given.get(fact.id):
            both = (prefix + name, prefix + fact.id)
            reading.errors.update(dict.fromkeys(both, words.BOTH_GIVEN))
        elif name.endswith(SINCE):
            months, said = _months_since(text, form.on)
            if months is None:
                reading.errors[prefix + name] = said
            else:
                reading.since[prefix + name] = said
                answers[fact.id] = min(months, fact.max)
        else:
            answer = parse_typed(fact, text, form.on)
            if answer is None:
                reading.errors[prefix + name] = words.please(fact, text, form.on)
            else:
                answers[name] = answer
    for claimed, declared in contradictions(answers):
        reading.errors[prefix + claimed] = words.SAID_NO
        reading.errors[prefix + declared] = words.TOLD_POINTS
    return {name: answer for name, answer in answers.items() if prefix + name not in reading.errors}


def _months_since(text: str, on: date) -> tuple[int | None, str]:
    """So many months, and how they are counted; or None, and what is wrong."""
    written = _MONTH.fullmatch(to_half_width(text))
    year, month = (int(written[1]), int(written[2] or written[3])) if written else (0, 0)
    if not (year >= 1900 and 1 <= month <= 12):
        return None, words.NOT_A_MONTH
    months = 12 * (on.year - year) + on.month - month
    if months < 0:
        return None, words.too_late(on)
    return months, words.describe_since(year, month, months, on)
