"""The chart of a total as a range, in Chinese for those who do not see it."""

from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED
from calculator.values.chinese import format_points
from calculator.values.interval import INFINITY, Interval


def describe_range_chart(total: Interval, past: str, *, before_deductions: bool = False) -> str:
    """What is certain, what is open, then ``past``, the sentence about the past cutoffs.

    ``before_deductions``: the total is the one with nothing deducted, which may still be.
    """
    if total.is_exact:
        described = f"共 {format_points(total.low)}，都已确定。"
    else:
        certain = (
            "确定的有多少还不清楚"
            if total.low == -INFINITY
            else f"确定的 {format_points(total.low)}"
        )
        most = "往上没有上限" if total.high == INFINITY else f"最多到 {format_points(total.high)}"
        described = f"{certain}，{most}。"
    return f"{IF_NOTHING_IS_DEDUCTED if before_deductions else ''}{described}{past}"
