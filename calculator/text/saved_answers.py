"""What is to be said when answers are saved or opened again, in Chinese."""

from collections.abc import Sequence
from typing import Any, Final

from calculator.answers.facts import Fact
from calculator.reading.problems import InputError, quote_key, quote_value

NO_TRACK: Final = "请选择办哪一项"
CHILD_ONLY: Final = "第二位家长的回答只用于为子女申请的待遇，这一项用不上。"
NEWER: Final = "这份内容是用较新的版本存的，认得的都读入了。"
NO_DAY: Final = "里面没有写是哪一天的情况，按今天算。"


def describe_unreadable(error: InputError) -> str:
    """Why nothing of a document could be read."""
    first = error.problems[0]
    return f"打不开。{first}。" if first.where or first.expected else f"打不开。{first.found}。"


def describe_missing_edition(standard_id: str) -> str:
    """That the document names an edition that there is not, or is no more."""
    return f"里面写的标准 {quote_value(standard_id)} 这里没有，请另选一版。"


def describe_missing_track(track_id: str) -> str:
    """That the document names a benefit that its edition does not have."""
    return f"里面写的待遇 {quote_value(track_id)} 这一版没有，请另选一项。"


def describe_wrong_day(text: str) -> str:
    """That the document's day is no day."""
    return f"里面的日期 {quote_value(text)} 不对，按今天算。"


def describe_unknown_key(name: str, value: Any) -> str:
    """That a key of the document is no fact of any edition, and was left out."""
    return f"“{quote_key(name)}”（{quote_value(value)}）不认识，没有读入。"


def describe_misfit(fact: Fact, value: Any) -> str:
    """That a value does not fit its fact, or no longer does, and was left out."""
    return f"{fact.label}：{quote_value(value)} 不合要求，没有读入。"


def describe_unused(labels: Sequence[str]) -> str:
    """That this edition does not use the answers of these labels."""
    return f"这一版不问：{'、'.join(labels)}。这些回答不参加计算。"
