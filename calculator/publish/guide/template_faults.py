"""Faults of templates as messages that name the file and the line, for who wrote the page."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb

from jinja2 import TemplateSyntaxError

from calculator.reading.problems import InputError, Problem


@contextmanager
def naming_the_line(page: str, folders: Sequence[Path]) -> Iterator[None]:
    """Turn what a template raises while ``page`` is rendered into an ``InputError``.

    The place is the innermost line of a file in ``folders``: of the page, or of a template that it
    calls. What is raised without such a line is no template's fault and passes.
    """
    try:
        yield
    except InputError:
        raise
    except Exception as error:
        place = _place_of(error, folders)
        if place is None:
            raise
        found = f"模板有错：{type(error).__name__}: {error}"
        raise InputError([Problem(f"{place}（网页 {page}）", found)]) from error


def _place_of(error: Exception, folders: Sequence[Path]) -> str | None:
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _line(Path(error.filename), error.lineno, folders)
    # Jinja rewrites the traceback: its frames name the template and the line in it.
    found = [
        place
        for frame in extract_tb(error.__traceback__)
        if (place := _line(Path(frame.filename), frame.lineno, folders))
    ]
    return found[-1] if found else None


def _line(file: Path, line: int | None, folders: Sequence[Path]) -> str | None:
    for folder in folders:
        if file.is_relative_to(folder):
            return f"{folder.name}/{file.relative_to(folder).as_posix()} 第 {line} 行"
    return None
