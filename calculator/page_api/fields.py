"""Reading the fields of the page, each by itself: an error in one leaves the others' answers.

``<fact>`` is the applicant's or first parent's, the same after ``OTHER`` the second parent's. For a
count of months that goes on, a start may be typed in its place: whole calendar months from that
month, itself counted, to the last one that ended before the month of the day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from calculator.answers.facts import Answer, Fact
from calculator.answers.read_answers import contradictions
from calculator.answers.typed_numbers import read_start
from calculator.answers.typed_text import is_plain, parse_typed, to_half_width
from calculator.page_api.doubts import find_doubts
from calculator.scoring.family import differing_household_facts
from calculator.standard.standard import Standard
from calculator.text import fields as messages

OTHER: Final = "other."
"""Before the names of the second parent's fields; the page's scripts have it in ``form.js``."""


class FormAnswers:
    """The answers of the fields that fit, and messages about the fields.

    ``first`` and ``other``: the first and the second parent's answers by fact id. In Chinese, by
    the name of the field, ``errors``: what is wrong; ``understood``: how what is no plain number
    was read; ``doubts``: what hardly anybody has, and counts as given. ``two_parents``: the benefit
    is for a child, and something was given for a second parent.
    """

    # Filled field by field: hence no frozen dataclass.
    def __init__(
        self, errors: Mapping[str, str] | None = None, *, two_parents: bool = False
    ) -> None:
        self.first: dict[str, Answer] = {}
        self.other: dict[str, Answer] = {}
        self.errors = dict(errors or {})
        self.understood: dict[str, str] = {}
        self.doubts: dict[str, str] = {}
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
    for prefix, answers in (("", found.first), (OTHER, found.other)):
        doubts = find_doubts(answers, form.facts_by_id, form.standard.questions, form.on)
        found.doubts.update({prefix + fact_id: doubt for fact_id, doubt in doubts.items()})
    return found


def _read_person(
    texts: Mapping[str, str], prefix: str, form: Form, found: FormAnswers
) -> dict[str, Answer]:
    """One person's answers; messages go to ``found``, under the field names with the prefix."""
    answers: dict[str, Answer] = {}
    for name, text in texts.items():
        fact = form.facts_by_id.get(name)
        if fact is None:
            found.errors[prefix + name] = messages.NOT_A_FIELD
            continue
        answer, words = _read_field(fact, text, form.on)
        if answer is None:
            found.errors[prefix + name] = words
            continue
        answers[name] = answer
        if words:
            found.understood[prefix + name] = words
    for claimed, declared in contradictions(answers):
        found.errors[prefix + claimed] = messages.NO_BUT_DECLARED
        found.errors[prefix + declared] = messages.DECLARED_AFTER_NO
    return {name: answer for name, answer in answers.items() if prefix + name not in found.errors}


def _read_field(fact: Fact, text: str, on: date) -> tuple[Answer | None, str]:
    """The answer, and how it was read where that is to be told; or None, and what is wrong."""
    answer = parse_typed(fact, text, on)
    if answer is not None:
        return answer, "" if is_plain(fact, text) else messages.describe_answer(fact, answer)
    start = read_start(to_half_width(text)) if fact.grows else None
    if start is None:
        return None, messages.describe_allowed(fact, text, on)
    months = min(12 * (on.year - start[0]) + on.month - start[1], fact.max)
    if months < 0:
        return None, messages.describe_too_late(on)
    return months, messages.describe_since(*start, months, on)
