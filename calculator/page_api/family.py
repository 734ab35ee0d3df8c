"""The total of two parents, and all that the page shows beside it, as the page shows it."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from calculator.page_api.estimate_json import next_json, question_json
from calculator.page_api.request import Parent
from calculator.scoring.eligibility import judge_by_points
from calculator.scoring.family import FamilyEstimate
from calculator.standard.item import PARTS
from calculator.standard.standard import Track
from calculator.text.estimate import (
    describe_narrowing,
    describe_part,
    describe_reservations,
)
from calculator.text.family import DECIDES_WHO_MAY_APPLY, PARENTS, describe_whose_counts
from calculator.values.chinese import format_interval
from calculator.values.interval import hull, interval_to_json

if TYPE_CHECKING:
    from calculator.page_api import contract


def family_json(
    family: FamilyEstimate, parents: tuple[Parent, ...], track: Track, on: date
) -> "contract.Family":
    """``family``: whose total counts, the total, and what to ask next.

    Parts, reservations and questions are those of the parent whose total counts; while that is
    open, parts reach over both, and only the reservations of both are told.
    """
    counting = [family.parents[parent] for parent in family.may_count]
    reservations = [describe_reservations(result) for result in counting]
    return {
        "whose": describe_whose_counts(family, PARENTS),
        "against_cutoffs": interval_to_json(family.against_cutoffs),
        "parts": [
            {"label": label, "text": _describe_part(family, part)} for part, label in PARTS.items()
        ],
        "reservations": [
            said for said in reservations[0] if all(said in others for others in reservations)
        ],
        **next_json(list(_questions(family, parents, track, on))),
    }


def _describe_part(family: FamilyEstimate, part: str) -> str:
    counting = [family.parents[parent] for parent in family.may_count]
    texts = {describe_part(result, part) for result in counting}
    return (
        texts.pop()
        if len(texts) == 1
        else format_interval(hull(result.parts[part] for result in counting))
    )


def _questions(
    family: FamilyEstimate, parents: tuple[Parent, ...], track: Track, on: date
) -> Iterator["contract.OpenQuestion"]:
    """What is still open: first who may apply, where that decides whose total counts."""
    if family.counts == "unknown":
        for parent, may in zip(parents, family.eligible, strict=False):
            if may is None:
                conditions = parent.estimate.standard.conditions
                for finding in judge_by_points(conditions, parent.answers, track.id, on):
                    for fact_id in finding.missing:
                        yield question_json(parent, fact_id, DECIDES_WHO_MAY_APPLY)
    widths = [
        (points, number, fact_id)
        for number in family.may_count
        for fact_id, points in family.parents[number].narrowing.items()
    ]
    for points, number, fact_id in sorted(widths, key=lambda entry: -entry[0]):
        yield question_json(parents[number], fact_id, describe_narrowing(points))
