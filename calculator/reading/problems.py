"""What is wrong with an input, in the words of those who have to mend it.

One form for answers and for standards: where it stands, what was found, what is expected, and
where one is likely what was meant.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from calculator.values.number import Numeral

_LONGEST = 40  # characters of a value that a message repeats
_MOST = 50  # problems that one message lists


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a key or key path, what was found there, what is allowed there.

    ``file`` is the name of the file as messages show it, ``line`` its line from 1; readers know the
    first at most, the command line adds the second. ``meant`` is what was probably meant.
    """

    where: str
    found: str
    expected: str = ""
    file: str = ""
    line: int | None = None
    meant: str = ""

    def __str__(self) -> str:
        line = f"第 {self.line} 行" if self.line else ""
        place = " ".join(part for part in (self.file, line, self.where) if part)
        return "".join(
            (
                f"{place}：" if place else "",
                self.found,
                f"，应为{spaced(self.expected)}" if self.expected else "",
                f"；是不是{spaced(self.meant)}？" if self.meant else "",
            )
        )


def closest(word: object, allowed: Iterable[str]) -> str:
    """The allowed word that looks most like ``word``; an empty text where none does.

    >>> closest("per_unti", ["flat", "per_unit"]), closest("tiers", ["flat", "per_unit"])
    ('per_unit', '')
    """
    # Only where something is wrong: the browser reads nothing that has not passed `check`.
    from difflib import get_close_matches  # noqa: PLC0415

    return next(iter(get_close_matches(str(word), list(allowed), n=1)), "")


def spaced(words: str) -> str:
    """Words as they follow Chinese ones: Latin letters and digits after a space."""
    return f" {words}" if words[0].isascii() and words[0].isalnum() else words


class InputError(ValueError):
    """An input is at fault; ``problems`` says each fault."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        said = [str(problem) for problem in self.problems[:_MOST]]
        if len(self.problems) > _MOST:
            said.append(f"另有 {len(self.problems) - _MOST} 处问题没有列出")
        super().__init__("\n".join(said))


def quote_value(value: object) -> str:
    """A value as a message shows it: quoted, shortened, without control characters.

    >>> quote_value("96"), quote_value(Numeral("96")), quote_value([True, None])
    ('"96"', '96', '[true, null]')
    """
    if isinstance(value, Numeral):
        return _short(str(value))
    if isinstance(value, str):
        # Cut first: quoting a megabyte to show forty characters is a waste.
        return _short(json.dumps(value[: _LONGEST + 1], ensure_ascii=not value.isprintable()))
    if isinstance(value, list):
        return _short(f"[{', '.join(_in_list(element) for element in value[:_LONGEST])}]")
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return _short(json.dumps(value, default=str, ensure_ascii=False))


def quote_key(key: str) -> str:
    """A key as a message names it: shortened, without quotes or control characters."""
    return quote_value(key).strip('"')


def _in_list(value: object) -> str:
    return "[…]" if isinstance(value, list) else quote_value(value)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST + 2 else f"{text[:_LONGEST]}…"


def why_cannot_open(error: OSError) -> str:
    """Why a file could not be read."""
    match error:
        case FileNotFoundError():
            return "打不开：没有这个文件"
        case IsADirectoryError():
            return "打不开：这是一个文件夹"
        case PermissionError():
            return "打不开：没有权限"
        case _:
            return f"打不开：{error.strerror or error}"
