"""The headers that a host should send with the site: as strict as the site can bear.

The preview server sends them, the sample configurations in ``samples/`` write them.
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


def headers(site: Path) -> dict[str, str]:
    """Name and value of each header for the built site."""
    return {
        "Content-Security-Policy": content_security_policy(site),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def content_security_policy(site: Path) -> str:
    """The strictest policy under which the site works: what stands inline by its hash.

    That is the theme's scripts, and what the page 404.html carries with it.
    """
    pages = [page.read_text(encoding="utf-8") for page in site.rglob("*.html")]
    inline = {kind: _hashes(pages, pattern) for kind, pattern in _INLINE.items()}
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self' 'wasm-unsafe-eval'", *inline["script-src"]]),
            "worker-src 'self'",
            "connect-src 'self'",
            " ".join(["style-src 'self'", *inline["style-src"]]),
            "img-src 'self' data:",
            "base-uri 'self'",
            "form-action 'none'",
        ]
    )


def _hashes(pages: list[str], inline: re.Pattern[str]) -> list[str]:
    found = {text for page in pages for text in inline.findall(page)}
    return sorted(f"'sha256-{b64encode(sha256(s.encode()).digest()).decode()}'" for s in found)
