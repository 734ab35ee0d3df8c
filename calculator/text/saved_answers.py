"""What is said where a file or a link is kept or opened."""

from collections.abc import Sequence
from typing import Any, Final

from calculator.answers.facts import Fact
from calculator.reading.problems import InputError, quote_key, quote_value

NO_TRACK: Final = "请选择办哪一项"
CHILD_ONLY: Final = "第二位家长的回答只用于为子女申请的待遇，这一项用不上。"
NEWER: Final = "这份内容是用较新的版本存的，认得的都读入了。"
NO_DAY: Final = "里面没有写是哪一天的情况，按今天算。"


def cannot_open(error: InputError) -> str:
    """Why nothing could be read."""
    first = error.problems[0]
    return f"打不开。{first}。" if first.where or first.expected else f"打不开。{first.found}。"


def no_edition(standard_id: str) -> str:
    """The edition is gone, or is another product's."""
    return f"里面写的标准 {quote_value(standard_id)} 这里没有，请另选一版。"


def no_track(track_id: str) -> str:
    """The edition does not have the benefit."""
    return f"里面写的待遇 {quote_value(track_id)} 这一版没有，请另选一项。"


def wrong_day(text: str) -> str:
    """The day is none."""
    return f"里面的日期 {quote_value(text)} 不对，按今天算。"


def unknown_key(name: str, value: Any) -> str:
    """A key that no edition knows."""
    return f"“{quote_key(name)}”（{quote_value(value)}）不认识，没有读入。"


def does_not_fit(fact: Fact, value: Any) -> str:
    """A value that the fact does not allow any more."""
    return f"{fact.label}：{quote_value(value)} 不合要求，没有读入。"


def not_asked(labels: Sequence[str]) -> str:
    """Answers that this edition does not use."""
    return f"这一版不问：{'、'.join(labels)}。这些回答不参加计算。"
