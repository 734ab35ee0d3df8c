"""On a figure and either side of it: the words for a side, and whether a person is on it.

Each room has a ``boundaries.py`` with ``changes(shape, in_force)``: the sides of every place where
the row's points change, of steps that repeat the first only. Where points grow step by step it has
``growth(shape, in_force)`` too, for the sides of a cap. ``tests/boundaries`` asks for a golden case
on each side; nothing else needs this.

A count is on a side where it is one less, the same, or one more. A measure is just below or just
above where less than one of its unit is missing or too much; several measures are taken together
as the row takes them. A birthday has the day before, the day, and the day after.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple, TypeAlias, cast

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.values.chinese import format_amount
from calculator.values.number import Number

Period: TypeAlias = tuple[date, date]
"""The first and the last day of something."""

ONE_DAY: Final = timedelta(days=1)
_DAYS: Final = {-1: "前一天", 0: "当天", 1: "后一天"}


class Side(NamedTuple):
    """One side of a boundary: its words, and who stands on it."""

    words: str
    holds: Callable[[Situation], bool]


class Step(NamedTuple):
    """A place at which points grow: somebody who stands there, and the sides for a cap there.

    ``reaching``: where the cap is first reached, the side just below it first. ``passing``: from
    where the cap takes something away.
    """

    situation: Situation
    reaching: tuple[Side, ...]
    passing: tuple[Side, ...]


def at(fact: Fact, value: Number, *, largest: bool = False) -> Side:
    """Exactly so much."""
    return Side(
        format_amount(value, fact.unit),
        lambda situation: _amount(fact, situation, largest=largest) == value,
    )


def around(fact: Fact, value: Number, *, largest: bool = False) -> Iterator[Side]:
    """Just below, at, and just above, as far as an answer reaches."""
    if fact.kind == "count":
        for count in (value - 1, value, value + 1):
            if 0 <= count <= fact.max:
                yield at(fact, count)
        return
    amount = format_amount(value, fact.unit)
    if value > 0:
        yield _between(fact, value - 1, value, f"不到 {amount}", largest=largest)
    yield at(fact, value, largest=largest)
    yield _between(fact, value, value + 1, f"超过 {amount}", largest=largest)


def answered(fact: Fact, value: str | bool) -> Side:  # noqa: FBT001 - an answer, no switch
    """One answer to a flag or a choice."""
    words = ("是" if value else "否") if isinstance(value, bool) else (fact.choices or {})[value]
    return Side(f"{fact.label}：{words}", lambda situation: situation.answers.get(fact.id) == value)


def birthdays(fact: Fact, age: int, in_force: Iterable[Period]) -> Iterator[Side]:
    """The birthday and the days beside it.

    For those born on 29 February two more sides, where such a birthday falls into the days on which
    the edition is in force.
    """
    for offset in _DAYS:
        yield _on_birthday(fact, age, offset, leap=False)
    leap_birthdays = [birthday(date(year, 2, 29), age) for year in range(1904, 2097, 4)]
    if any(first < day <= last for first, last in in_force for day in leap_birthdays):
        yield from (_on_birthday(fact, age, offset, leap=True) for offset in (-1, 0))


def birthday(born: date, age: int) -> date:
    """The day on which somebody is so old; of 29 February 1 March in common years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def _between(fact: Fact, low: Number, high: Number, words: str, *, largest: bool) -> Side:
    def holds(situation: Situation) -> bool:
        amount = _amount(fact, situation, largest=largest)
        return amount is not None and low < amount < high

    return Side(f"{words}，相差不到 1", holds)


def _amount(fact: Fact, situation: Situation, *, largest: bool) -> Number | None:
    if fact.kind != "measures":
        return situation.amount(fact)
    measures = situation.measures(fact)
    if measures is None:
        return None
    return max(measures, default=0) if largest else sum(measures)


def _on_birthday(fact: Fact, age: int, offset: int, *, leap: bool) -> Side:
    def holds(situation: Situation) -> bool:
        born = cast("date | None", situation.answers.get(fact.id))
        if born is None or (leap and (born.month, born.day) != (2, 29)):
            return False
        return situation.on - birthday(born, age) == offset * ONE_DAY

    who = "2 月 29 日出生的，" if leap else ""
    return Side(f"{who}{age} 周岁生日{_DAYS[offset]}", holds)
