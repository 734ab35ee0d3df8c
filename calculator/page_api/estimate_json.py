"""One person's estimate as the page shows it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from calculator.page_api.request import Parent
from calculator.scoring.estimate import Estimate, Line
from calculator.standard.item import PARTS
from calculator.standard.passport import CONFIDENCE
from calculator.text.estimate import (
    describe_narrowing,
    describe_part,
    describe_reservations,
)
from calculator.values.chinese import format_interval
from calculator.values.interval import interval_to_json

if TYPE_CHECKING:
    from calculator.page_api import contract


def estimate_json(parent: Parent) -> "contract.Estimate":
    """``estimate`` or ``other``: one parent's points, line by line, and what to ask next."""
    result = parent.estimate
    questions = [
        question_json(parent, fact_id, describe_narrowing(points))
        for fact_id, points in result.narrowing.items()
    ]
    return {
        "against_cutoffs": interval_to_json(result.against_cutoffs),
        "reservations": describe_reservations(result),
        "parts": [
            {"label": label, "text": describe_part(result, part)} for part, label in PARTS.items()
        ],
        "lines": [_line(line, result) for line in result.lines],
        "not_counted": [_not_counted(item, parent) for item in result.not_counted],
        **next_json(questions),
    }


def next_json(questions: Sequence["contract.OpenQuestion"]) -> "contract.OpenQuestions":
    """``next`` and ``then`` of open questions, the one to ask first standing first."""
    common = [question for question in questions if not question["rare"]]
    return {
        "next": questions[0] if questions else None,
        "then": common[0] if common and questions[0]["rare"] else None,
    }


def question_json(parent: Parent, fact_id: str, gain: str) -> "contract.OpenQuestion":
    """A question that is still open, and what its answer tells."""
    fact = parent.estimate.standard.facts_by_id[fact_id]
    # The household is asked about once, whoever is estimated.
    field = fact_id if fact.household else parent.prefix + fact_id
    return {
        "field": field,
        "label": fact.label,
        "gain": gain,
        "rare": fact.rare,
    }


def _line(line: Line, result: Estimate) -> "contract.Line":
    return {
        "item": line.item.id,
        "part": line.item.part,
        "label": line.item.label,
        "points": interval_to_json(line.points),
        "text": format_interval(line.points),
        "why": line.why,
        "declared": line.item.id in result.declared,
        "confidence_words": CONFIDENCE[line.confidence],
        "clause": line.item.passport.clause,
        "members": [_line(member, result) for member in line.members],
    }


def _not_counted(item_id: str, parent: Parent) -> "contract.NotCounted":
    """An item without a public figure, and the field for the points declared for it."""
    item = next(item for item in parent.estimate.standard.items if item.id == item_id)
    asked = item.declaration
    return {
        "label": item.label,
        "field": parent.prefix + (asked.declared.id if asked else ""),
    }
