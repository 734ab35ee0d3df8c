"""Files and standard input as the commands read them, and what they print."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError, Problem, why_cannot_open


def read_document(name: str) -> bytes:
    """A document, one byte past the most that is read. Raises ``InputError``."""
    with _opened(name) as stream:
        return stream.read(MAX_BYTES + 1)


def read_lines(name: str) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers; of one that is too long, its beginning."""
    with _opened(name) as stream:
        number = 0
        while line := stream.readline(MAX_BYTES + 2):
            number += 1
            rest = line
            while len(rest) == MAX_BYTES + 2 and not rest.endswith(b"\n"):
                rest = stream.readline(MAX_BYTES + 2)
            if line.strip():
                yield number, line.removesuffix(b"\n")


def print_json(output: object) -> None:
    """An answer of ``--json`` on stdout."""
    print(json.dumps(output, ensure_ascii=False, indent=1))


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
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
