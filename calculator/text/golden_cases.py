"""The verdict on a golden case, in Chinese."""

from collections.abc import Iterable
from typing import Final

from calculator.scoring.golden_cases import Difference
from calculator.standard.item import PARTS
from calculator.standard.standard import Standard
from calculator.values.chinese import format_interval
from calculator.values.interval import Interval

_LABELS: Final = {
    **PARTS,
    "total": "总分",
    "sum": "算例各行之和",
    "not_counted": "未计入的项目",
    "declared": "按官方告知分值计入的项目",
}


def describe_right(total: Interval) -> str:
    """That the module gives what was worked out by hand."""
    return f"手算和程序都是 {format_interval(total)}。"


def describe_differences(differences: Iterable[Difference], standard: Standard) -> str:
    """Every value that is not as it was worked out by hand, in one sentence."""
    labels = {item.id: item.label for item in standard.items} | _LABELS
    phrases = []
    for difference in differences:
        by_hand, found = _describe_value(difference.by_hand), _describe_value(difference.found)
        label = labels.get(difference.what, difference.what)
        phrases.append(f"{label}手算 {by_hand}，程序算得 {found}")
    return f"不一致：{'；'.join(phrases)}。"


def _describe_value(value: object) -> str:
    if isinstance(value, Interval):
        return format_interval(value)
    if isinstance(value, set):
        return "、".join(sorted(value)) or "没有"
    return "没有这一行"
