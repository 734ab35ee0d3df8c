"""On a figure and either side of it: the words for a side, and whether a person is on it.

A count is on a side where it is one less, the same, or one more. A measure is just below or just
above where less than one of its unit is missing or too much; several measures are taken together
as the row takes them. A birthday has the day before, the day, and the day after.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple, cast

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.values.chinese import format_amount
from calculator.values.number import Number

Days = tuple[date, date]
_DAY: Final = timedelta(days=1)
_DAYS: Final = {-1: "前一天", 0: "当天", 1: "后一天"}


class Side(NamedTuple):
    """The words, and the people on this side."""

    said: str
    holds: Callable[[Situation], bool]


def at(fact: Fact, value: Number, combine: str = "sum") -> Side:
    """Exactly so much."""
    return Side(format_amount(value, fact.unit), lambda case: _given(fact, case, combine) == value)


def around(fact: Fact, value: Number, combine: str = "sum") -> Iterator[Side]:
    """Just below, at, and just above, as far as an answer reaches."""
    if fact.kind == "count":
        for each in (value - 1, value, value + 1):
            if 0 <= each <= fact.max:
                yield at(fact, each)
        return
    if value > 0:
        yield _within(fact, value - 1, value, combine, f"不到 {format_amount(value, fact.unit)}")
    yield at(fact, value, combine)
    yield _within(fact, value, value + 1, combine, f"超过 {format_amount(value, fact.unit)}")


def _within(fact: Fact, low: Number, high: Number, combine: str, said: str) -> Side:
    def holds(case: Situation) -> bool:
        given = _given(fact, case, combine)
        return given is not None and low < given < high

    return Side(f"{said}，相差不到 1", holds)


def _given(fact: Fact, case: Situation, combine: str) -> Number | None:
    if fact.kind != "measures":
        return case.amount(fact)
    measures = case.measures(fact)
    if measures is None:
        return None
    return sum(measures) if combine == "sum" else max(measures, default=0)


def answered(fact: Fact, value: str | bool) -> Side:  # noqa: FBT001 - an answer, no switch
    """One answer to a flag or a choice."""
    words = ("是" if value else "否") if isinstance(value, bool) else (fact.choices or {})[value]
    return Side(f"{fact.label}：{words}", lambda case: case.answers.get(fact.id) == value)


def ends(period: Days) -> list[date]:
    """The first and the last day, where there is one, each with the day beside it outside."""
    first, last = period
    beginning = [first - _DAY, first] if first > date.min else []
    return beginning + ([last, last + _DAY] if last < date.max else [])


def birthday(born: date, age: int) -> date:
    """The day on which somebody is so old; of 29 February 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def birthdays(fact: Fact, age: int, ruled: Iterable[Days]) -> Iterator[Side]:
    """The three days; of 29 February two, where such a birthday falls into the days ruled."""
    for way in _DAYS:
        yield _on(fact, age, way, leap=False)
    leaps = [birthday(date(year, 2, 29), age) for year in range(1904, 2097, 4)]
    if any(first < day <= last for first, last in ruled for day in leaps):
        yield from (_on(fact, age, way, leap=True) for way in (-1, 0))


def _on(fact: Fact, age: int, way: int, *, leap: bool) -> Side:
    def holds(case: Situation) -> bool:
        born = cast("date | None", case.answers.get(fact.id))
        if born is None or (leap and (born.month, born.day) != (2, 29)):
            return False
        return case.on - birthday(born, age) == way * _DAY

    said = "2 月 29 日出生的，" if leap else ""
    return Side(f"{said}{age} 周岁生日{_DAYS[way]}", holds)
