"""Past lines over the years, edition by edition."""

from collections.abc import Iterable

from markupsafe import Markup

from calculator.publish.guide.charts.rows import GAP, TOP, Bar, ReachBar, along, below
from calculator.publish.guide.fragment import fragment
from calculator.standard.cutoffs import Cutoff
from calculator.standard.passport import CONFIDENCE
from calculator.standard.standard import Standard
from calculator.values.chinese import format_interval


def chart_cutoffs(standards: Iterable[Standard], track_id: str) -> Markup:
    """The past lines of a track, edition by edition; lines of one edition say nothing of another.

    Nothing connects them. What sources dispute is a hatched range; a year that no source names is
    written so.
    """
    found = [
        (standard, [cutoff for cutoff in standard.cutoffs if cutoff.track == track_id])
        for standard in standards
        if track_id in standard.tracks
    ]
    found = [(standard, lines) for standard, lines in found if lines]
    highest = max((float(line.points.high) for _, lines in found for line in lines), default=0)
    step = 200 if highest > 400 else 100
    scale = step * (int(highest // step) + 1)
    rows: list[ReachBar] = []
    for standard, lines in found:
        rows.append(ReachBar(below(rows, TOP - GAP) + GAP, standard.edition, "", kind="head"))
        for line in lines:
            rows.append(_cutoff_row(line, below(rows), scale))
    return fragment(
        "chart_cutoffs.html",
        id=f"cutoffs-{track_id}",
        label=found[-1][0].tracks[track_id].plain if found else "",
        found=found,
        rows=rows,
        year=year_shown,
        said="；".join(f"{row.label} {row.value}" for row in rows if row.value),
        ticks=[(points, along(points, scale)) for points in range(0, scale + 1, step)],
        height=below(rows, TOP),
    )


def year_shown(line: Cutoff) -> str:
    """The year of a line, or that no source names it."""
    if line.since:
        return f"{line.since.year} 年 {line.since.month} 月 {line.since.day} 日起"
    return f"{line.year} 年" if line.year else "年份未写明"


def _cutoff_row(line: Cutoff, top: float, scale: float) -> ReachBar:
    low, high = (along(float(end), scale) for end in (line.points.low, line.points.high))
    value = format_interval(line.points)
    label = f"{year_shown(line)} {line.area}"
    if line.passport.confidence == "disputed":
        return ReachBar(
            top, label, f"{value}，{CONFIDENCE['disputed']}", (Bar("range", low, high),)
        )
    kind = "mark" if line.passport.confidence == "confirmed" else "mark once"
    return ReachBar(top, label, value, (Bar(kind, low, high),))
