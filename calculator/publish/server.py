"""A preview server on the loopback address, with the headers a government host would send."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from _typeshed import StrPath

ENCODINGS = {"br": ".br", "gzip": ".gz"}
"""Where the compressed copies are, the better one first."""

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def content_security_policy(site: Path) -> str:
    """The strictest policy under which the site works: the theme's inline scripts by their hash."""
    scripts = {
        script
        for page in site.rglob("*.html")
        for script in _INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    }
    hashes = sorted(f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *hashes]),
            "worker-src 'self'",
            "connect-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


class Handler(SimpleHTTPRequestHandler):
    """Static files, the policy on each, a log only where something went wrong."""

    policy: ClassVar[str] = ""
    extensions_map = {  # noqa: RUF012 - that is how the base class has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    encoding = ""

    def translate_path(self, path: str) -> str:
        """The file, or the compressed copy beside it that the visitor's browser accepts."""
        file = super().translate_path(path)
        self.encoding = ""
        accepted = self.headers.get("Accept-Encoding", "")
        for encoding, ending in ENCODINGS.items():
            if encoding in accepted and Path(file + ending).is_file():
                self.encoding = encoding
                return file + ending
        return file

    def guess_type(self, path: StrPath) -> str:
        """The type of the file itself, not of its copy."""
        name = str(path).removesuffix(ENCODINGS[self.encoding]) if self.encoding else path
        return super().guess_type(name)

    def end_headers(self) -> None:
        """Add what every response has."""
        if self.encoding:
            self.send_header("Content-Encoding", self.encoding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Security-Policy", self.policy)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        immutable = "/engine/" in self.path
        self.send_header(
            "Cache-Control", "max-age=31536000, immutable" if immutable else "no-cache"
        )
        super().end_headers()

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: a preview is not a log."""


def make_server(site: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server of ``site`` on the loopback address; a free port where ``port`` is 0 or taken."""
    handler = type("SiteHandler", (Handler,), {"policy": content_security_policy(site)})
    serve = partial(handler, directory=str(site))
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), serve)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), serve)


def address(server: ThreadingHTTPServer) -> str:
    """Where the server answers."""
    return f"http://127.0.0.1:{server.server_address[1]}/"
