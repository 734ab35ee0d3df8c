"""The words of the policy and the news of the site: ``glossary.toml`` and ``changes.toml``.

They are ours and rest on no source.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from calculator.desk.toml_files import read_toml
from calculator.problems import InputError, Problem
from calculator.reading import Table

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
    problems: list[Problem] = []
    root = Table(read_toml(FOLDER / "glossary.toml"), "glossary.toml", problems)
    terms = []
    for table in root.listed("terms"):
        terms.append(Term(table.text("term"), table.texts("also", ()), table.text("meaning")))
        table.done()
    root.done()
    if problems:
        raise InputError(problems)
    return terms


def read_news() -> list[News]:
    """The latest first. Raises ``InputError``."""
    problems: list[Problem] = []
    root = Table(read_toml(FOLDER / "changes.toml"), "changes.toml", problems)
    news = []
    for table in root.listed("changes"):
        news.append(News(table.day("on"), table.texts("what")))
        table.done()
    root.done()
    if problems:
        raise InputError(problems)
    return sorted(news, key=lambda each: each.on, reverse=True)
