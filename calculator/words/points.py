"""Points in words, short."""

from calculator.interval import INFINITY, Interval
from calculator.rules.shape import scored


def points_short(points: Interval) -> str:
    """The number, or the two ends.

    >>> points_short(Interval(970, 1470)), points_short(Interval(970, INFINITY))
    ('970–1470 分', '970 分起')
    """
    if points.known:
        return scored(points.low)
    if points.low == -INFINITY:
        return "不定" if points.high == INFINITY else f"最多 {scored(points.high)}"
    if points.high == INFINITY:
        return f"{scored(points.low)}起"
    low = scored(points.low).removesuffix(" 分")
    return f"{low}{'–' if points.low >= 0 else ' 至 '}{scored(points.high)}"
