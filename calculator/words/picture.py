"""What the picture of a total shows, for who does not see it."""

from calculator.interval import INFINITY, Interval
from calculator.rules.shape import scored


def picture_in_words(total: Interval, past: str) -> str:
    """What is certain, what is open, and how it lies beside the past lines."""
    if total.known:
        said = f"共 {scored(total.low)}，都已确定。"
    else:
        certain = (
            "确定的有多少还不清楚" if total.low == -INFINITY else f"确定的 {scored(total.low)}"
        )
        most = "往上没有上限" if total.high == INFINITY else f"最多到 {scored(total.high)}"
        said = f"{certain}，{most}。"
    return said + past
