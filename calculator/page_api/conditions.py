"""The conditions of a benefit for one person, as the page shows them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from calculator.scoring.eligibility import Finding, verdict
from calculator.standard.passport import CONFIDENCE
from calculator.text.conditions import describe_state, describe_verdict

if TYPE_CHECKING:
    from calculator.page_api import contract

_SPOKEN_TO: Final = "您"


def conditions_json(findings: Sequence[Finding], whose: str = _SPOKEN_TO) -> "contract.Conditions":
    """``conditions``: the verdict, and a row for each condition.

    ``whose``: what stands for the person, where the page does not speak to them.
    """
    state = verdict(findings)
    return {
        "verdict": state,
        "text": describe_verdict(state, findings).replace(_SPOKEN_TO, whose),
        "rows": [_row(finding, whose) for finding in findings],
    }


def _row(finding: Finding, whose: str) -> "contract.Condition":
    condition = finding.condition
    return {
        "state": finding.state,
        "state_words": describe_state(finding),
        "label": condition.label,
        "text": condition.reason.replace(_SPOKEN_TO, whose),
        "clause": condition.passport.clause,
        "confidence_words": CONFIDENCE[condition.passport.confidence],
    }
