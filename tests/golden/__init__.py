"""The golden cases of every edition, for tests that go through all of them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from calculator.desk.effects import FOLDER
from calculator.desk.toml_files import load_editions, read_toml
from calculator.editions import Editions
from calculator.golden import Case, read_cases
from calculator.kept import facts_as_json


class Golden(NamedTuple):
    """A case, and the id of the edition under which it was worked out."""

    standard: str
    case: Case

    @property
    def id(self) -> str:
        """The case's id."""
        return self.case.id

    @property
    def on(self) -> date:
        """The day of the case."""
        return self.case.on

    @property
    def track(self) -> str:
        """The benefit of the case."""
        return self.case.track

    @property
    def facts(self) -> str:
        """The answers as the JSON text of a user's file."""
        return facts_as_json(self.case.facts)


def cases(editions: Editions | None = None) -> Iterator[Golden]:
    """The cases of every file in this folder. Raises ``InputError`` with all faults of a file."""
    editions = editions or load_editions()
    for path in sorted(FOLDER.glob("*.toml")):
        tables = read_toml(path)
        known = editions.known_to(editions.get(tables["standard"]))
        for case in read_cases(tables, known, path.name):
            yield Golden(tables["standard"], case)
