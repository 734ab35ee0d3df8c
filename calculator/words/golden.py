"""The verdict on a golden case."""

from collections.abc import Iterable
from typing import Final

from calculator.golden import Difference
from calculator.interval import Interval
from calculator.item import PARTS
from calculator.standard import Standard
from calculator.words.points import points_short

_WHAT: Final = {
    **PARTS,
    "total": "总分",
    "sum": "算例各行之和",
    "not_counted": "未计入的项目",
    "declared": "按官方告知分值计入的项目",
}


def right_in_words(total: Interval) -> str:
    """The module gives what was worked out by hand."""
    return f"手算和程序都是 {points_short(total)}。"


def differences_in_words(differences: Iterable[Difference], standard: Standard) -> str:
    """What is not as it was worked out by hand."""
    names = {item.id: item.label for item in standard.items} | _WHAT
    said = "；".join(
        f"{names.get(x.what, x.what)}手算 {_value(x.by_hand)}，程序算得 {_value(x.found)}"
        for x in differences
    )
    return f"不一致：{said}。"


def _value(value: object) -> str:
    if isinstance(value, Interval):
        return points_short(value)
    if isinstance(value, set):
        return "、".join(sorted(value)) or "没有"
    return "没有这一行"
