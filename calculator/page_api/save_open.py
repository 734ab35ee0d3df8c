"""ask = keep, ask = open: saving answers as a file and as a link, and opening either again."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from calculator.answers.facts import Answer, Fact
from calculator.answers.read_answers import parse_date, read_value
from calculator.answers.saved_answers import (
    SavedAnswers,
    from_fragment,
    read_saved_answers,
    to_document,
    to_fragment,
)
from calculator.answers.typed_text import format_answer
from calculator.page_api.fields import OTHER
from calculator.page_api.request import PersonRequest, read_request
from calculator.reading.problems import InputError
from calculator.standard.editions import Editions
from calculator.text import saved_answers as messages

if TYPE_CHECKING:
    from calculator.page_api import contract


def answer_keep(
    request: Mapping[str, Any], editions: Editions
) -> "contract.Kept | contract.Refused":
    """The answers that fit as a document with its name, and the same as a fragment."""
    parsed = read_request(request, editions)
    if not isinstance(parsed, PersonRequest):
        return {"error": next(iter(parsed.values()))}
    if parsed.on is None or parsed.track is None:
        return {"error": parsed.fields.errors.get("on", messages.NO_TRACK)}
    fields, standard, track = parsed.fields, parsed.standard.id, parsed.track.id
    other = fields.other if fields.two_parents else None
    document = to_document(fields.first, other, standard, track, parsed.on)
    left_out = dict(fields.errors)
    if not parsed.track.child:
        texts = request.get("fields") or {}
        not_read = [name for name, text in texts.items() if name.startswith(OTHER) and text]
        left_out |= dict.fromkeys(not_read, messages.CHILD_ONLY)
    return {
        "name": f"{standard}-{track}-{parsed.on}.json",
        "document": document,
        "fragment": to_fragment(document),
        "left_out": list(left_out.values()),
    }


def answer_open(
    request: Mapping[str, Any], editions: Editions
) -> "contract.Opened | contract.Refused":
    """The fields of a document, and a note on everything in it that no longer fits."""
    fragment = request.get("fragment")
    try:
        text = request.get("text")
        data = str(text or "") if fragment is None else from_fragment(str(fragment))
        saved = read_saved_answers(data)
    except InputError as error:
        return {"error": messages.describe_unreadable(error)}
    notes = [messages.NEWER] if saved.newer else []
    standard = editions.standards.get(saved.standard or "")
    if saved.standard is not None and standard is None:
        notes.append(messages.describe_missing_edition(saved.standard))
    tracks = standard.tracks if standard else {}
    track = saved.track if saved.track in tracks else None
    if saved.track is not None and track is None and standard:
        notes.append(messages.describe_missing_track(saved.track))
    on = _day(saved, str(request.get("today") or ""), notes)
    facts_by_id = editions.facts_accepted_by(standard) if standard else editions.all_facts
    fields: dict[str, str] = {}
    for prefix, facts in (("", saved.facts), (OTHER, saved.other or {})):
        answers = _answers(facts, facts_by_id, on, notes)
        fields |= {prefix + fact_id: format_answer(answer) for fact_id, answer in answers.items()}
        if standard and answers.keys() - standard.uses:
            unused = [facts_by_id[fact].label for fact in answers if fact not in standard.uses]
            notes.append(messages.describe_unused(unused))
    if saved.other is not None and track and not tracks[track].child:
        notes.append(messages.CHILD_ONLY)
    return {
        "standard": standard.id if standard else None,
        "track": track,
        "on": on.isoformat(),
        "fields": fields,
        "notes": notes,
    }


def _day(saved: SavedAnswers, today: str, notes: list[str]) -> date:
    """The day that was saved, where it is one of 2000 to 2100; else today, which is noted."""
    day = parse_date(saved.on or "")
    if day and 2000 <= day.year <= 2100:
        return day
    notes.append(messages.NO_DAY if saved.on is None else messages.describe_wrong_day(saved.on))
    return parse_date(today) or date(2100, 12, 31)


def _answers(
    facts: Mapping[str, Any], facts_by_id: Mapping[str, Fact], on: date, notes: list[str]
) -> dict[str, Answer]:
    """One person's answers that still fit; the others are noted."""
    answers = {}
    for name, value in facts.items():
        fact = facts_by_id.get(name)
        answer = read_value(fact, value, on) if fact and value is not None else None
        if fact is None:
            notes.append(messages.describe_unknown_key(name, value))
        elif answer is not None:
            answers[name] = answer
        elif value is not None:
            notes.append(messages.describe_misfit(fact, value))
    return answers
