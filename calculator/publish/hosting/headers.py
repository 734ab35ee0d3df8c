"""The headers that a host should send with the site: as strict as the site can bear.

The preview server sends them, the sample configurations in ``samples/`` write them. What is below
``embed/`` may be framed by the sites that its host lists, anything else only by itself. Pages also
carry their policy as ``<meta>``, for hosts that send no header: see ``write_policies``.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

IMMUTABLE = "public, max-age=31536000, immutable"
"""For the engine, whose address changes with its content; anything else is asked for anew."""

_INLINE = {
    "script-src": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL),
    "style-src": re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL),
}
_CHARSET = re.compile(r"<meta charset=[^>]*>")  # first of all, within what browsers look through


EMBED = "/embed/"
"""Part of every address below which frames on other sites are meant to be."""

SHORT = re.compile(r"/(embed|assets)/")
"""Addresses with the policy of ``embed/``: scripts and styles need none, so they get this one."""

OWN = "'self'"
HOSTS = "https://www.example.gov.cn"
"""In the samples, for the host to fill: the sites that may embed."""

HEADER_ONLY = ("frame-ancestors",)
"""Directives that browsers ignore in a ``<meta>``."""


def headers(site: Path) -> dict[str, str]:
    """Name and value of each header for the built site, but not for its pages to be embedded."""
    return _headers(content_security_policy(site))


def embed_headers(ancestors: str = HOSTS) -> dict[str, str]:
    """The same for what is below ``embed/``; ``ancestors``: origins that may embed, by spaces."""
    return _headers(embed_policy(ancestors))


def page_headers(text: str) -> dict[str, str]:
    """The same for one page alone, with the hashes of what stands inline in its ``text``."""
    inline = {kind: _hashes([text], pattern) for kind, pattern in _INLINE.items()}
    return _headers(_policy(inline, OWN))


def content_security_policy(site: Path) -> str:
    """The strictest policy under which the site works: what stands inline by its hash.

    That is the theme's scripts, and what the page 404.html carries with it.
    """
    own = [page for page in site.rglob("*.html") if not _embedded(page, site)]
    texts = [page.read_text("utf-8") for page in own]
    return _policy({kind: _hashes(texts, pattern) for kind, pattern in _INLINE.items()}, OWN)


def embed_policy(ancestors: str) -> str:
    """The policy of the pages to be embedded: they have no script of their own in them."""
    return _policy({kind: [] for kind in _INLINE}, f"{OWN} {ancestors}".strip())


def write_policies(site: Path) -> None:
    """Write into every page, as ``<meta>``, what of its policy browsers take from there."""
    policies = {False: content_security_policy(site), True: embed_policy("")}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        policy = "; ".join(
            directive
            for directive in policies[_embedded(page, site)].split("; ")
            if not directive.startswith(HEADER_ONLY)
        )
        metas = (
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="referrer" content="no-referrer">'
        )
        written, count = _CHARSET.subn(rf"\g<0>{metas}", text, count=1)
        if not count:
            raise RuntimeError(f"{page} names no charset")
        page.write_text(written, "utf-8")


def _embedded(page: Path, site: Path) -> bool:
    return EMBED in f"/{page.relative_to(site).as_posix()}"


def _headers(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def _policy(inline: dict[str, list[str]], ancestors: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *inline["script-src"]]),
            "worker-src 'self'",
            "connect-src 'self'",
            " ".join(["style-src 'self'", *inline["style-src"]]),
            "img-src 'self' data:",
            "frame-src 'self'",
            "base-uri 'self'",
            "form-action 'none'",
            f"frame-ancestors {ancestors}",
        ]
    )


def _hashes(pages: list[str], inline: re.Pattern[str]) -> list[str]:
    found = {text for page in pages for text in inline.findall(page)}
    return sorted(f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in found)
