"""Reading the fields of the page, each by itself: an error in one leaves the others' answers.

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
from calculator.text import fields as messages

OTHER: Final = "other."
SINCE: Final = ".since"
_MONTH: Final = re.compile(r"([0-9]{4})(?:([0-9]{2})|[-./年 ] ?([0-9]{1,2}) ?月?)", re.ASCII)


class FormAnswers:
    """The answers of the fields that fit, and messages about the fields.

    ``first`` and ``other``: the first and the second parent's answers by fact id. ``errors``: what
    is wrong, and ``since``: how a month that was given in place of a count is counted, both in
    Chinese by the name of the field. ``two_parents``: the benefit is for a child, and something
    was given for a second parent.
    """

    # Filled field by field: hence no frozen dataclass.
    def __init__(
        self, errors: Mapping[str, str] | None = None, *, two_parents: bool = False
    ) -> None:
        self.first: dict[str, Answer] = {}
        self.other: dict[str, Answer] = {}
        self.errors = dict(errors or {})
        self.since: dict[str, str] = {}
        self.two_parents = two_parents


@dataclass(frozen=True, slots=True)
class Form:
    """What fields are read against: an edition, every fact that may be a field, and the day."""

    standard: Standard
    facts_by_id: Mapping[str, Fact]
    on: date


def read_fields(fields: Mapping[str, Any], form: Form, *, child: bool) -> FormAnswers:
    """The answers of texts by field name; an empty text or None is unknown.

    A second parent's fields are read only where the benefit is for a ``child``.
    """
    texts = {name: str(text) for name, text in fields.items() if text is not None}
    texts = {name: text for name, text in texts.items() if text.strip()}
    own = {name: text for name, text in texts.items() if not name.startswith(OTHER)}
    others = {name[len(OTHER) :]: text for name, text in texts.items() if name.startswith(OTHER)}
    found = FormAnswers(two_parents=child and bool(others))
    found.first.update(_read_person(own, "", form, found))
    if found.two_parents:
        found.other.update(_read_person(others, OTHER, form, found))
        for fact_id in differing_household_facts(form.standard, found.first, found.other):
            del found.first[fact_id], found.other[fact_id]
            both = (fact_id, OTHER + fact_id)
            found.errors.update(dict.fromkeys(both, messages.HOUSEHOLD_APART))
    return found


def _read_person(
    texts: Mapping[str, str], prefix: str, form: Form, found: FormAnswers
) -> dict[str, Answer]:
    """One person's answers; messages go to ``found``, under the field names with the prefix."""
    answers: dict[str, Answer] = {}
    for name, text in texts.items():
        fact = form.facts_by_id.get(name.removesuffix(SINCE))
        if fact is None or (name.endswith(SINCE) and not fact.grows):
            found.errors[prefix + name] = messages.NOT_A_FIELD
        elif name.endswith(SINCE) and texts.get(fact.id):
            both = (prefix + name, prefix + fact.id)
            found.errors.update(dict.fromkeys(both, messages.BOTH_GIVEN))
        elif name.endswith(SINCE):
            months, message = _months_since(text, form.on)
            if months is None:
                found.errors[prefix + name] = message
            else:
                found.since[prefix + name] = message
                answers[fact.id] = min(months, fact.max)
        else:
            answer = parse_typed(fact, text, form.on)
            if answer is None:
                found.errors[prefix + name] = messages.describe_allowed(fact, text, form.on)
            else:
                answers[name] = answer
    for claimed, declared in contradictions(answers):
        found.errors[prefix + claimed] = messages.NO_BUT_DECLARED
        found.errors[prefix + declared] = messages.DECLARED_AFTER_NO
    return {name: answer for name, answer in answers.items() if prefix + name not in found.errors}


def _months_since(text: str, on: date) -> tuple[int | None, str]:
    """The months since the typed month, and how they are counted; or None, and what is wrong."""
    written = _MONTH.fullmatch(to_half_width(text))
    year, month = (int(written[1]), int(written[2] or written[3])) if written else (0, 0)
    if not (year >= 1900 and 1 <= month <= 12):
        return None, messages.NOT_A_MONTH
    months = 12 * (on.year - year) + on.month - month
    if months < 0:
        return None, messages.describe_too_late(on)
    return months, messages.describe_since(year, month, months, on)
