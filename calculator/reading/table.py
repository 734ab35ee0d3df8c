"""Reading a table of a data file key by key, collecting every fault on the way.

A reader asks for the keys it knows; ``reject_unknown_keys`` then refuses the rest. A fault gives a
harmless stand-in, so that one pass finds them all, but what only follows from a fault is not said.
TOML brings dates as dates, the form made at build for the browser brings them as text; both are
read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any, Final, TypeVar

from calculator.reading.kinds import (
    NOT_SEEN,
    are_texts,
    as_day,
    is_day,
    is_flag,
    is_number,
    is_text,
    is_whole,
    is_whole_or_not_seen,
    means_not_seen,
)
from calculator.reading.problems import InputError, Problem, closest, quote_key, quote_value
from calculator.values.number import Number, Numeral, format_decimal

REQUIRED: Final[Any] = object()
"""The default of a key that must be written."""

_T = TypeVar("_T")
_Test = Callable[[Any], bool]


class Table:
    """One table, where it stands, and the list that its faults are added to."""

    def __init__(
        self,
        data: object,
        where: str,
        problems: list[Problem],
        faulty: set[str] | None = None,
        name: str | None = None,
    ) -> None:
        """``faulty``: keys whose fault has been said, shared by the variants of one table.

        ``name``: what it is called, where that is not the last part of ``where``.
        """
        self.where = where
        self.name = where.rpartition(".")[2] if name is None else name
        self.problems = problems
        self._faulty = set() if faulty is None else faulty
        self._asked: dict[str, None] = {}
        self._left: dict[str, Any] = dict(data) if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self.fault("", data, _a_table(data, where))
            self.skip_rest()

    def fault(self, key: str, found: object, expected: str, allowed: Iterable[str] = ()) -> None:
        """Note that ``key`` holds ``found`` where ``expected`` should stand; once for a key.

        ``allowed``: the words of which one may have been meant.
        """
        meant = closest(found, allowed) if isinstance(found, str) else ""
        self.note(key, f"读到 {quote_value(_as_written(found))}", expected, meant)

    def missing(self, key: str, expected: str) -> None:
        """Note that ``key`` is not there."""
        self.note(key, "没有写", expected)

    def has_fault(self, key: str) -> bool:
        """Whether a fault of the key has been noted."""
        return key in self._faulty

    def mark_faulty(self, key: str) -> None:
        """Take it that a fault of the key has been said: by a table inside, say."""
        self._faulty.add(key)

    def note(self, key: str, found: str, expected: str, meant: str = "") -> None:
        """Note a fault of the key in words of one's own; only the first of a key is said."""
        if key not in self._faulty:
            self._faulty.add(key)
            self.problems.append(Problem(self._path(key), found, expected, meant=meant))

    def names(self) -> list[str]:
        """The keys that have not been read yet."""
        return list(self._left)

    def text(self, key: str, default: str = REQUIRED) -> str:
        """A text that is not empty."""
        return self._take(key, default, "", "一段不空的文字", is_text)

    def text_or_not_seen(self, key: str, default: str | None = REQUIRED) -> str | None:
        """A text that is not empty, or None where the data says that nobody saw one.

        Other ways of saying so are refused: they would be printed as if a source said them.
        """
        expected = f'一段不空的文字，或 "{NOT_SEEN}"'
        value = self._take(
            key, default, NOT_SEEN, expected, lambda v: is_text(v) and not means_not_seen(v)
        )
        return None if value == NOT_SEEN else value

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; false where it is not written."""
        return bool(self._take(key, False, False, "true 或 false", is_flag))  # noqa: FBT003

    def number(self, key: str, default: Number = REQUIRED) -> Number:
        """A number, read exactly."""
        return self._take(key, default, 0, "一个数字", is_number)

    def whole(self, key: str, default: int = REQUIRED, least: int = 0) -> int:
        """A whole number of at least ``least``."""
        expected = f"不小于 {least} 的整数"
        return self._take(key, default, least, expected, lambda v: is_whole(v) and v >= least)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str = REQUIRED) -> str:
        """One of the allowed words."""
        stand_in = next(iter(allowed), "")
        expected = f"其中之一：{'、'.join(allowed)}"
        return self._take(key, default, stand_in, expected, lambda v: v in allowed, allowed=allowed)

    def day(self, key: str) -> date:
        """A calendar day, written 2016-01-15."""
        return as_day(self._take(key, REQUIRED, date.min, "一个日期，例如 2016-01-15", is_day))

    def day_or_not_seen(self, key: str) -> date | None:
        """A calendar day, or None where the data says that nobody saw one."""
        expected = f'一个日期，例如 2016-01-15，或 "{NOT_SEEN}"'
        value = self._take(key, REQUIRED, NOT_SEEN, expected, lambda v: v == NOT_SEEN or is_day(v))
        return None if value == NOT_SEEN else as_day(value)

    def whole_or_not_seen(self, key: str) -> int | None:
        """A whole number, or None where the data says that nobody saw one."""
        expected = f'一个整数，或 "{NOT_SEEN}"'
        value: Any = self._take(key, REQUIRED, NOT_SEEN, expected, is_whole_or_not_seen)
        return None if value == NOT_SEEN else int(value)

    def texts(self, key: str, default: tuple[str, ...] = REQUIRED) -> tuple[str, ...]:
        """A list of texts, at least one."""
        value = self._take(key, default, (), "一个文字列表，至少一项", are_texts)
        return tuple(value)

    def get(self, key: str) -> Any:
        """What stands there, left for its own reader."""
        self._asked[key] = None
        return self._left.get(key)

    def raw(self, key: str, default: object = None) -> Any:
        """Whatever stands there, for a reader that takes several forms."""
        self._asked[key] = None
        return self._left.pop(key, default)

    def some_of(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Some of the allowed words; none where it is not written."""
        words = self.texts(key, ())
        for word in words:
            if word not in allowed:
                self.fault(key, word, f"其中之一：{'、'.join(allowed)}", allowed)
        return words

    def period(self, key: str) -> tuple[date, date]:
        """First and last day, from a table with ``from`` and ``until``.

        An end that nobody saw is open, and so are both where it is not written.
        """
        if self.get(key) is None:
            return date.min, date.max
        days = self.table(key)
        first = days.day_or_not_seen("from") or date.min
        last = days.day_or_not_seen("until") or date.max
        if last < first:
            days.fault("until", str(last), f"不早于 {first}")
        days.reject_unknown_keys()
        return first, last

    def trial(self) -> "Table":
        """The table as it is left, to try a reader on; its faults are not said."""
        return Table(self._left, self.where, [], name=self.name)

    def skip_rest(self) -> None:
        """Say no more of this table: what it is cannot be told."""
        self._left.clear()
        self.problems = []

    def table(self, key: str) -> "Table":
        """A table under ``key``; an empty one where there is none."""
        value = self.raw(key, {})
        child = self.nested(value, key)
        if not isinstance(value, Mapping):
            self.mark_faulty(key)
        return child

    def nested(self, value: object, key: str = "") -> "Table":
        """A table that was handed out by ``raw``, as one that stands under ``key``."""
        return Table(value, self._path(key), self.problems)

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The named tables under ``key``."""
        parent = self.table(key)
        for name in parent.names():
            yield name, parent.table(name)

    def listed(self, key: str) -> Iterator["Table"]:
        """The tables of a list under ``key``.

        Each is named by its ``id``; without one, or where one above has the same, by its number.
        """
        value = self.raw(key, [])
        if not isinstance(value, list):
            self.note(key, *self._no_list(key, value))
            return
        names: set[str] = set()
        for number, element in enumerate(value, start=1):
            name = str(element.get("id", number) if isinstance(element, dict) else number)
            place = str(number) if name in names else quote_key(name)
            names.add(name)
            yield Table(element, f"{self._path(key)}.{place}", self.problems, name=quote_key(name))

    def variants(self, key: str) -> list["Table"]:
        """The table once for each table of a list under ``key``, with that table's keys in place.

        None where the key is not there; the table itself is then read as it stands.
        """
        listed = self.get(key)
        if listed is None:
            return []
        own = {name: value for name, value in self._left.items() if name != key}
        self._left.clear()
        if not isinstance(listed, list) or not all(isinstance(way, Mapping) for way in listed):
            self.fault(key, listed, "若干个表，例如 [{ cap = 250 }, { cap = 300 }]")
            listed = [{}]
        return [
            Table(_merged(own, way), self.where, self.problems, self._faulty, self.name)
            for way in listed
        ]

    def reject_unknown_keys(self) -> None:
        """Refuse the keys that nobody asked for, naming those that somebody did."""
        for key, value in self._left.items():
            known = [asked for asked in self._asked if asked != key]
            found = f"不认识的键，值为 {quote_value(_as_written(value))}"
            expected = f"其中之一：{'、'.join(known)}" if known else "删去"
            self.note(key, found, expected, closest(key, known))
        self._left.clear()

    def _no_list(self, key: str, value: object) -> tuple[str, str]:
        """What was found in place of a list of tables, and what should stand there."""
        if self.where or not isinstance(value, Mapping):
            written = f"[[{key}]]" if not self.where else f"{key} = [{{ … }}, …]"
            return f"读到 {quote_value(_as_written(value))}", f"若干个表，写作 {written}"
        return f"读到 [{key}]，一层方括号", f"[[{key}]]，两层方括号，每一项各写一次"

    def _path(self, key: str) -> str:
        key = quote_key(key)
        return f"{self.where}.{key}" if self.where and key else self.where or key

    def _take(
        self,
        key: str,
        default: _T,
        stand_in: _T,
        expected: str,
        fits: _Test,
        *,
        allowed: tuple[str, ...] = (),
    ) -> _T:
        self._asked[key] = None
        if key not in self._left:
            if default is not REQUIRED:
                return default
            self.missing(key, expected)
            return stand_in
        value: _T = self._left.pop(key)
        if fits(value):
            return value
        if NOT_SEEN in expected and means_not_seen(value):
            self.note(key, f"读到 {quote_value(value)}", expected, f'"{NOT_SEEN}"')
        self.fault(key, value, expected, allowed)
        return stand_in


def read_root(data: object, name: str, read: Callable[[Table], _T]) -> _T:
    """What ``read`` makes of all tables of a file; ``name`` is the file's, for messages.

    Raises ``InputError`` with every fault, keys that nobody reads among them.
    """
    problems: list[Problem] = []
    root = Table(data, "", problems)
    found = read(root)
    root.reject_unknown_keys()
    if problems:
        raise InputError(replace(problem, file=name) for problem in problems)
    return found


def _a_table(data: object, where: str) -> str:
    if where and isinstance(data, list) and _are_tables(*data):
        return f"[{where}]，一层方括号，只写一次"
    return "一个表（键 = 值）"


def _merged(own: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(own[key], value) if _are_tables(own.get(key), value) else value
        for key, value in other.items()
    }
    return {**own, **both}


def _are_tables(*values: Any) -> bool:
    return all(isinstance(value, Mapping) for value in values)


def _as_written(value: object) -> object:
    return Numeral(format_decimal(value)) if isinstance(value, Fraction) else value
