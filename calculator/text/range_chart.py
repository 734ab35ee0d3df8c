"""What the picture of a total shows, for who does not see it."""

from calculator.values.chinese import format_points
from calculator.values.interval import INFINITY, Interval


def describe_picture(total: Interval, past: str) -> str:
    """What is certain, what is open, and how it lies beside the past lines."""
    if total.is_exact:
        said = f"共 {format_points(total.low)}，都已确定。"
    else:
        certain = (
            "确定的有多少还不清楚"
            if total.low == -INFINITY
            else f"确定的 {format_points(total.low)}"
        )
        most = "往上没有上限" if total.high == INFINITY else f"最多到 {format_points(total.high)}"
        said = f"{certain}，{most}。"
    return said + past
