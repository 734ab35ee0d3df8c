"""Whether the points are enough, in one sentence: held against the latest lines that are known."""

from collections.abc import Sequence

from calculator.standard.cutoffs import Cutoff
from calculator.text.cutoffs import describe_cutoff_year
from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED
from calculator.values.chinese import format_interval, format_points
from calculator.values.interval import INFINITY, Interval


def describe_points(points: Interval, *, before_deductions: bool) -> str:
    """The points as they stand at the head of the result.

    ``before_deductions``: they are those without any deduction, because it is open how many points
    deductions take away.

    >>> describe_points(Interval(1059, INFINITY), before_deductions=False)
    '至少 1059 分'
    >>> describe_points(Interval(795, 820), before_deductions=True)
    '没有扣分的话，795–820 分'
    """
    if points.low == 0 and points.high == INFINITY:
        return "还说不准"
    words = f"至少 {format_points(points.low)}" if points.high == INFINITY else ""
    begins = IF_NOTHING_IS_DEDUCTED if before_deductions else ""
    return f"{begins}{words or format_interval(points)}"


def describe_against_lines(points: Interval, cutoffs: Sequence[Cutoff]) -> str:
    """Whether the points reach the lines, of which there is one for each area, in a sentence.

    Nothing is said of the lines to come.
    """
    if not cutoffs:
        return "没有见到这一版公布的分数线，够不够请问受理窗口。"
    lines = Interval(
        min(cutoff.points.low for cutoff in cutoffs), max(cutoff.points.high for cutoff in cutoffs)
    )
    several = len(cutoffs) > 1
    about = _about(cutoffs, lines)
    if points.low >= lines.high:
        reached = "达到" if points.low == lines.high else "超过"
        most = "最高的" if several else ""
        return f"{reached}{_seen(cutoffs)}{most} {format_points(lines.high)}{about}。"
    if points.high < lines.low:
        # An open lower end leaves only what is missing at least.
        least = "" if points.is_exact and lines.is_exact else "至少"
        missing = format_points(lines.low - points.high)
        lowest = "最低的" if several else ""
        line = f"{lowest} {format_points(lines.low)}{about}"
        return f"不到{_seen(cutoffs)}{line}，{least}还差 {missing}。"
    between = "要看是哪个区、哪所学校" if several and points.is_exact else "还说不准够不够"
    return f"{_seen(cutoffs)}线是 {format_interval(lines)}{about}，{between}。"


def describe_open_answer(label: str) -> str:
    """That an answer is missing which can only add points."""
    return f"{label}还没填，填了可能更高。"


def _seen(cutoffs: Sequence[Cutoff]) -> str:
    return "最近公布的" if all(cutoff.year for cutoff in cutoffs) else "见到过的"


def _about(cutoffs: Sequence[Cutoff], lines: Interval) -> str:
    """What must be known of the lines, in brackets: their years, and where they differ."""
    years = sorted({cutoff.year for cutoff in cutoffs if cutoff.year})
    if len(cutoffs) == 1 and years:
        known = [describe_cutoff_year(cutoffs[0])]
    elif years:
        known = [f"{years[0]}–{years[-1]} 年" if len(years) > 1 else f"{years[0]} 年"]
    else:
        known = ["来源没有写明年份"]
    if len(cutoffs) > 1:
        known.append("各区、各校不同")
    elif not lines.is_exact:
        known.append("来源不一致")
    return f"（{'，'.join(known)}）"
