"""The lines on which faults stand, for messages of the command line."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from calculator.cli.toml_lines import Place, find_lines
from calculator.reading.problems import InputError, Problem


@contextmanager
def lines_named(paths: Mapping[str, Path]) -> Iterator[None]:
    """Let an ``InputError`` name the line of each fault, the first of each file first.

    ``paths`` are the files by the names that messages give them. A fault of another file, and one
    that has a line already, stays as it is.
    """
    try:
        yield
    except InputError as error:
        places: dict[str, Place] = {}
        problems = [_with_line(problem, paths, places) for problem in error.problems]
        files = list(dict.fromkeys(problem.file for problem in problems))
        problems.sort(key=lambda problem: (files.index(problem.file), problem.line or 0))
        raise InputError(problems) from None


def _with_line(problem: Problem, paths: Mapping[str, Path], places: dict[str, Place]) -> Problem:
    path = paths.get(problem.file)
    if path is None or problem.line is not None or not problem.where:
        return problem
    if problem.file not in places:
        places[problem.file] = find_lines(path.read_bytes().decode("utf-8-sig"))
    return replace(problem, line=places[problem.file].find(problem.where).line)
