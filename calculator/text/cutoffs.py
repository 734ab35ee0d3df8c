"""Past lines beside a total: what it took, never what it will take."""

from collections.abc import Sequence

from calculator.standard.cutoffs import Cutoff
from calculator.standard.standard import Track
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval


def describe_past(lines: Sequence[Cutoff], track: Track) -> str:
    """What the lines of one area were, in one sentence.

    ``lines`` are those of the track; the area is that of the first.
    """
    if not lines:
        return f"没有见到这一版{track.plain}的历年分数线。"
    area = lines[0].area
    own = [line for line in lines if line.area == area]
    years = [line.year for line in own if line.year is not None]
    when = f"{min(years)}–{max(years)} 年" if years else "来源没有写明年份的"
    if years and min(years) == max(years):
        when = f"{years[0]} 年"
    low = min(line.points.low for line in own)
    high = max(line.points.high for line in own)
    apart = any(line.passport.confidence == "disputed" for line in own)
    where = area.partition("，")[0]
    reach = (
        f"在 {format_interval(Interval(low, high))}之间"
        if low < high
        else f"是 {format_interval(own[0].points)}"
    )
    said = f"{when}{where}{track.plain}线{reach}"
    return f"{said}{'（各来源略有出入）' if apart else ''}，不代表今年。"


def describe_against(total: Interval, line: Interval) -> str:
    """Where a total stands beside a line, range against range.

    >>> describe_against(Interval(740, 900), Interval(735, 735))
    '您的范围在它之上'
    >>> describe_against(Interval(700, 900), Interval(728, 740))
    '您的范围跨着它'
    >>> describe_against(Interval(10, 10), Interval(20, 20))
    '您的分数在它之下'
    """
    yours = "您的分数" if total.is_exact else "您的范围"
    if total == line and total.is_exact:
        return f"{yours}正好是它"
    if total.low >= line.high:
        return f"{yours}在它之上"
    if total.high < line.low:
        return f"{yours}在它之下"
    return f"{yours}跨着它" if not total.is_exact else "各来源有出入，您的分数在几个数之间"


def describe_year(line: Cutoff) -> str:
    """The year of a line, and from when it held where that is said.

    >>> from calculator.standard.passport import Passport
    >>> from datetime import date
    >>> passport = Passport((), "single", date(2026, 1, 1), None)
    >>> line = Cutoff("settlement", 2024, date(2024, 7, 1), "市区", Interval(1, 1), "", passport)
    >>> describe_year(line)
    '2024 年 7 月起'
    """
    if line.since:
        return f"{line.since.year} 年 {line.since.month} 月起"
    return f"{line.year} 年" if line.year else "年份没有写明"


def describe_where(line: Cutoff) -> str:
    """Year and area; where sources differ, what they give."""
    where = f"{describe_year(line)}{line.area.partition('，')[0]}的线"
    return where if line.points.is_exact else f"{where} {format_interval(line.points)}，按高的"


def line_label(line: Cutoff) -> str:
    """A line as a mark is labelled: 2020 年市区 740."""
    points = format_interval(line.points).removesuffix(" 分")
    return f"{describe_year(line)}{line.area.partition('，')[0]} {points}"
