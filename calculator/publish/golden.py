"""The golden cases that the pages show, and that every build works out again."""

from collections.abc import Iterator
from pathlib import Path

from calculator.cli.golden_effects import GOLDEN
from calculator.reading.problems import InputError, Problem
from calculator.reading.toml_file import read_toml
from calculator.scoring.golden_cases import GoldenCase, check_case, read_golden_cases
from calculator.standard.editions import Editions
from calculator.standard.loading import edition_path
from calculator.standard.standard import Standard
from calculator.text.golden_cases import describe_differences


def read_cases_of(
    standard: Standard, editions: Editions, golden: Path = GOLDEN
) -> dict[str, GoldenCase]:
    """The golden cases of an edition by id.

    Raises ``InputError`` where the edition has no file of cases, or one that is at fault.
    """
    path = golden / edition_path(standard.id)
    cases = read_golden_cases(read_toml(path), editions.facts_accepted_by(standard), path.name)
    return {case.id: case for case in cases}


def check_golden_cases(editions: Editions, golden: Path = GOLDEN) -> None:
    """Work out every golden case of every edition.

    Raises ``InputError`` with each case whose points are not those that were worked out by hand.
    """
    problems = [
        problem
        for standard in editions.standards.values()
        for problem in _differences(standard, editions, golden)
    ]
    if problems:
        raise InputError(problems)


def _differences(standard: Standard, editions: Editions, golden: Path) -> Iterator[Problem]:
    for case in read_cases_of(standard, editions, golden).values():
        differences = check_case(case, standard)[1]
        if differences:
            where = f"tests/golden/{edition_path(standard.id)} {case.id}"
            yield Problem(where, describe_differences(differences, standard))
