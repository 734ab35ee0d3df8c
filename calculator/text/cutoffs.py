"""Past cutoffs beside a total, in Chinese: what points it took, never what it will take."""

from collections.abc import Sequence

from calculator.standard.cutoffs import Cutoff
from calculator.standard.standard import Track
from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval


def describe_past_cutoffs(cutoffs: Sequence[Cutoff], track: Track) -> str:
    """What the cutoffs of one area were over the years, in one sentence.

    ``cutoffs`` are all those of the track; the area is that of the first.
    """
    if not cutoffs:
        return f"没有见到这一版{track.plain}的历年分数线。"
    area = cutoffs[0].area
    own = [cutoff for cutoff in cutoffs if cutoff.area == area]
    years = [cutoff.year for cutoff in own if cutoff.year is not None]
    when = f"{min(years)}–{max(years)} 年" if years else "来源没有写明年份的"
    if years and min(years) == max(years):
        when = f"{years[0]} 年"
    low = min(cutoff.points.low for cutoff in own)
    high = max(cutoff.points.high for cutoff in own)
    disputed = any(cutoff.passport.confidence == "disputed" for cutoff in own)
    reach = (
        f"在 {format_interval(Interval(low, high))}之间"
        if low < high
        else f"是 {format_interval(own[0].points)}"
    )
    past = f"{when}{_short_area(own[0])}{track.plain}线{reach}"
    return f"{past}{'（各来源略有出入）' if disputed else ''}，不代表今年。"


def describe_against_cutoff(
    total: Interval, cutoff: Interval, *, before_deductions: bool = False
) -> str:
    """Where a total lies beside the points of a cutoff, either of them perhaps a range.

    ``before_deductions``: it is the total with nothing deducted, which may still be.

    >>> describe_against_cutoff(Interval(740, 900), Interval(735, 735))
    '您已超过'
    >>> describe_against_cutoff(Interval(700, 900), Interval(728, 740))
    '够不够还说不准'
    >>> describe_against_cutoff(Interval(10, 10), Interval(20, 20))
    '您还不到'
    """
    begins = IF_NOTHING_IS_DEDUCTED if before_deductions else ""
    if total.low == cutoff.high:
        return f"{begins}您{'正好' if total.is_exact else '已'}达到"
    if total.low > cutoff.high:
        return f"{begins}您已超过"
    if total.high < cutoff.low:
        return f"{begins}您还不到"
    if total.is_exact:
        return f"{begins}各来源有出入，您的分数在几个数之间"
    return f"{begins}够不够还说不准"


def describe_cutoff_year(cutoff: Cutoff) -> str:
    """The year of a cutoff, with the month from which it held where that is known.

    >>> from calculator.standard.passport import Passport
    >>> from datetime import date
    >>> passport = Passport((), "single", date(2026, 1, 1), None)
    >>> cutoff = Cutoff("settlement", 2024, date(2024, 7, 1), "市区", Interval(1, 1), "", passport)
    >>> describe_cutoff_year(cutoff)
    '2024 年 7 月起'
    """
    if cutoff.since:
        return f"{cutoff.since.year} 年 {cutoff.since.month} 月起"
    return f"{cutoff.year} 年" if cutoff.year else "年份没有写明"


def describe_cutoff(cutoff: Cutoff) -> str:
    """Year and area of a cutoff; where sources differ, what they give, of which the high counts."""
    cutoff_of = f"{describe_cutoff_year(cutoff)}{_short_area(cutoff)}的线"
    if cutoff.points.is_exact:
        return cutoff_of
    return f"{cutoff_of} {format_interval(cutoff.points)}，按高的"


def label_cutoff(cutoff: Cutoff) -> str:
    """The label of a cutoff's mark in a chart, such as ``2020 年市区 740``."""
    points = format_interval(cutoff.points).removesuffix(" 分")
    return f"{describe_cutoff_year(cutoff)}{_short_area(cutoff)} {points}"


def _short_area(cutoff: Cutoff) -> str:
    """The area without what is explained behind a comma."""
    return cutoff.area.partition("，")[0]
