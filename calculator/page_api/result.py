"""An estimate, and a family's, as the page shows it."""

from typing import Any

from calculator.page_api.request import Parent
from calculator.scoring.estimate import Estimate, Line
from calculator.scoring.family import FamilyEstimate
from calculator.standard.item import PARTS
from calculator.standard.passport import CONFIDENCE
from calculator.text.estimate import headline, narrowing, part_short, reservations
from calculator.text.family import family_total, whose_counts
from calculator.values.chinese import format_interval
from calculator.values.interval import interval_to_json
from calculator.values.number import Bound


def shown_estimate(parent: Parent) -> dict[str, Any]:
    """One person's estimate as the page shows it."""
    result = parent.estimate
    nexts = [_next(parent, fact, gain) for fact, gain in result.gains.items()]
    common = [each for each in nexts if not each["rare"]]
    return {
        "total": interval_to_json(result.total),
        "text": format_interval(result.total),
        "headline": headline(result),
        "reservations": reservations(result),
        "parts": [
            {"part": part, "label": PARTS[part], "text": part_short(result, part)} for part in PARTS
        ],
        "lines": [_line(line, result) for line in result.lines],
        "not_counted": [_not_counted(item, parent) for item in result.not_counted],
        "next": nexts[0] if nexts else None,
        "then": common[0] if common and nexts[0]["rare"] else None,
    }


def _next(parent: Parent, fact_id: str, gain: Bound) -> dict[str, Any]:
    fact = parent.estimate.standard.facts_by_id[fact_id]
    # The household is asked about once, whoever is estimated.
    field = fact_id if fact.household else parent.prefix + fact_id
    gained = narrowing(gain)
    return {"fact": fact_id, "field": field, "label": fact.label, "gain": gained, "rare": fact.rare}


def _line(line: Line, result: Estimate) -> dict[str, Any]:
    return {
        "item": line.item.id,
        "part": line.item.part,
        "label": line.item.label,
        "points": interval_to_json(line.points),
        "text": format_interval(line.points),
        "why": line.why,
        "declared": line.item.id in result.declared,
        "capped": line.capped,
        "confidence": line.confidence,
        "confidence_words": CONFIDENCE[line.confidence],
        "clause": line.item.passport.clause,
        "facts": list(line.item.facts),
        "members": [_line(member, result) for member in line.members],
    }


def _not_counted(item_id: str, parent: Parent) -> dict[str, Any]:
    item = next(each for each in parent.estimate.standard.items if each.id == item_id)
    asked = item.declaration
    return {
        "item": item.id,
        "label": item.label,
        "field": parent.prefix + (asked.declared.id if asked else ""),
        "claimed": parent.answers.get(asked.claimed.id) if asked else None,
    }


def shown_family(family: FamilyEstimate) -> dict[str, Any]:
    """Whose total counts, and the total."""
    return {
        "counts": family.counts,
        "headline": whose_counts(family),
        "text": family_total(family),
        "total": interval_to_json(family.total),
        "total_text": format_interval(family.total),
        "competes": list(family.competes),
    }
