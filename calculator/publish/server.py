"""A preview server on the loopback address, with the headers a government host would send."""

import re
from base64 import b64encode
from functools import partial
from hashlib import sha256
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

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

    def end_headers(self) -> None:
        """Add what every response has."""
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
