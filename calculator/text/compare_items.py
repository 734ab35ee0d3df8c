"""Two editions, or two versions of one, as text: what differs item by item."""

from collections.abc import Iterable

from calculator.rules.shape import TableLine
from calculator.scoring.compare_items import CHANGES, compare_items, other_changes
from calculator.standard.standard import Standard


def report_editions(a: Standard, b: Standard) -> str:
    """What differs between ``a`` and ``b``, changed items in full, unchanged ones by label only.

    Between two versions of one edition other changes of the file are listed too.
    """
    items = compare_items(a, b)
    counts = [
        f"{label} {sum(item.change == change for item in items)} 项"
        for change, label in CHANGES.items()
    ]
    lines = [f"{_title(a)} → {_title(b)}", "，".join(counts) + "。"]
    if a.id != b.id:
        lines.append("只比较计分项，不比较申请条件、办理时间和历年分数线。")
    else:
        lines += [
            f"{kind}有改动：{'、'.join(keys)}。" for kind, keys in other_changes(a, b).items()
        ]
    for item in items:
        if item.change == "same":
            continue
        lines += ["", f"{CHANGES[item.change]}：{item.label}（{item.item}）"]
        if item.was != item.now:
            lines += [f"  原：{_describe_table(item.was)}"] if item.was else []
            lines += [f"  现：{_describe_table(item.now)}"] if item.now else []
        lines += [
            f"  {setting.heading}：{setting.was} → {setting.now}" for setting in item.settings
        ]
    same = [item.label for item in items if item.change == "same"]
    return "\n".join([*lines, "", f"不变：{'、'.join(same)}。"] if same else lines)


def _title(standard: Standard) -> str:
    return f"{standard.title}（{standard.edition}，{standard.id}）"


def _describe_table(table: Iterable[TableLine]) -> str:
    return "；".join(f"{line.condition} {line.points}" for line in table)
