"""One person under two editions, as text."""

from calculator.scoring.carry_over import question_texts
from calculator.scoring.compare_person import PersonComparison
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval


def report_person(comparison: PersonComparison) -> str:
    """What the second edition changes for one person, and what they are to answer again."""
    a, b = comparison.was.standard, comparison.now.standard
    total = describe_change(comparison.was.total, comparison.now.total)
    lines = [f"这个人 {comparison.was.on} 的总分：{total}"]
    differing = comparison.differing
    lines += [f"  {item.label}：{describe_change(item.was, item.now)}" for item in differing]
    lines.append(f"  其余 {len(comparison.points) - len(differing)} 项对总分没有影响")
    if comparison.ask_again:
        lines += ["", "要重新回答，两版问的不是一回事，原来的回答没有沿用："]
    for fact_id in comparison.ask_again:
        was, now = question_texts(fact_id, a, b)
        lines.append(f"  {b.facts_by_id[fact_id].label}：原问「{was}」，现问「{now}」")
    return "\n".join(lines)


def describe_total_there(comparison: PersonComparison) -> str:
    """The total before and under the second edition, in a few words.

    While answers are missing there that were given here, only how many.
    """
    missing = len(comparison.ask_again)
    if missing:
        return f"还有 {missing} 题要答"
    return describe_change(comparison.was.total, comparison.now.total)


def describe_change(was: Interval | None, now: Interval | None) -> str:
    """Points before and after; None where the item does not count.

    >>> describe_change(Interval(10, 10), Interval(0, 20)), describe_change(None, Interval(0, 0))
    ('10 分 → 0–20 分', '不计 → 0 分')
    """
    return f"{describe_item_points(was)} → {describe_item_points(now)}"


def describe_item_points(points: Interval | None) -> str:
    """An item's points; None where the item does not count."""
    return "不计" if points is None else format_interval(points)
