"""Whether the points are enough, in one sentence: held against the latest lines that are known."""

from collections.abc import Sequence

from calculator.standard.cutoffs import Cutoff
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
    if points.low == -INFINITY or (points.low == 0 and points.high == INFINITY):
        return "还说不准"
    words = f"至少 {format_points(points.low)}" if points.high == INFINITY else ""
    return f"{'没有扣分的话，' if before_deductions else ''}{words or format_interval(points)}"


def describe_against_lines(points: Interval, cutoffs: Sequence[Cutoff]) -> str:
    """Whether the points reach the lines, of which there is one for each area, in a sentence.

    Nothing is said of the lines to come.
    """
    if not cutoffs:
        return "没有见到这一版公布的分数线，够不够请问受理窗口。"
    lines = Interval(
        min(cutoff.points.low for cutoff in cutoffs), max(cutoff.points.high for cutoff in cutoffs)
    )
    named = _name_of(cutoffs, lines)
    if points.low >= lines.high:
        return f"{'达到' if points.low == lines.high else '超过'}{named}。"
    if points.high < lines.low:
        # An open lower end leaves only what is missing at least.
        least = "" if points.is_exact and lines.is_exact else "至少"
        return f"不到{named}，{least}还差 {format_points(lines.low - points.high)}。"
    if len(cutoffs) > 1 and points.is_exact:
        return f"够不够要看在哪个区、哪所学校：{named}。"
    return f"还说不准够不够{named}。"


def describe_open_answer(label: str) -> str:
    """That an answer is missing which can only add points."""
    return f"{label}还没填，填了可能更高。"


def _name_of(cutoffs: Sequence[Cutoff], lines: Interval) -> str:
    points = format_interval(lines)
    dated = "最近公布的" if all(cutoff.year for cutoff in cutoffs) else "见到过的（来源没有写明年份）"
    if len(cutoffs) > 1:
        return f"{dated}各区的线 {points}"
    return f"{dated} {points}{'' if lines.is_exact else '（来源不一致）'}"
