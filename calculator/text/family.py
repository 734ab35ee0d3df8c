"""Two parents in Chinese: whose total counts, and both estimates as text."""

from calculator.scoring.family import FamilyEstimate
from calculator.text.estimate import report_estimate
from calculator.values.chinese import format_interval


def describe_whose_counts(family: FamilyEstimate) -> str:
    """Whose total counts, in one sentence."""
    return {
        "first": "按第一位家长的积分申请。",
        "second": "按第二位家长的积分申请。",
        "equal": "两位家长总分相同，另一位的积分作为排名参考。",
        "unknown": "还看不出谁的总分高，把未答的补上就知道了。",
        "none": "按已知情况，两位家长都不符合申请条件。",
    }[family.counts]


def describe_family_total(family: FamilyEstimate) -> str:
    """The total that counts, in one sentence."""
    return f"就高计 {format_interval(family.total)}。两人的积分不相加。"


def report_family(family: FamilyEstimate) -> str:
    """Whose total counts, and both parents' estimates, as text."""
    parents = [
        f"第{ordinal}位家长\n{report_estimate(parent)}"
        for ordinal, parent in zip("一二", family.parents, strict=True)
    ]
    return "\n\n".join(
        [f"{describe_whose_counts(family)}{describe_family_total(family)}", *parents]
    )
