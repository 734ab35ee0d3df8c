"""An example host on another origin: a page as a government site has it, with a strict policy.

It is no part of the site: it shows what a webmaster does, and what may go wrong there.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from calculator.publish.hosting.server import address, make_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

FOLDER = Path(__file__).with_name("host")
PAGE = (FOLDER / "page.html").read_text("utf-8")


class Host(SimpleHTTPRequestHandler):
    """The host's own files, and its page with what the webmaster pasted into it."""

    embedded: ClassVar[str]
    pasted: ClassVar[dict[str, str]]

    def do_GET(self) -> None:
        """A page of ours by its name, else a file."""
        name = self.path.strip("/")
        if name == "favicon.ico":
            self.send_response(204)
            return self.end_headers()
        if name not in self.pasted:
            return super().do_GET()
        content = PAGE.replace("{{frames}}", self.pasted[name]).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    def end_headers(self) -> None:
        """With the strictest policy under which a tag of another origin can stand."""
        self.send_header(
            "Content-Security-Policy",
            f"default-src 'none'; script-src 'self' {self.embedded}; frame-src {self.embedded}; "
            "style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'",
        )
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing."""


_ANSWER = """() => addEventListener("message", function answer({ data }) {
  if (data !== "echo") return;
  removeEventListener("message", answer);
  parent.postMessage("echo", "*");
})"""
_CALL = """() => new Promise((resolve) => {
  addEventListener("message", function hear({ data }) {
    if (data !== "echo") return;
    removeEventListener("message", hear);
    heard.splice(0, heard.length, ...heard.filter(({ data }) => data !== "echo"));
    requestAnimationFrame(() => requestAnimationFrame(resolve));
  });
  document.querySelector("iframe").contentWindow.postMessage("echo", "*");
})"""


def round_trip(page: Page) -> None:
    """Return once the host's page and its first frame have heard all that was sent before."""
    page.frames[1].evaluate(_ANSWER)
    page.evaluate(_CALL)


@contextmanager
def served(server: ThreadingHTTPServer) -> Iterator[str]:
    """The address of a server that runs meanwhile."""
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield address(server)
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def outside(site: Path, *, allowed: bool = True) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The addresses of a host and of the site, and what is pasted into the host's pages by name.

    They are of two origins, and ``localhost`` makes them two sites. ``allowed``: whether the site
    lists the host among those that may embed.
    """
    pasted: dict[str, str] = {}

    def handler(*arguments: object) -> Host:
        kind = type("ThisHost", (Host,), {"embedded": inner.rstrip("/"), "pasted": pasted})
        return kind(*arguments, directory=str(FOLDER))  # type: ignore[no-any-return]

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as host:
        origin = f"http://localhost:{host.server_address[1]}"
        with (
            make_server(site, ancestors=origin if allowed else "") as server,
            served(server) as inner,
            served(host),
        ):
            yield f"{origin}/", inner, pasted
