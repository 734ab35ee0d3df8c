"""ask = estimate: one person's or a family's points, and what the page shows beside them."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

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
from calculator.standard.standard import Standard
from calculator.text.cutoffs import describe_past_cutoffs
from calculator.text.edition import describe_other_edition, describe_period, full_title
from calculator.text.estimate import ESTIMATE_ONLY

if TYPE_CHECKING:
    from calculator.page_api import contract


def answer_estimate(
    request: Mapping[str, Any], editions: Editions
) -> "contract.Estimated | contract.NotEstimated":
    """Everything that the page shows of the result."""
    parsed = read_request(request, editions)
    if not isinstance(parsed, PersonRequest):
        return _not_estimated({"errors": parsed, "understood": {}, "doubts": {}}, None)
    fields = parsed.fields
    messages: contract.Messages = {
        "errors": fields.errors,
        "understood": fields.understood,
        "doubts": fields.doubts,
    }
    edition = _edition_json(parsed, editions)
    if parsed.on is None:
        return _not_estimated(messages, edition)
    first, *others = map(estimate_json, parsed.parents)
    estimated: contract.Estimated = {
        **messages,
        "edition": edition,
        "estimate": first,
        "other": others[0] if others else None,
        "papers": materials_json([parent.estimate for parent in parsed.parents], parsed.track),
        "contact": _contact_json(parsed.standard),
        "disclaimer": ESTIMATE_ONLY,
        **_of_benefit_json(parsed, parsed.on, editions),
    }
    return estimated


def _not_estimated(
    messages: "contract.Messages", edition: "contract.Edition | None"
) -> "contract.NotEstimated":
    return {**messages, "edition": edition, "estimate": None}


def _of_benefit_json(request: PersonRequest, on: date, editions: Editions) -> "contract.OfBenefit":
    """What is shown only where a benefit is named."""
    standard, track = request.standard, request.track
    if track is None:
        return {
            "family": None,
            "picture": None,
            "verdict": None,
            "conditions": None,
            "other_conditions": None,
            "window": None,
            "past": None,
        }
    family = request.family
    counted = family or request.parents[0].estimate
    total, before = counted.against_cutoffs, counted.deductions_are_endless
    cutoffs = cutoffs_of(standard, track)
    past = describe_past_cutoffs(cutoffs, track)
    findings = [
        judge(standard.conditions, parent.answers, track.id, on) for parent in request.parents
    ]
    first, *others = map(conditions_json, findings, ("您", "这位家长"))
    return {
        "family": family_json(family, request.parents, track, on) if family else None,
        "picture": range_chart_json(total, cutoffs, past, before_deductions=before),
        "verdict": verdict_json(request, track, on),
        "conditions": first,
        "other_conditions": others[0] if others else None,
        "window": window_json(standard, track, on, request.today, editions),
        "past": past_json(cutoffs, total, past, before_deductions=before),
    }


def _edition_json(request: PersonRequest, editions: Editions) -> "contract.Edition":
    """The chosen edition; ``newer`` where another, or none known, is in force for the track today.

    Today is the day of the estimate where the page does not say.
    """
    standard, track = request.standard, request.track
    text = ""
    newer: contract.NewerEdition | None = None
    if track:
        text = describe_period(track, editions.period(standard, track.id))
        today = request.today or request.on
        in_force = editions.ruling(track.id, today) if today else [standard]
        if today and standard not in in_force:
            other = in_force[0] if in_force else None
            words = describe_other_edition(editions, other, track, today)
            newer = {"standard": other.id if other else None, "text": words}
    return {
        "id": standard.id,
        "title": full_title(standard),
        "text": text,
        "newer": newer,
    }


def _contact_json(standard: Standard) -> "contract.Contact | None":
    """Where to apply; None where the edition's sources do not say."""
    contact = standard.contact
    if contact is None:
        return None
    return {"text": contact.text, "clause": contact.passport.clause}
