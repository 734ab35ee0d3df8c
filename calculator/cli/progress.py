"""How far a file has been read, as a bar on the terminal, and remarks that leave it whole."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any


class Progress:
    """A bar for the bytes of ``path``; without ``tqdm``, or without a terminal, none."""

    def __init__(self, path: Path) -> None:
        self._size = path.stat().st_size if path.is_file() else None
        self._tqdm = _import_tqdm()

    def say(self, words: object) -> None:
        """A line on stderr."""
        if self._tqdm is None:
            print(words, file=sys.stderr)
        else:
            self._tqdm.write(str(words), file=sys.stderr)

    def watch(self, lines: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
        """The same numbered lines; the bar moves as they are taken."""
        if self._tqdm is None:
            yield from lines
            return
        # `disable=None`: no bar where stderr is no terminal.
        with self._tqdm(
            total=self._size, unit="B", unit_scale=True, disable=None, leave=False
        ) as bar:
            for number, line in lines:
                bar.update(len(line) + 1)
                yield number, line


def _import_tqdm() -> Any:
    try:
        from tqdm import tqdm  # noqa: PLC0415 - 50 ms that no other command needs
    except ImportError:
        return None
    return tqdm
