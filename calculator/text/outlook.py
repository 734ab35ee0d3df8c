"""The outlook in Chinese: coming days, the day on which a line is reached, what a step gives."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculator.scoring.outlook import Crossing, DayTotal, Outlook, are_before_deductions
from calculator.text.estimate import IF_NOTHING_IS_DEDUCTED
from calculator.values.chinese import format_day, format_interval, format_points
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Bound


def report_outlook(outlook: Outlook, deadlines: Iterable[tuple[DayTotal, str]]) -> str:
    """The outlook as text: the days on which the total changes, the line, the steps.

    ``deadlines``: the total on the last day of each application window, and the window's label.
    They have a line of their own even where the total does not change.
    """
    on, until = outlook.totals[0].on, outlook.until
    standard = outlook.standard
    before = "，也没有扣分" if are_before_deductions(outlook.totals) else ""
    lines = [
        f"{standard.title}（{standard.edition}）",
        f"从 {on} 起，如果社保、公积金和居住一直不断，其余回答不变{before}：",
        "",
    ]
    days = {day.on: (day.against_cutoffs, "") for day in outlook.totals}
    days |= {day.on: (day.against_cutoffs, f"  {label}的最后一天") for day, label in deadlines}
    points_before, last_shown = None, on
    for day, (points, note) in sorted(days.items()):
        if note or points != points_before:
            lines.append(f"{day}  {format_interval(points)}{note}")
            last_shown = day
        points_before = points
    if last_shown < until:
        lines.append(f"之后到 {until} 不再变化。")
    if outlook.line:
        line, crossing = outlook.line
        lines += ["", describe_crossing(crossing, line, on)]
    steps = [
        f"{step.label}：{step.change}，{describe_gain(step.gain)}。{describe_costs(step.costs)}"
        for step in outlook.steps
    ]
    if steps:
        lines += ["", "可以做的，每条单独算：", *steps]
    return "\n".join([*lines, "", "这是估算，按同一版标准，以官方系统审核结果为准。"])


def describe_assumptions(
    last: date | None, until: date, after: str, *, before_deductions: bool = False
) -> str:
    """What the outlook assumes, and from when on the edition is no longer in force.

    ``last``: its last day in force, None where that is not known. ``after``: what is known of the
    time after it. ``before_deductions``: totals are told as with nothing deducted.
    """
    deducted = "、没有扣分" if before_deductions else ""
    assumed = f"按社保、公积金和居住一直不断、其余回答不变{deducted}推算。"
    if last is None or last >= until:
        return assumed
    return f"{assumed}这一版用到 {format_day(last)}，之后的只供参考。{after}"


def describe_years_ahead(years: int) -> str:
    """The day that is 0 to 3 years after the day of the estimate.

    >>> describe_years_ahead(2)
    '两年后'
    """
    return ("估算的这一天", "一年后", "两年后", "三年后")[years]


def describe_gain(gain: Interval) -> str:
    """The points that a step gives; an interval where other answers are open.

    >>> describe_gain(Interval(20, 20)), describe_gain(Interval(0, 20))
    ('加 20 分', '最多加 20 分')
    """
    if gain.low > 0:
        return f"加 {format_interval(gain)}"
    return "能加分" if gain.high == INFINITY else f"最多加 {format_points(gain.high)}"


def describe_costs(conditions: Sequence[str]) -> str:
    """Which conditions a step makes unmet, in a sentence; empty where there are none.

    >>> describe_costs(["有居住证"])
    '但这样就不符合申请条件了：有居住证。'
    """
    return f"但这样就不符合申请条件了：{'、'.join(conditions)}。" if conditions else ""


def describe_crossing(crossing: Crossing, line: Bound, on: date) -> str:
    """When a line is reached, and whether the total falls below it again; ``on``: the first day."""
    reached = "现在已经达到" if crossing.low == on else f"{crossing.low} 达到"
    if crossing.low is None:
        reached = "到最后一天也达不到" if crossing.high is None else "按已答的情况还不能确定达到"
    elif crossing.lost:
        reached += f"，{crossing.lost} 起又低于它"
    if crossing.high != crossing.low:
        reached += (
            f"；没填的都按最高算，{'现在就够' if crossing.high == on else f'{crossing.high} 达到'}"
        )
    before = IF_NOTHING_IS_DEDUCTED if crossing.before_deductions else ""
    return f"{format_points(line)}：{before}{reached}。"
