"""ask = keep, ask = open: the answers as a file and as a link, and back into the fields."""

from collections.abc import Mapping
from datetime import date
from typing import Any

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
from calculator.text import saved_answers as words


def answer_keep(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """The document of what fits, its name, and the same as a fragment."""
    asked = read_request(request, editions)
    if not isinstance(asked, PersonRequest):
        return {"error": next(iter(asked.values()))}
    if asked.on is None or asked.track is None:
        return {"error": asked.reading.errors.get("on", words.NO_TRACK)}
    reading, standard, track = asked.reading, asked.standard.id, asked.track.id
    other = reading.other if reading.two else None
    document = to_document(reading.first, other, standard, track, asked.on)
    left_out = dict(reading.errors)
    if not asked.track.child:
        fields = request.get("fields") or {}
        given = [name for name, text in fields.items() if name.startswith(OTHER) and text]
        left_out |= dict.fromkeys(given, words.CHILD_ONLY)
    return {
        "name": f"{standard}-{track}-{asked.on}.json",
        "document": document,
        "fragment": to_fragment(document),
        "left_out": [{"field": field, "text": text} for field, text in left_out.items()],
    }


def answer_open(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """The fields of a document; what does not fit any more is said."""
    fragment = request.get("fragment")
    try:
        text = request.get("text")
        data = str(text or "") if fragment is None else from_fragment(str(fragment))
        kept = read_saved_answers(data)
    except InputError as error:
        return {"error": words.cannot_open(error)}
    notes = [words.NEWER] if kept.newer else []
    standard = editions.standards.get(kept.standard or "")
    if kept.standard is not None and standard is None:
        notes.append(words.no_edition(kept.standard))
    tracks = standard.tracks if standard else {}
    track = kept.track if kept.track in tracks else None
    if kept.track is not None and track is None and standard:
        notes.append(words.no_track(kept.track))
    on = _day(kept, str(request.get("today") or ""), notes)
    known = editions.facts_accepted_by(standard) if standard else editions.all_facts
    fields: dict[str, str] = {}
    for prefix, facts in (("", kept.facts), (OTHER, kept.other or {})):
        answers = _answers(facts, known, on, notes)
        fields |= {prefix + fact: format_answer(answer) for fact, answer in answers.items()}
        if standard and answers.keys() - standard.uses:
            unused = [known[fact].label for fact in answers if fact not in standard.uses]
            notes.append(words.not_asked(unused))
    if kept.other is not None and track and not tracks[track].child:
        notes.append(words.CHILD_ONLY)
    return {
        "standard": standard and standard.id,
        "track": track,
        "on": on.isoformat(),
        "fields": fields,
        "notes": notes,
    }


def _day(kept: SavedAnswers, today: str, notes: list[str]) -> date:
    day = parse_date(kept.on or "")
    if day and 2000 <= day.year <= 2100:
        return day
    notes.append(words.NO_DAY if kept.on is None else words.wrong_day(kept.on))
    return parse_date(today) or date(2100, 12, 31)


def _answers(
    facts: Mapping[str, Any], known: Mapping[str, Fact], on: date, notes: list[str]
) -> dict[str, Answer]:
    """One person's answers that still fit; of the others it is noted."""
    answers = {}
    for name, value in facts.items():
        fact = known.get(name)
        answer = read_value(fact, value, on) if fact and value is not None else None
        if fact is None:
            notes.append(words.unknown_key(name, value))
        elif answer is not None:
            answers[name] = answer
        elif value is not None:
            notes.append(words.does_not_fit(fact, value))
    return answers
