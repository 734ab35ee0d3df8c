"""A web host for measurements: it compresses well, or not at all, and the line may be slow."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import brotli

from calculator.publish.hosting.server import ENCODINGS
from tests.browser.hosts import Counting, Sent, host

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite

_PACK: dict[str, Callable[[bytes], bytes]] = {"br": brotli.compress, "gzip": gzip.compress}
_COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm", ".xml", ".zip"}


class Line:
    """What all connections share: bits a second, and seconds by which every answer is late."""

    def __init__(self, bits: float, delay: float) -> None:
        self.bits, self.delay = bits, delay
        self._free = 0.0
        self._lock = threading.Lock()

    def carry(self, size: int) -> None:
        """Wait until that many bytes more have gone through."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + size * 8 / self.bits
            wait = self._free - time.monotonic()
        time.sleep(max(0, wait))


class Measured(Counting):
    """A host at the end of a line."""

    protocol_version = "HTTP/1.1"
    line: ClassVar[Line | None]

    def end_headers(self) -> None:
        """Be as late as the line is."""
        if self.line:
            time.sleep(self.line.delay)
        super().end_headers()

    def copyfile(self, source: "SupportsRead[Any]", outputfile: "SupportsWrite[Any]") -> None:
        """Send a body piece by piece."""
        while piece := source.read(16_384):
            if self.line:
                self.line.carry(len(piece))
            outputfile.write(piece)


def compress(folder: Path) -> None:
    """Beside each file of ``folder`` its copies, compressed as tightly as can be."""
    for encoding, ending in ENCODINGS.items():
        files = [
            file
            for file in folder.rglob("*")
            if file.suffix in _COMPRESSED and not file.with_name(file.name + ending).exists()
        ]
        with ThreadPoolExecutor() as pool:
            contents = [file.read_bytes() for file in files]
            for file, packed in zip(files, pool.map(_PACK[encoding], contents), strict=True):
                file.with_name(file.name + ending).write_bytes(packed)


@contextmanager
def served(folder: Path, encoding: str, line: Line | None = None) -> Iterator[tuple[str, Sent]]:
    """The address of a host of ``folder``, and what it sends.

    ``encoding`` is one of those that ``compress`` made; with any other nothing is compressed.
    """
    encodings = {name: ending for name, ending in ENCODINGS.items() if name == encoding}
    kind = type("Measured", (Measured,), {"line": line, "encodings": encodings})
    with host(folder, kind) as (base, sent):
        yield base, sent
