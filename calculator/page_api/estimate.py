"""ask = estimate: one person's or a family's points, and what the page shows beside them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from calculator.page_api.conditions import conditions_json
from calculator.page_api.cutoffs import cutoffs_of, past_json
from calculator.page_api.estimate_json import estimate_json
from calculator.page_api.family import family_json
from calculator.page_api.materials import materials_json
from calculator.page_api.range_chart import range_chart_json
from calculator.page_api.request import PersonRequest, read_request
from calculator.page_api.verdict import verdict_json
from calculator.page_api.windows import window_json
from calculator.scoring.eligibility import judge
from calculator.standard.editions import Editions
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard, Track
from calculator.text.cutoffs import describe_past_cutoffs
from calculator.text.edition import describe_other_edition, describe_period, full_title
from calculator.text.estimate import ESTIMATE_ONLY

_NOTHING: Final[dict[str, Any]] = {
    **dict.fromkeys(("edition", "estimate", "other", "family", "picture", "verdict")),
    **dict.fromkeys(("conditions", "other_conditions", "window", "past", "contact")),
    "papers": [],
}


def answer_estimate(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """Everything that the page shows of the result; the shapes stand in ``calculator.page_api``."""
    parsed = read_request(request, editions)
    shown: dict[str, Any]
    if not isinstance(parsed, PersonRequest):
        shown = {"errors": parsed, "understood": {}, "doubts": {}}
        return shown | _NOTHING | {"disclaimer": ESTIMATE_ONLY}
    fields = parsed.fields
    shown = {"errors": fields.errors, "understood": fields.understood, "doubts": fields.doubts}
    shown |= _NOTHING
    shown |= {"disclaimer": ESTIMATE_ONLY, "contact": _contact_json(parsed.standard)}
    shown["edition"] = _edition_json(parsed, editions)
    if parsed.on is None:
        return shown
    shown |= {
        key: estimate_json(parent)
        for key, parent in zip(("estimate", "other"), parsed.parents, strict=False)
    }
    shown["papers"] = materials_json([parent.estimate for parent in parsed.parents], parsed.track)
    if parsed.track:
        shown |= _track_json(parsed, parsed.track, parsed.on, editions)
    return shown


def _track_json(
    request: PersonRequest, track: Track, on: date, editions: Editions
) -> dict[str, Any]:
    """What is shown only where a benefit is named."""
    standard = request.standard
    counted = request.family or request.parents[0].estimate
    total, before = counted.against_cutoffs, counted.deductions_are_endless
    cutoffs = cutoffs_of(standard, track)
    past = describe_past_cutoffs(cutoffs, track)
    findings = [
        judge(standard.conditions, parent.answers, track.id, on) for parent in request.parents
    ]
    conditions = map(conditions_json, findings, ("您", "这位家长"))
    return {
        "family": request.family and family_json(request.family, request.parents, track, on),
        "picture": range_chart_json(total, cutoffs, past, before_deductions=before),
        "verdict": verdict_json(request, track, on),
        **dict(zip(("conditions", "other_conditions"), conditions, strict=False)),
        "window": window_json(standard, track, on, request.today, editions),
        "past": past_json(cutoffs, total, past, before_deductions=before),
    }


def _edition_json(request: PersonRequest, editions: Editions) -> dict[str, Any]:
    """The chosen edition; ``newer`` where another, or none known, is in force for the track today.

    Today is the day of the estimate where the page does not say.
    """
    standard, track = request.standard, request.track
    text, newer = "", None
    if track:
        text = describe_period(track, editions.period(standard, track.id))
        today = request.today or request.on
        in_force = editions.ruling(track.id, today) if today else [standard]
        if today and standard not in in_force:
            other = in_force[0] if in_force else None
            words = describe_other_edition(editions, other, track, today)
            newer = {"standard": other and other.id, "text": words}
    return {
        "id": standard.id,
        "title": full_title(standard),
        "edition": standard.edition,
        "text": text,
        "newer": newer,
    }


def _contact_json(standard: Standard) -> dict[str, Any] | None:
    """Where to apply; None where the edition's sources do not say."""
    contact = standard.contact
    if contact is None:
        return None
    return {
        "text": contact.text,
        "clause": contact.passport.clause,
        "confidence_words": CONFIDENCE[contact.passport.confidence],
    }
