"""The words of the policy and the news of the site: ``glossary.toml`` and ``changes.toml``.

They are ours and rest on no source.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

from calculator.reading.table import Table, read_root
from calculator.reading.toml_file import read_toml

_T = TypeVar("_T")
FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word of the policy, what people call it, and what it means."""

    word: str
    also: tuple[str, ...]
    meaning: str


@dataclass(frozen=True, slots=True)
class News:
    """What changed on the site on a day, for the public."""

    on: date
    what: tuple[str, ...]


def read_glossary() -> list[GlossaryTerm]:
    """The glossary's terms in the order of the page. Raises ``InputError``."""
    return _listed("glossary.toml", "terms", _term)


def read_news() -> list[News]:
    """The news of the site, the latest first. Raises ``InputError``."""
    return sorted(_listed("changes.toml", "changes", _news), key=lambda news: news.on, reverse=True)


def _listed(name: str, key: str, read: Callable[[Table], _T]) -> list[_T]:
    tables = read_toml(FOLDER / name)
    return read_root(tables, name, lambda root: [read(entry) for entry in root.listed(key)])


def _term(table: Table) -> GlossaryTerm:
    term = GlossaryTerm(table.text("term"), table.texts("also", ()), table.text("meaning"))
    table.reject_unknown_keys()
    return term


def _news(table: Table) -> News:
    news = News(table.day("on"), table.texts("what"))
    table.reject_unknown_keys()
    return news
