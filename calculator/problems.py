"""What is wrong with an input, in the words of those who have to mend it.

One form for answers and for standards: where it stands, what was found, what is expected.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from calculator.number import Numeral

_LONGEST = 40  # characters of a value that a message repeats


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a key or key path, what was found there, what is allowed there."""

    where: str
    found: str
    expected: str = ""

    def __str__(self) -> str:
        where = f"{self.where}：" if self.where else ""
        return f"{where}{self.found}" + (f"，应为{self.expected}" if self.expected else "")


class InputError(ValueError):
    """An input is at fault; ``problems`` says each fault."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def shown(value: object) -> str:
    """A value as a message shows it: quoted, shortened, without control characters.

    >>> shown("96"), shown(Numeral("96")), shown([True, None])
    ('"96"', '96', '[true, null]')
    """
    if isinstance(value, Numeral):
        return _short(str(value))
    if isinstance(value, str):
        # Cut first: quoting a megabyte to show forty characters is a waste.
        return _short(json.dumps(value[: _LONGEST + 1], ensure_ascii=not value.isprintable()))
    if isinstance(value, list):
        return _short(f"[{', '.join(shown(each) for each in value[:_LONGEST])}]")
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return _short(json.dumps(value, default=str, ensure_ascii=False))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST + 2 else f"{text[:_LONGEST]}…"
