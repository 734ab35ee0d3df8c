"""Files and standard input as the commands read them, and what they print."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader, TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError, Problem, why_cannot_open


def read_document(name: str) -> bytes:
    """A document, one byte past the most that is read. Raises ``InputError``."""
    with opened(name) as stream:
        return stream.read(MAX_BYTES + 1)


def read_lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers; of one that is too long, its beginning."""
    with opened(name) as stream:
        yield from _lines(stream.readline, b"\n")


def read_table_lines(name: str) -> Iterator[tuple[int, bytes]]:
    """The same of a table, which old programs on a Mac end with a carriage return alone."""
    with opened(name) as stream:
        if not _ends_with_returns(stream):
            yield from _lines(stream.readline, b"\n")
            return
        text = TextIOWrapper(stream, "latin-1", newline="\r")
        try:
            yield from _lines(lambda most: text.readline(most).encode("latin-1"), b"\r")
        finally:
            text.detach()


def _ends_with_returns(stream: BinaryIO) -> bool:
    """Whether lines end with a carriage return alone, as far as the first of them shows."""
    beginning = stream.peek() if isinstance(stream, BufferedReader) else b""
    first, _, rest = beginning.partition(b"\r")
    return bool(rest) and not rest.startswith(b"\n") and b"\n" not in first


def _lines(readline: Callable[[int], bytes], end: bytes) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := readline(MAX_BYTES + 2):
        number += 1
        rest = line
        while len(rest) == MAX_BYTES + 2 and not rest.endswith(end):
            rest = readline(MAX_BYTES + 2)
        if line.strip():
            yield number, line.removesuffix(end)


def print_json(output: object) -> None:
    """An answer of ``--json`` on stdout."""
    print(json.dumps(output, ensure_ascii=False, indent=1))


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The file, or standard input; whatever cannot be read is an input at fault."""
    try:
        if name != "-":
            with Path(name).open("rb") as stream:
                yield stream
        elif sys.stdin is None:
            raise FileNotFoundError
        else:
            yield sys.stdin.buffer
    except OSError as error:
        raise InputError([Problem(name, why_cannot_open(error), "可读的文件")]) from None
