"""ask = estimate: where a person, or a family, stands."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from calculator.page_api.eligibility import (
    shown_conditions,
    shown_past,
    shown_picture,
    shown_window,
)
from calculator.page_api.materials import materials
from calculator.page_api.request import PersonRequest, read_request
from calculator.page_api.result import shown_estimate, shown_family
from calculator.scoring.eligibility import judge
from calculator.standard.editions import Editions
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard, Track
from calculator.text.cutoffs import describe_past
from calculator.text.edition import describe_rules, describe_ruling, full_title
from calculator.text.estimate import ESTIMATE_ONLY

_NOTHING: Final[dict[str, Any]] = {
    **dict.fromkeys(("edition", "estimate", "other", "family", "picture")),
    **dict.fromkeys(("conditions", "other_conditions", "window", "past", "contact")),
    "papers": [],
}


def answer_estimate(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """Everything that the page shows of the result; the shapes stand in ``calculator.page_api``."""
    asked = read_request(request, editions)
    if not isinstance(asked, PersonRequest):
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
    shown["papers"] = materials([parent.estimate for parent in asked.parents])
    if asked.track:
        shown |= _of_track(asked, asked.track, asked.on, editions)
    return shown


def _of_track(asked: PersonRequest, track: Track, on: date, editions: Editions) -> dict[str, Any]:
    standard = asked.standard
    total = asked.family.total if asked.family else asked.parents[0].estimate.total
    lines = [line for line in standard.cutoffs if line.track == track.id]
    said = describe_past(lines, track)
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


def _edition(asked: PersonRequest, editions: Editions) -> dict[str, Any]:
    standard, track = asked.standard, asked.track
    text, newer = "", None
    if track:
        text = describe_rules(track, editions.period(standard, track.id))
        today = asked.today or asked.on
        ruling = editions.ruling(track.id, today) if today else [standard]
        if today and standard not in ruling:
            other = ruling[0] if ruling else None
            words = describe_ruling(editions, other, track, today)
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
