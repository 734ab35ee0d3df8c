"""The conditions of a benefit for one person, as the page shows them."""

from collections.abc import Sequence
from typing import Any

from calculator.scoring.eligibility import Finding, verdict
from calculator.standard.passport import CONFIDENCE
from calculator.text.conditions import describe_state, describe_verdict


def conditions_json(findings: Sequence[Finding]) -> dict[str, Any]:
    """``conditions``: the verdict, and a row for each condition."""
    state = verdict(findings)
    return {
        "verdict": state,
        "text": describe_verdict(state, findings),
        "rows": [_row(finding) for finding in findings],
    }


def _row(finding: Finding) -> dict[str, Any]:
    condition = finding.condition
    return {
        "id": condition.id,
        "state": finding.state,
        "state_words": describe_state(finding),
        "label": condition.label,
        "text": condition.reason,
        "clause": condition.passport.clause,
        "confidence": condition.passport.confidence,
        "confidence_words": CONFIDENCE[condition.passport.confidence],
        "facts": list(condition.facts),
        "missing": list(finding.missing),
    }
