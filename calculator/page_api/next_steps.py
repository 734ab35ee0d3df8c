"""What each parent can do for more points, as the page shows it."""

from datetime import date
from typing import Any, Final

from calculator.page_api.request import PersonRequest
from calculator.scoring.next_steps import next_steps
from calculator.standard.standard import Track
from calculator.text.outlook import describe_gain

_PARENTS: Final = {"": "第一位家长", "other.": "第二位家长"}


def next_steps_json(request: PersonRequest, track: Track, on: date) -> list[dict[str, Any]]:
    """``steps``: each parent's own; those that concern the household once, with the first's."""
    shown = []
    for parent in request.parents:
        for step in next_steps(request.standard, parent.answers, track.id, on):
            household = request.standard.facts_by_id[step.fact].household
            if household and parent.prefix:
                continue
            named = request.family and not household
            shown.append(
                {
                    "text": step.change,
                    "gain_text": describe_gain(step.gain),
                    "label": step.label,
                    "fact": step.fact,
                    "field": parent.prefix + step.fact,
                    "who": _PARENTS[parent.prefix] if named else "",
                }
            )
    return shown
