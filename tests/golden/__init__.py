"""The golden cases of every edition, for tests that go through all of them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from calculator.answers.saved_answers import answers_to_json
from calculator.cli.golden_effects import GOLDEN
from calculator.cli.loading import load_editions
from calculator.reading.toml_file import read_toml
from calculator.scoring.golden_cases import GoldenCase, read_golden_cases
from calculator.standard.editions import Editions


class Golden(NamedTuple):
    """A case, and the id of the edition under which it was worked out."""

    standard: str
    case: GoldenCase

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
        return answers_to_json(self.case.facts)


def cases(editions: Editions | None = None) -> Iterator[Golden]:
    """The cases of every file in this folder. Raises ``InputError`` with all faults of a file."""
    editions = editions or load_editions()
    for path in sorted(GOLDEN.glob("*/*.toml")):
        tables = read_toml(path)
        known = editions.facts_accepted_by(editions.get(tables["standard"]))
        for case in read_golden_cases(tables, known, path.name):
            yield Golden(tables["standard"], case)
