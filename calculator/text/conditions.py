"""Whether a person may apply, in Chinese: one condition, and the verdict on all of them."""

from collections.abc import Sequence
from typing import Final

from calculator.scoring.eligibility import Finding
from calculator.standard.conditions import STATES, State

_NOT_SO: Final[dict[State, str]] = {
    "another_route": "不走这条途径，要用积分",
    "unmet": "没有这种情况",
}
"""How a met condition reads where it is met because something is *not* so, by its outcome."""


def describe_state(finding: Finding) -> str:
    """How one condition stands, as a phrase."""
    if finding.state == "met" and finding.condition.outcome in _NOT_SO:
        return _NOT_SO[finding.condition.outcome]
    return STATES[finding.state]


def describe_verdict(state: State, findings: Sequence[Finding]) -> str:
    """Whether the person may apply, in a sentence; ``state`` is the ``verdict`` on the findings."""
    deciding = [finding.condition for finding in findings if finding.state == state]
    names = "、".join(condition.label for condition in deciding)
    match state:
        case "another_route":
            return f"您可能不用积分。{deciding[0].reason}"
        case "unmet":
            return f"按您的回答，还不能申请：{names}，不符合。"
        case "met":
            return "按您的回答，公开的申请条件都符合。以受理窗口审核为准。"
        case _ if deciding:
            return f"能不能申请还不清楚，这些要再看：{names}。"
        case _:
            return "没有见到这一版公开的申请条件，能不能申请还不清楚。"
