"""Hosts as they are met: good ones, and those that compress nothing or name types wrongly.

Each counts what it sends over the wire, headers included.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlsplit

from calculator.publish.hosting.server import ENCODINGS, Handler, address, make_server


@dataclass
class Sent:
    """What a host has sent: bytes by path, and how often each path was asked for."""

    bytes: dict[str, int] = field(default_factory=dict)
    times: dict[str, int] = field(default_factory=dict)

    def clear(self) -> None:
        """Begin anew."""
        self.bytes.clear()
        self.times.clear()

    def of(self, part: str) -> int:
        """Bytes sent for all paths that hold ``part``."""
        return sum(count for path, count in self.bytes.items() if part in path)


class Counting(Handler):
    """The well-kept host, counting."""

    sent: ClassVar[Sent]

    def handle_one_request(self) -> None:
        """Answer, and count what went out for it."""
        wire: Any = _Wire(self.wfile)
        self.wfile = wire
        super().handle_one_request()
        self.wfile = wire.file
        path = getattr(self, "path", "")
        self.sent.bytes[path] = self.sent.bytes.get(path, 0) + wire.count
        self.sent.times[path] = self.sent.times.get(path, 0) + 1


class _Wire:
    def __init__(self, file: Any) -> None:
        self.file, self.count = file, 0

    def write(self, content: bytes) -> int:
        self.count += len(content)
        return int(self.file.write(content))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


class Gzip(Counting):
    """A host that knows gzip but not Brotli."""

    encodings: ClassVar[dict[str, str]] = {"gzip": ENCODINGS["gzip"]}


class Plain(Counting):
    """A host that compresses nothing."""

    encodings: ClassVar[dict[str, str]] = {}


class WrongTypes(Plain):
    """The same, and it has never heard of WebAssembly."""

    extensions_map = {**Handler.extensions_map, ".wasm": "text/plain", ".gz": "text/plain"}  # noqa: RUF012


class EncodedCopies(Plain):
    """A host that says of ``.gz`` files that they are encoded: the browser unpacks them itself."""

    def end_headers(self) -> None:
        """With the encoding of the ending."""
        for encoding, ending in ENCODINGS.items():
            if self.path.endswith(ending):
                self.send_header("Content-Encoding", encoding)
        super().end_headers()


class Fault(NamedTuple):
    """What is wrong with the files whose names begin like this."""

    file: str
    content: Callable[[bytes], bytes] = bytes  # what they hold; nothing at all: they are missing
    type: str = ""  # what they are said to be, where that is wrong
    pieces: Callable[[bytes], Iterable[bytes]] = lambda content: [content]  # what arrives, and when


class Faulty(Plain):
    """A host on which something is wrong, until it is mended."""

    fault: ClassVar[Fault | None] = None

    def do_GET(self) -> None:  # noqa: N802 - as the server calls it
        """The file with its fault."""
        name = urlsplit(self.path).path.rpartition("/")[2]
        if not self.fault or not name.startswith(self.fault.file):
            return super().do_GET()
        path = self.translate_path(self.path)
        content = self.fault.content(Path(path).read_bytes())
        if not content:
            return self.send_error(HTTPStatus.NOT_FOUND)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.fault.type or self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        for piece in self.fault.pieces(content):
            self.wfile.write(piece)
        return None


@contextmanager
def host(site: Path, kind: type[Counting]) -> Iterator[tuple[str, Sent]]:
    """The address of such a host, and what it sends."""
    sent = Sent()
    with make_server(site, handler=type(kind.__name__, (kind,), {"sent": sent})) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address(server), sent
        server.shutdown()
        thread.join()
