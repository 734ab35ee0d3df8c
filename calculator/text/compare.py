"""Two editions side by side: what changes, and what it does to one person."""

from collections.abc import Iterable

from calculator.rules.shape import TableLine
from calculator.scoring.compare import (
    CHANGES,
    Change,
    ItemChange,
    PersonComparison,
    compare_items,
    other_changes,
    question_texts,
)
from calculator.standard.standard import Standard
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval


def report_editions(a: Standard, b: Standard) -> str:
    """Row by row, as text: what changes in full, what stays by name."""
    found = compare_items(a, b)
    counts = [f"{words} {_count(found, change)} 项" for change, words in CHANGES.items()]
    lines = [f"{_title(a)} → {_title(b)}", "，".join(counts) + "。"]
    if a.id != b.id:
        lines.append("只比较计分项，不比较申请条件、办理时间和历年分数线。")
    else:
        lines += [
            f"{words}有改动：{'、'.join(keys)}。" for words, keys in other_changes(a, b).items()
        ]
    for row in found:
        if row.change == "same":
            continue
        lines += ["", f"{CHANGES[row.change]}：{row.label}（{row.item}）"]
        if row.was != row.now:
            lines += [f"  原：{_in_words(row.was)}"] if row.was else []
            lines += [f"  现：{_in_words(row.now)}"] if row.now else []
        lines += [f"  {each.heading}：{each.was} → {each.now}" for each in row.settings]
    same = [row.label for row in found if row.change == "same"]
    return "\n".join([*lines, "", f"不变：{'、'.join(same)}。"] if same else lines)


def report_person(both: PersonComparison) -> str:
    """What the change does to one person, as text."""
    a, b = both.was.standard, both.now.standard
    lines = [f"这个人 {both.was.on} 的总分：{turned(both.was.total, both.now.total)}"]
    apart = both.apart
    lines += [f"  {each.label}：{turned(each.was, each.now)}" for each in apart]
    lines.append(f"  其余 {len(both.points) - len(apart)} 项对总分没有影响")
    if both.ask_again:
        lines += ["", "要重新回答，两版问的不是一回事，原来的回答没有沿用："]
    for fact in both.ask_again:
        was, now = question_texts(fact, a, b)
        lines.append(f"  {b.facts_by_id[fact].label}：原问「{was}」，现问「{now}」")
    return "\n".join(lines)


def _count(found: Iterable[ItemChange], change: Change) -> int:
    return sum(row.change == change for row in found)


def _title(standard: Standard) -> str:
    return f"{standard.title}（{standard.edition}，{standard.id}）"


def _in_words(terms: Iterable[TableLine]) -> str:
    return "；".join(f"{term.condition} {term.points}" for term in terms)


def turned(was: Interval | None, now: Interval | None) -> str:
    """Before and after.

    >>> turned(Interval(10, 10), Interval(0, 20)), turned(None, Interval(0, 0))
    ('10 分 → 0–20 分', '不计 → 0 分')
    """
    before, after = ("不计" if each is None else format_interval(each) for each in (was, now))
    return f"{before} → {after}"
