"""The outlook: coming days, the day a line is reached, and what a step gives."""

from collections.abc import Iterable
from datetime import date

from calculator.scoring.outlook import Crossing, Outlook, Point
from calculator.values.chinese import format_day, format_interval, format_points
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound


def report_outlook(found: Outlook, closing: Iterable[tuple[Point, str]]) -> str:
    """The outlook as text: the days on which the total changes, the line, the steps.

    ``closing`` are the deadlines, with their labels, that stand in the table too.
    """
    on, until = found.points[0].on, found.until
    standard = found.standard
    lines = [
        f"{standard.title}（{standard.edition}）",
        f"从 {on} 起，如果社保、公积金和居住一直不断，其余回答不变：",
        "",
    ]
    notes = {point.on: (point, f"  {label}的最后一天") for point, label in closing}
    days = {point.on: (point, "") for point in found.points} | notes
    before, shown = None, on
    for day, (point, note) in sorted(days.items()):
        if note or point.total != before:
            lines.append(f"{day}  {format_interval(point.total)}{note}")
            shown = day
        before = point.total
    if shown < until:
        lines.append(f"之后到 {until} 不再变化。")
    if found.line:
        line, reached = found.line
        lines += ["", describe_line(reached, line, on)]
    steps = [f"{each.label}：{each.change}，{describe_gain(each.gain)}。" for each in found.steps]
    if steps:
        lines += ["", "可以做的，每条单独算：", *steps]
    return "\n".join([*lines, "", "这是估算，按同一版标准，以官方系统审核结果为准。"])


def if_all_goes_on(last: date | None, until: date, after: str) -> str:
    """On what the outlook rests; ``last``: the last day on which the edition rules."""
    said = "按社保、公积金和居住一直不断、其余回答不变推算。"
    if last is None or last >= until:
        return said
    return f"{said}这一版用到 {format_day(last)}，之后的只供参考。{after}"


def years_ahead(years: int) -> str:
    """A day so many years after the day of the estimate.

    >>> years_ahead(2)
    '两年后'
    """
    return ("估算的这一天", "一年后", "两年后", "三年后")[years]


def describe_gain(gain: Interval) -> str:
    """What a step gives.

    >>> describe_gain(Interval(20, 20)), describe_gain(Interval(0, 20))
    ('加 20 分', '最多加 20 分')
    """
    if gain.low > 0:
        return f"加 {format_interval(gain)}"
    return "能加分" if gain.high == INFINITY else f"最多加 {format_points(gain.high)}"


def describe_line(found: Crossing, line: Bound, on: date) -> str:
    """When a line is reached, and whether the total stays there."""
    reached = "现在已经达到" if found.low == on else f"{found.low} 达到"
    if found.low is None:
        reached = "到最后一天也达不到" if found.high is None else "按已答的情况还不能确定达到"
    elif found.lost:
        reached += f"，{found.lost} 起又低于它"
    if found.high != found.low:
        reached += f"；没有答的都按最高算，{found.high} 达到"
    return f"{format_points(line)}：{reached}。"
