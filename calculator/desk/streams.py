"""Files and standard input as the commands read them, and what they print."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from calculator.document import MOST_BYTES
from calculator.problems import InputError, Problem, cannot_open


def content(name: str) -> bytes:
    """A document, one byte past the most that is read. Raises ``InputError``."""
    with _opened(name) as stream:
        return stream.read(MOST_BYTES + 1)


def lines_of(name: str) -> Iterator[tuple[int, bytes]]:
    """Lines that are not blank, with their numbers; of one that is too long, its beginning."""
    with _opened(name) as stream:
        number = 0
        while line := stream.readline(MOST_BYTES + 2):
            number += 1
            rest = line
            while len(rest) == MOST_BYTES + 2 and not rest.endswith(b"\n"):
                rest = stream.readline(MOST_BYTES + 2)
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
        raise InputError([Problem(name, cannot_open(error), "可读的文件")]) from None
