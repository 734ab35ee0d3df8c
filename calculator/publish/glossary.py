"""The words of the policy and the news of the site: ``glossary.toml`` and ``changes.toml``.

They are ours and rest on no source.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from calculator.desk.toml_files import read_toml
from calculator.reading import Table, read_whole

_T = TypeVar("_T")
FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the policy, what people call it, and what it means."""

    word: str
    also: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class News:
    """What changed on the site on a day, for the public."""

    on: date
    what: tuple[str, ...]


def read_glossary() -> list[Term]:
    """The terms in the order of the page. Raises ``InputError``."""
    return _listed("glossary.toml", "terms", _term)


def read_news() -> list[News]:
    """The latest first. Raises ``InputError``."""
    return sorted(_listed("changes.toml", "changes", _news), key=lambda each: each.on, reverse=True)


def _listed(name: str, key: str, read: Callable[[Table], _T]) -> list[_T]:
    tables = read_toml(FOLDER / name)
    return read_whole(tables, name, lambda root: [read(each) for each in root.listed(key)])


def _term(table: Table) -> Term:
    term = Term(table.text("term"), table.texts("also", ()), table.text("meaning"))
    table.done()
    return term


def _news(table: Table) -> News:
    news = News(table.day("on"), table.texts("what"))
    table.done()
    return news
