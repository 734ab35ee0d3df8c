"""What a person, or either parent, can do for more points, as the page shows it."""

from datetime import date
from typing import TYPE_CHECKING

from calculator.page_api.request import PersonRequest
from calculator.scoring.family_steps import FamilyStep, family_steps
from calculator.scoring.next_steps import next_steps
from calculator.standard.standard import Track
from calculator.text.family import PARENTS
from calculator.text.outlook import describe_costs, describe_gain

if TYPE_CHECKING:
    from calculator.page_api import contract


def next_steps_json(request: PersonRequest, track: Track, on: date) -> list["contract.NextStep"]:
    """``steps``: of two parents what the total that counts gains, whoever takes the step."""
    standard, answers = request.standard, [parent.answers for parent in request.parents]
    if request.family:
        found = family_steps(standard, answers, track.id, on)
    else:
        found = [FamilyStep(step, None) for step in next_steps(standard, answers[0], track.id, on)]
    return [
        {
            "text": step.change,
            "gain_text": describe_gain(step.gain),
            "label": step.label,
            "who": "" if parent is None else PARENTS[parent],
            "farther": step.farther,
            "costs": describe_costs(step.costs),
        }
        for step, parent in found
    ]
