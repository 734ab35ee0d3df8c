"""The outlook: coming days, the day a line is reached, and what a step gives."""

from collections.abc import Iterable
from datetime import date

from calculator.interval import INFINITY, Interval
from calculator.number import Bound
from calculator.outlook import Crossing, Outlook, Point
from calculator.rules.shape import scored
from calculator.words.days import day_in_words
from calculator.words.points import points_short


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
            lines.append(f"{day}  {points_short(point.total)}{note}")
            shown = day
        before = point.total
    if shown < until:
        lines.append(f"之后到 {until} 不再变化。")
    if found.line:
        line, reached = found.line
        lines += ["", line_in_words(reached, line, on)]
    steps = [f"{each.label}：{each.change}，{gain_in_words(each.gain)}。" for each in found.steps]
    if steps:
        lines += ["", "可以做的，每条单独算：", *steps]
    return "\n".join([*lines, "", "这是估算，按同一版标准，以官方系统审核结果为准。"])


def if_all_goes_on(last: date | None, until: date, after: str) -> str:
    """On what the outlook rests; ``last``: the last day on which the edition rules."""
    said = "按社保、公积金和居住一直不断、其余回答不变推算。"
    if last is None or last >= until:
        return said
    return f"{said}这一版用到 {day_in_words(last)}，之后的只供参考。{after}"


def years_ahead(years: int) -> str:
    """A day so many years after the day of the estimate.

    >>> years_ahead(2)
    '两年后'
    """
    return ("估算的这一天", "一年后", "两年后", "三年后")[years]


def gain_in_words(gain: Interval) -> str:
    """What a step gives.

    >>> gain_in_words(Interval(20, 20)), gain_in_words(Interval(0, 20))
    ('加 20 分', '最多加 20 分')
    """
    if gain.low > 0:
        return f"加 {points_short(gain)}"
    return "能加分" if gain.high == INFINITY else f"最多加 {scored(gain.high)}"


def line_in_words(found: Crossing, line: Bound, on: date) -> str:
    """When a line is reached, and whether the total stays there."""
    reached = "现在已经达到" if found.low == on else f"{found.low} 达到"
    if found.low is None:
        reached = "到最后一天也达不到" if found.high is None else "按已答的情况还不能确定达到"
    elif found.lost:
        reached += f"，{found.lost} 起又低于它"
    if found.high != found.low:
        reached += f"；没有答的都按最高算，{found.high} 达到"
    return f"{scored(line)}：{reached}。"
