"""A table that answers every reader, and writes down what it was asked for.

The readers of ``standard`` and ``rules`` are run on it instead of on a file: what they ask for is
what a file may hold. So the schema cannot say anything else than the readers do. A reader goes
other ways where a key is not there, or where a word says so; a run fixes which way.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from calculator.reading.kinds import NOT_SEEN
from calculator.reading.table import REQUIRED, Table
from calculator.values.number import Number

Schema: TypeAlias = dict[str, Any]
_T = TypeVar("_T")

ANY_NAME: Final = "*"
"""Stands for whatever name or word a file may hold where the readers set none."""

TEXT: Final[Schema] = {"type": "string", "pattern": "\\S"}
DAY: Final[Schema] = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
UNSEEN: Final[Schema] = {"const": NOT_SEEN}

_REQUIREMENTS: Final[tuple[object, ...]] = (ANY_NAME, {"row": ANY_NAME}, {"one_of": [ANY_NAME]}, {})
"""A prerequisite in each of its forms, as far as its reader looks to tell them apart."""

_HANDED_OUT: Final[Mapping[str, object]] = {
    "requires": [*_REQUIREMENTS],
    "void_if": [*_REQUIREMENTS],
    "all": [*_REQUIREMENTS],
    "any": [[*_REQUIREMENTS], [*_REQUIREMENTS]],
}
"""What is found under keys whose values are handed out as they stand."""


class Run(NamedTuple):
    """One way through the readers.

    ``full``: whether what may be left out is there. ``words``: what stands under a key whose word
    decides. ``absent``: keys that are not there, as they exclude others.
    """

    full: bool
    words: Mapping[str, str]
    absent: frozenset[str]


@dataclass(slots=True)
class Node:
    """What was asked of one table: each key's schema, or the node of the table inside.

    ``lists`` are the keys whose tables stand in a list, ``forms`` those with several forms.
    """

    schemas: dict[str, Schema] = field(default_factory=dict)
    tables: dict[str, "Node"] = field(default_factory=dict)
    lists: dict[str, "Node"] = field(default_factory=dict)
    forms: dict[str, list["Node"]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    looked_at: set[str] = field(default_factory=set)
    closed: bool = False
    variants: str = ""


class Probe(Table):
    """A table of a run; what it is asked for goes to ``node``."""

    def __init__(
        self, node: Node, run: Run, where: str = "", given: Mapping[str, Any] | None = None
    ) -> None:
        """``given``: the keys that are there, where the run does not say."""
        super().__init__({}, where, [])
        self._node = node
        self._run = run
        self._given = given
        self._names = [ANY_NAME]

    def note(self, key: str, found: str, expected: str, meant: str = "") -> None:
        """Nothing: no file is read."""

    def has_fault(self, key: str) -> bool:
        """Never."""
        return key is None

    def skip_rest(self) -> None:
        """Nothing: every way is gone to its end."""

    def names(self) -> list[str]:
        """One that stands for all."""
        return self._names

    def get(self, key: str) -> Any:
        """A word where the key is there on this run."""
        self._node.looked_at.add(key)
        if self._given is not None:
            return self._given.get(key)
        if key in self._run.absent or not self._run.full:
            return self._run.words.get(key)
        return self._run.words.get(key, ANY_NAME)

    def raw(self, key: str, default: object = None) -> Any:
        """Every form that the value may have."""
        if self._given is not None and key in self._given:
            return self._given[key]
        if key not in _HANDED_OUT or key in self._run.absent:
            return default
        return _HANDED_OUT[key]

    def text(self, key: str, default: str = REQUIRED) -> str:
        """Records a text."""
        return self._record(key, TEXT, default, "")

    def text_or_not_seen(self, key: str, default: str | None = REQUIRED) -> str | None:
        """Records a text."""
        return self._record(key, TEXT, default, None)

    def flag(self, key: str) -> bool:
        """Records a flag."""
        return self._record(key, {"type": "boolean"}, default=False, stand_in=False)

    def number(self, key: str, default: Number = REQUIRED) -> Number:
        """Records a number."""
        return self._record(key, {"type": "number"}, default, 0)

    def whole(self, key: str, default: int = REQUIRED, least: int = 0) -> int:
        """Records a whole number."""
        return self._record(key, {"type": "integer", "minimum": least}, default, least)

    def one_of(self, key: str, allowed: tuple[str, ...], default: str = REQUIRED) -> str:
        """Records the words; the one of the run comes back."""
        word = self._run.words.get(key)
        if word in allowed:
            self._record(key, {"const": word}, default, word)
            return word or ""
        named = allowed and not {ANY_NAME, ""} & set(allowed)  # else the file names them
        words = {"enum": list(allowed)} if named else TEXT
        return self._record(key, words, default, next(iter(allowed), ""))

    def day(self, key: str) -> date:
        """Records a day."""
        self._record(key, DAY, REQUIRED, "")
        return date.min

    def day_or_not_seen(self, key: str) -> date | None:
        """Records a day or that nobody saw it."""
        self._record(key, {"anyOf": [DAY, UNSEEN]}, REQUIRED, "")
        return None

    def whole_or_not_seen(self, key: str) -> int | None:
        """Records a whole number or that nobody saw it."""
        self._record(key, {"anyOf": [{"type": "integer"}, UNSEEN]}, REQUIRED, "")
        return None

    def texts(self, key: str, default: tuple[str, ...] = REQUIRED) -> tuple[str, ...]:
        """Records a list of texts."""
        return self._record(key, {"type": "array", "items": TEXT, "minItems": 1}, default, ())

    def some_of(self, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Records a list of texts: which, the file says."""
        return self.texts(key, ()) if allowed is not None else ()

    def period(self, key: str) -> tuple[date, date]:
        """Records two days; they may be left out."""
        days = {"from": {"anyOf": [DAY, UNSEEN]}, "until": {"anyOf": [DAY, UNSEEN]}}
        self._node.schemas[key] = {
            "type": "object",
            "properties": days,
            "required": list(days),
            "additionalProperties": False,
        }
        return date.min, date.max

    def table(self, key: str) -> Table:
        """A table inside, recorded in the same way."""
        inner = self._node.tables.setdefault(key, Node())
        return Probe(inner, self._run, self._path(key))

    def nested(self, value: object, key: str = "") -> Table:
        """One of the forms that ``raw`` handed out."""
        given = value if isinstance(value, Mapping) else {}
        if not key:
            return Probe(self._node, self._run, self.where, given)
        form = Node(required=set(given))
        self._node.forms.setdefault(key, []).append(form)
        return Probe(form, self._run, self._path(key), given)

    def listed(self, key: str) -> Iterator[Table]:
        """One table that stands for all of the list."""
        inner = self._node.lists.setdefault(key, Node())
        yield Probe(inner, self._run, f"{self._path(key)}.{ANY_NAME}")

    def variants(self, key: str) -> list[Table]:
        """None: the table itself is read."""
        self._node.variants = key
        return []

    def trial(self) -> Table:
        """A table of which nothing is recorded, and of which nothing is left."""
        probe = Probe(Node(), self._run, self.where)
        probe._names = []
        return probe

    def reject_unknown_keys(self) -> None:
        """Records that other keys are refused."""
        self._node.closed = True

    def _record(self, key: str, schema: Schema, default: _T, stand_in: _T) -> _T:
        self._node.schemas[key] = schema
        if default is REQUIRED:
            self._node.required.add(key)
        return stand_in if default is REQUIRED else default
