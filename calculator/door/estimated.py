"""ask = estimate: where a person, or a family, stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from calculator.conditions import judge
from calculator.door.papers import papers
from calculator.door.request import Asked, read_request
from calculator.door.result import shown_estimate, shown_family
from calculator.door.standing import shown_conditions, shown_past, shown_picture, shown_window
from calculator.editions import Editions
from calculator.passport import CONFIDENCE
from calculator.standard import Standard, Track
from calculator.words.edition import full_title, rules_in_words, ruling_in_words
from calculator.words.estimate import ESTIMATE_ONLY
from calculator.words.past import past_in_words

_NOTHING: Final[dict[str, Any]] = {
    **dict.fromkeys(("edition", "estimate", "other", "family", "picture")),
    **dict.fromkeys(("conditions", "other_conditions", "window", "past", "contact")),
    "papers": [],
}


def answer_estimate(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """Everything that the page shows of the result; the shapes stand in ``calculator.door``."""
    asked = read_request(request, editions)
    if not isinstance(asked, Asked):
        return {"errors": asked, "since": {}} | _NOTHING | {"disclaimer": ESTIMATE_ONLY}
    shown = {"errors": asked.reading.errors, "since": asked.reading.since} | _NOTHING
    shown |= {"disclaimer": ESTIMATE_ONLY, "contact": _contact(asked.standard)}
    shown["edition"] = _edition(asked, editions)
    if asked.on is None:
        return shown
    shown |= {
        key: shown_estimate(parent)
        for key, parent in zip(("estimate", "other"), asked.parents, strict=False)
    }
    shown["papers"] = papers([parent.estimate for parent in asked.parents])
    if asked.track:
        shown |= _of_track(asked, asked.track, asked.on, editions)
    return shown


def _of_track(asked: Asked, track: Track, on: date, editions: Editions) -> dict[str, Any]:
    standard = asked.standard
    total = asked.family.total if asked.family else asked.parents[0].estimate.total
    lines = [line for line in standard.cutoffs if line.track == track.id]
    said = past_in_words(lines, track)
    conditions = [
        shown_conditions(judge(standard.conditions, parent.answers, track.id, on))
        for parent in asked.parents
    ]
    return {
        "family": shown_family(asked.family) if asked.family else None,
        "picture": shown_picture(total, lines, said),
        **dict(zip(("conditions", "other_conditions"), conditions, strict=False)),
        "window": shown_window(standard, track, on, editions),
        "past": shown_past(lines, total, said),
    }


def _edition(asked: Asked, editions: Editions) -> dict[str, Any]:
    standard, track = asked.standard, asked.track
    text, newer = "", None
    if track:
        text = rules_in_words(track, editions.period(standard, track.id))
        today = asked.today or asked.on
        ruling = editions.ruling(track.id, today) if today else [standard]
        if today and standard not in ruling:
            other = ruling[0] if ruling else None
            words = ruling_in_words(editions, other, track, today)
            newer = {"standard": other and other.id, "text": words}
    return {
        "id": standard.id,
        "title": full_title(standard),
        "edition": standard.edition,
        "text": text,
        "newer": newer,
    }


def _contact(standard: Standard) -> dict[str, Any] | None:
    contact = standard.contact
    if contact is None:
        return None
    passport = contact.passport
    sure = CONFIDENCE[passport.confidence]
    return {"text": contact.text, "clause": passport.clause, "confidence_words": sure}
