"""On which line of a TOML text each key stands: ``tomllib`` does not tell.

A text that ``tomllib`` has read is scanned once more for its keys. Only the command line needs
this; the scoring module knows no lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from calculator.reading.problems import quote_key


@dataclass(slots=True)
class Place:
    """Where a value stands: its line from 1, its text, and what stands inside it.

    ``tables`` are the values under its keys, ``elements`` those of a list, in their order.
    """

    line: int
    text: str = ""
    tables: dict[str, "Place"] = field(default_factory=dict)
    elements: list["Place"] = field(default_factory=list)

    def find(self, path: str) -> "Place":
        """The innermost place on a key path as messages write it, ``items.age.cap``.

        The element of a list is named by its ``id`` or its number; a path that leaves it out means
        the first element that has the rest. A key that is not there is looked for in its table.
        """
        for name, place in self._inside():
            if name == path:
                return place
            if path.startswith(f"{name}."):
                return place.find(path[len(name) + 1 :])
        for place in (*self.elements, *self._variants()):
            found = place.find(path)
            if found is not place:
                return found
        return self

    def _inside(self) -> Iterator[tuple[str, "Place"]]:
        # The longest name first: a quoted key may hold a dot.
        for key in sorted(self.tables, key=len, reverse=True):
            yield quote_key(key), self.tables[key]
        named: set[str] = set()
        for number, element in enumerate(self.elements, start=1):
            yield str(number), element
            if "id" in element.tables and (name := element.tables["id"].text) not in named:
                named.add(name)
                yield quote_key(name), element

    def _variants(self) -> list["Place"]:
        # A row with alternatives is read once for each, under the row's own path.
        alternatives = self.tables.get("alternatives")
        return alternatives.elements if alternatives else []


def find_lines(text: str) -> Place:
    """The whole text as a place, all its keys inside. ``text`` must be TOML."""
    scanner = _Scanner(text)
    scanner.read()
    return scanner.root


_SPACE: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))[ \t]*""")
_VALUE: Final = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}'''  # texts of several lines, which may end in quotes
    r"|'''.*?'{3,5}"
    r'|"((?:[^"\\]|\\.)*)"'
    r"|'([^']*)'"
    r"|[^\s,\]}#]+(?: \d\d:[^\s,\]}#]*)?",  # a number, a word, a date that may have a time
    re.DOTALL,
)


class _Scanner:
    """Walks through the text; a header says which table the keys after it go into."""

    def __init__(self, text: str) -> None:
        self.root = Place(1)
        self._text = text
        self._at = 0

    def read(self) -> None:
        table = self.root
        while self._skip() < len(self._text):
            table = self._header() if self._text[self._at] == "[" else self._pair(table)

    def _header(self) -> Place:
        line, several = self._line(), self._text.startswith("[[", self._at)
        self._at += 2 if several else 1
        *parents, last = self._keys()
        self._at += 2 if several else 1
        holder = self._inner(self.root, parents, line)
        place = holder.tables.get(last)
        if place is None:
            place = holder.tables[last] = Place(line)
        if several:
            place.elements.append(Place(line))
            return place.elements[-1]
        return place

    def _pair(self, table: Place) -> Place:
        line = self._line()
        *parents, last = self._keys()
        self._at += 1  # the equals sign
        self._inner(table, parents, line).tables[last] = self._value(line)
        return table

    def _value(self, line: int) -> Place:
        """The value that begins here, told to stand on ``line``, its key's."""
        self._skip()
        place = Place(line)
        opened = self._text[self._at]
        if opened in "[{":
            self._at += 1
            while self._text[self._skip()] not in "]}":
                if opened == "[":
                    place.elements.append(self._value(self._line()))
                else:
                    self._pair(place)
                if self._text[self._skip()] == ",":
                    self._at += 1
            self._at += 1
            return place
        found = self._match(_VALUE)
        place.text = next((group for group in found.groups() if group is not None), found[0])
        return place

    def _keys(self) -> list[str]:
        keys = [self._key()]
        while self._text[self._at] == ".":
            self._at += 1
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        return next(group for group in self._match(_KEY).groups() if group is not None)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """What stands here, and go past it."""
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"no TOML at {self._at}")
        self._at = found.end()
        return found

    def _inner(self, place: Place, keys: list[str], line: int) -> Place:
        for key in keys:
            place = place.tables.setdefault(key, Place(line))
            place = place.elements[-1] if place.elements else place
        return place

    def _line(self) -> int:
        return self._text.count("\n", 0, self._at) + 1

    def _skip(self) -> int:
        self._match(_SPACE)
        return self._at
