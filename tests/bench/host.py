"""A web host as visitors meet them: it compresses well, or not at all, and the line may be slow."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import brotli

from calculator.publish.server import Handler, address, content_security_policy

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


class CountingHandler(Handler):
    """The preview's handler, which also sends what was compressed beforehand, and counts it."""

    protocol_version = "HTTP/1.1"
    encoding: ClassVar[str]
    encoded: ClassVar[Path]
    line: ClassVar[Line | None]
    sent: ClassVar[list[int]]
    _found = False

    def translate_path(self, path: str) -> str:
        """The file for an address: the compressed one where there is one and it is accepted."""
        plain = Path(super().translate_path(path))
        plain = plain / "index.html" if plain.is_dir() else plain
        accepted = self.headers.get("Accept-Encoding", "")
        file = self.encoded / plain.relative_to(self.directory)
        self._found = self.encoding in accepted and file.is_file()
        return str(file if self._found else plain)

    def end_headers(self) -> None:
        """Name the encoding, and be as late as the line is."""
        if self._found:
            self.send_header("Content-Encoding", self.encoding)
        self.send_header("Vary", "Accept-Encoding")
        if self.line:
            time.sleep(self.line.delay)
        super().end_headers()

    def copyfile(self, source: "SupportsRead[Any]", outputfile: "SupportsWrite[Any]") -> None:
        """Send a body piece by piece."""
        while piece := source.read(16_384):
            if self.line:
                self.line.carry(len(piece))
            outputfile.write(piece)
            self.sent.append(len(piece))


def compress(folder: Path, encoding: str) -> None:
    """Beside ``folder``, its files compressed as tightly as ``encoding`` can."""
    into = folder.with_name(f"{folder.name}-{encoding}")
    files = [each for each in folder.rglob("*") if each.suffix in _COMPRESSED and each.is_file()]
    contents = {file: file.read_bytes() for file in files}
    with ThreadPoolExecutor() as pool:
        different = sorted(set(contents.values()), key=len, reverse=True)
        packed = dict(zip(different, pool.map(_PACK[encoding], different), strict=True))
    for file, content in contents.items():
        target = into / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(packed[content])


@contextmanager
def served(
    folder: Path, encoding: str, line: Line | None = None
) -> Iterator[tuple[str, list[int]]]:
    """The address of a host of ``folder``, and the sizes of what it sends, bodies only.

    ``encoding`` is one for which ``compress`` has run; with any other nothing is compressed.
    """
    sent: list[int] = []
    of_host = {
        "policy": content_security_policy(folder),
        "encoding": encoding,
        "encoded": folder.with_name(f"{folder.name}-{encoding}"),
        "line": line,
        "sent": sent,
    }
    handler = type("HostHandler", (CountingHandler,), of_host)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address(server), sent
        server.shutdown()
        thread.join()
