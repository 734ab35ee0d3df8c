"""Two parents in Chinese: whose total counts, the total that counts, and both estimates as text."""

from collections.abc import Sequence
from typing import Final

from calculator.scoring.family import FamilyEstimate
from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED, report_estimate
from calculator.values.chinese import format_interval

PARENTS: Final = ("您", "孩子另一位家长")
"""How the page calls the two parents: it speaks to the first."""

DECIDES_WHO_MAY_APPLY: Final = "答了才知道按谁的积分申请"
"""What a question tells that decides whether a parent may apply."""

_NUMBERED: Final = ("第一位家长", "第二位家长")


def describe_whose_counts(family: FamilyEstimate, names: Sequence[str] = _NUMBERED) -> str:
    """Whose total counts, in one sentence; ``names`` of the two parents."""
    first, second = names
    match family.counts:
        case "first":
            return f"按{first}的积分申请。"
        case "second":
            return f"按{second}的积分申请。"
        case "equal":
            return "两位家长总分相同，另一位的积分作为排名参考。"
        case "none":
            return "按已知情况，两位家长都不符合申请条件。"
    open_names = [name for name, may in zip(names, family.eligible, strict=False) if may is None]
    if open_names:
        return f"{'和'.join(open_names)}能不能申请还不清楚，按谁的积分申请要看这一点。"
    return "还看不出谁的总分高，把未答的补上就知道了。"


def describe_family_total(family: FamilyEstimate) -> str:
    """The total that counts, in one sentence."""
    begins = IF_NOTHING_IS_DEDUCTED if family.deductions_are_endless else ""
    points = format_interval(family.against_cutoffs)
    if len(family.eligible) == 1:
        return f"{begins}只计申请人的 {points}。"
    return f"{begins}就高计 {points}。两人的积分不相加。"


def report_family(family: FamilyEstimate) -> str:
    """Whose total counts, and both parents' estimates, as text."""
    parents = [
        f"{name}\n{report_estimate(parent)}"
        for name, parent in zip(_NUMBERED, family.parents, strict=True)
    ]
    return "\n\n".join(
        [f"{describe_whose_counts(family)}{describe_family_total(family)}", *parents]
    )
