"""Reading a table of a data file key by key, collecting every fault on the way.

A reader asks for the keys it knows; ``done`` then refuses the rest. A fault gives a harmless
stand-in, so that one pass finds them all. TOML brings dates as dates, the form made at build for
the browser brings them as text; both are read.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, TypeVar

from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Number, Numeral, format_decimal

NOT_SEEN: Final = "not seen"
"""What stands in the data for something that exists but that no public source shows."""

REQUIRED: Final[Any] = object()
"""The default of a key that must be written."""
_T = TypeVar("_T")
_Test = Callable[[Any], bool]


class Table:
    """One table, where it stands, and the list that its faults are added to."""

    def __init__(
        self, data: object, where: str, problems: list[Problem], faulty: set[str] | None = None
    ) -> None:
        """``faulty``: keys whose fault has been said, shared by the variants of one table."""
        self.where = where
        self.problems = problems
        self._faulty = set() if faulty is None else faulty
        self._left: dict[str, Any] = dict(data) if isinstance(data, Mapping) else {}
        if not isinstance(data, Mapping):
            self.fault("", data, "一个表（键 = 值）")

    def fault(self, key: str, found: object, expected: str) -> None:
        """Note that ``key`` holds ``found`` where ``expected`` should stand; once for a key."""
        self._note(key, f"读到 {quote_value(_as_written(found))}", expected)

    def missing(self, key: str, expected: str) -> None:
        """Note that ``key`` is not there."""
        self._note(key, "没有写", expected)

    def has_fault(self, key: str) -> bool:
        """Whether a fault of the key has been noted."""
        return key in self._faulty

    def _note(self, key: str, found: str, expected: str) -> None:
        if key not in self._faulty:
            self._faulty.add(key)
            self.problems.append(Problem(self._path(key), found, expected))

    @property
    def name(self) -> str:
        """The last part of where it stands: an item's id."""
        return self.where.rpartition(".")[2]

    def names(self) -> list[str]:
        """The keys that have not been read yet."""
        return list(self._left)

    def text(self, key: str, default: str = REQUIRED) -> str:
        """A text that is not empty."""
        return self._take(key, default, "", "一段不空的文字", _is_text)

    def flag(self, key: str) -> bool:
        """``true`` or ``false``; false where it is not written."""
        return bool(self._take(key, False, False, "true 或 false", _is_flag))  # noqa: FBT003

    def number(self, key: str, default: Number = REQUIRED) -> Number:
        """A number, read exactly."""
        return self._take(key, default, 0, "一个数字", _is_number)

    def whole(self, key: str, default: int = REQUIRED, least: int = 0) -> int:
        """A whole number of at least ``least``."""
        expected = f"不小于 {least} 的整数"
        return self._take(key, default, least, expected, lambda v: _is_whole(v) and v >= least)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str = REQUIRED) -> str:
        """One of the allowed words."""
        expected = f"其中之一：{'、'.join(allowed)}"
        return self._take(key, default, next(iter(allowed), ""), expected, lambda v: v in allowed)

    def day(self, key: str) -> date:
        """A calendar day, written 2016-01-15."""
        return _day(self._take(key, REQUIRED, date.min, "一个日期，例如 2016-01-15", _is_day))

    def day_or_not_seen(self, key: str) -> date | None:
        """A calendar day, or None where the data says that nobody saw one."""
        expected = f'一个日期，例如 2016-01-15，或 "{NOT_SEEN}"'
        value = self._take(key, REQUIRED, NOT_SEEN, expected, lambda v: v == NOT_SEEN or _is_day(v))
        return None if value == NOT_SEEN else _day(value)

    def whole_or_not_seen(self, key: str) -> int | None:
        """A whole number, or None where the data says that nobody saw one."""
        expected = f'一个整数，或 "{NOT_SEEN}"'
        value: Any = self._take(key, REQUIRED, NOT_SEEN, expected, _is_whole_or_not_seen)
        return None if value == NOT_SEEN else int(value)

    def texts(self, key: str, default: tuple[str, ...] = REQUIRED) -> tuple[str, ...]:
        """A list of texts, at least one."""
        value = self._take(key, default, (), "一个文字列表，至少一项", _are_texts)
        return tuple(value)

    def get(self, key: str) -> Any:
        """What stands there, left for its own reader."""
        return self._left.get(key)

    def raw(self, key: str, default: object = None) -> Any:
        """Whatever stands there, for a reader that takes several forms."""
        return self._left.pop(key, default)

    def some_of(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Some of the allowed words; none where it is not written."""
        quote_key = self.texts(key, ())
        for each in quote_key:
            if each not in allowed:
                self.fault(key, each, f"其中之一：{'、'.join(allowed)}")
        return quote_key

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

    def skip_rest(self) -> None:
        """Say no more of this table: what it is cannot be told."""
        self._left.clear()
        self.problems = []

    def table(self, key: str) -> "Table":
        """A table under ``key``; an empty one where there is none."""
        return Table(self._left.pop(key, {}), self._path(key), self.problems)

    def tables(self, key: str) -> Iterator[tuple[str, "Table"]]:
        """The named tables under ``key``."""
        parent = self.table(key)
        for name in parent.names():
            yield name, parent.table(name)

    def listed(self, key: str) -> Iterator["Table"]:
        """The tables of a list under ``key``; each is named by its ``id`` where it has one."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            self.fault(key, value, f"若干个 [[{key}]]")
            return
        for place, each in enumerate(value, start=1):
            name = each.get("id", place) if isinstance(each, dict) else place
            yield Table(each, f"{self._path(key)}.{quote_key(str(name))}", self.problems)

    def variants(self, key: str) -> list["Table"]:
        """The table once for each table of a list under ``key``, with that table's keys in place.

        None where the key is not there; the table itself is then read as it stands.
        """
        listed = self._left.get(key)
        if listed is None:
            return []
        own = {name: value for name, value in self._left.items() if name != key}
        self._left.clear()
        if not isinstance(listed, list) or not all(isinstance(each, Mapping) for each in listed):
            self.fault(key, listed, "若干个表，例如 [{ cap = 250 }, { cap = 300 }]")
            listed = [{}]
        return [
            Table(_merged(own, each), self.where, self.problems, self._faulty) for each in listed
        ]

    def reject_unknown_keys(self) -> None:
        """Refuse the keys that nobody asked for."""
        for key, value in self._left.items():
            self._note(
                key, f"不认识的键，值为 {quote_value(_as_written(value))}", "正确的拼写，或删去"
            )
        self._left.clear()

    def _path(self, key: str) -> str:
        key = quote_key(key)
        return f"{self.where}.{key}" if self.where and key else self.where or key

    def _take(self, key: str, default: _T, stand_in: _T, expected: str, fits: _Test) -> _T:
        if key not in self._left:
            if default is not REQUIRED:
                return default
            self.missing(key, expected)
            return stand_in
        value: _T = self._left.pop(key)
        if fits(value):
            return value
        self.fault(key, value, expected)
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
        raise InputError(
            Problem(f"{name} {p.where}".strip(), p.found, p.expected) for p in problems
        )
    return found


def _merged(own: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(own[key], value) if _are_tables(own.get(key), value) else value
        for key, value in other.items()
    }
    return {**own, **both}


def _are_tables(*values: Any) -> bool:
    return all(isinstance(value, Mapping) for value in values)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not isinstance(value, Numeral)


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_whole_or_not_seen(value: Any) -> bool:
    return value == NOT_SEEN or _is_whole(value)


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return type(value) is date
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _as_written(value: object) -> object:
    return Numeral(format_decimal(value)) if isinstance(value, Fraction) else value
