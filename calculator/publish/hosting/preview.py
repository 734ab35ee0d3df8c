"""MkDocs' preview server with the headers of a well-kept host.

The policy is as strict as on the built site, so that what it forbids shows while one works. MkDocs
adds its live-reload script to each page as it is sent, with the time in it; only what stands inline
in the very page is allowed, by its hash.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from calculator.publish.hosting.headers import IMMUTABLE, embed_headers, page_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def strict(application: "WSGIApplication") -> "WSGIApplication":
    """The application of MkDocs' server with our headers on each response."""

    def respond(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(status: str, given: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:
            begun.append((status, given))
            return lambda _: None

        body = application(environ, begin)
        [(status, given)] = begun
        if "text/html" in dict(given).get("Content-Type", ""):
            text = b"".join(body)
            body, ours = [text], page_headers(text.decode())
        else:
            ours = embed_headers("")
        keep = IMMUTABLE if "/engine/" in environ["PATH_INFO"] else "no-cache"
        start(status, [*given, *ours.items(), ("Cache-Control", keep)])
        return body

    return respond
