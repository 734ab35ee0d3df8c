"""A preview server on the loopback address, that serves as a well-kept host would."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from calculator.publish.hosting.headers import IMMUTABLE, SHORT, embed_headers, headers

if TYPE_CHECKING:
    from _typeshed import StrPath

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Where the compressed copies are, the better one first."""


class Handler(SimpleHTTPRequestHandler):
    """Static files and their compressed copies, headers on each, a log only of what goes wrong."""

    encodings: ClassVar[dict[str, str]] = ENCODINGS
    headers_of_site: ClassVar[dict[str, str]] = {}
    headers_of_embed: ClassVar[dict[str, str]] = {}
    extensions_map = {  # noqa: RUF012 - that is how the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".wasm": "application/wasm",
    }
    encoding = ""
    found = True
    path = ""  # where the request's own line cannot be read

    def translate_path(self, path: str) -> str:
        """The file, or the compressed copy beside it that the visitor's browser accepts."""
        file = super().translate_path(path)
        self.encoding = ""
        accepted = self.headers.get("Accept-Encoding", "")
        for encoding, ending in self.encodings.items():
            if encoding in accepted and Path(file + ending).is_file():
                self.encoding = encoding
                return file + ending
        return file

    def guess_type(self, path: StrPath) -> str:
        """The type of the file itself, not of its copy."""
        name = str(path).removesuffix(ENCODINGS[self.encoding]) if self.encoding else path
        return super().guess_type(name)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember whether there is anything to keep."""
        self.found = code < HTTPStatus.BAD_REQUEST
        super().send_response(code, message)

    def end_headers(self) -> None:
        """Add the headers that every response has."""
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        self.send_header("Vary", "Accept-Encoding")
        for_ever = self.found and "/engine/" in self.path
        self.send_header("Cache-Control", IMMUTABLE if for_ever else "no-cache")
        own = self.headers_of_embed if SHORT.search(self.path) else self.headers_of_site
        for name, value in own.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with an error; a missing page with the site's own 404.html."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page.read_bytes())

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: a preview is not a log."""


def make_server(
    site: Path, port: int = 0, handler: type[Handler] = Handler, ancestors: str = ""
) -> ThreadingHTTPServer:
    """A server of ``site`` on the loopback address; a free port where ``port`` is 0 or taken.

    ``ancestors``: other origins that may embed, separated by spaces.
    """
    own = {"headers_of_site": headers(site), "headers_of_embed": embed_headers(ancestors)}
    of_site = type("SiteHandler", (handler,), own)
    serve = partial(of_site, directory=str(site))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), serve)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), serve)


def address(server: ThreadingHTTPServer) -> str:
    """The server's address, ending in a slash."""
    return f"http://127.0.0.1:{server.server_address[1]}/"
