"""The kinds of values in a data file, one test for each.

TOML brings dates as dates, the form made at build for the browser brings them as text.
"""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from calculator.values.number import Numeral

NOT_SEEN: Final = "not seen"
"""What stands in the data for something that exists but that no public source shows."""

_MEANS_NOT_SEEN: Final = frozenset(
    [
        *("未见", "没见", "没见到", "没有见到", "未见到", "未找到", "未查到", "查不到", "找不到"),
        *(
            "不详",
            "不明",
            "未知",
            "未明",
            "无",
            "没有",
            "暂无",
            "空",
            "—",
            "——",
            "-",
            "/",
            "？",
            "?",
        ),
        *("notseen", "not-seen", "not_seen", "unseen", "unknown", "none", "null", "n/a", "na"),
    ]
)
"""What people write where ``not seen`` should stand; a clause called 无 would be printed as one."""


def is_text(value: Any) -> bool:
    """Whether it is a text that is not empty."""
    return isinstance(value, str) and bool(value.strip()) and not isinstance(value, Numeral)


def means_not_seen(value: Any) -> bool:
    """Whether it says in other words that nobody saw the thing."""
    if not isinstance(value, str) or value == NOT_SEEN:
        return False
    words = value.strip().lower()
    return words in _MEANS_NOT_SEEN or words == NOT_SEEN


def is_flag(value: Any) -> bool:
    """Whether it is true or false."""
    return isinstance(value, bool)


def is_number(value: Any) -> bool:
    """Whether it is an exact number."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def is_whole(value: Any) -> bool:
    """Whether it is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)


def is_whole_or_not_seen(value: Any) -> bool:
    """Whether it is a whole number, or says that nobody saw one."""
    return value == NOT_SEEN or is_whole(value)


def is_day(value: Any) -> bool:
    """Whether it is a calendar day, as TOML or as text."""
    if not isinstance(value, str):
        return type(value) is date
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def as_day(value: Any) -> date:
    """The day that ``is_day`` found."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def are_texts(value: Any) -> bool:
    """Whether it is a list of texts, at least one."""
    return isinstance(value, list) and bool(value) and all(map(is_text, value))
