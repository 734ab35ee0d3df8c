"""The headers that a host should send with the site: as strict as the site can bear.

The preview server sends them, the sample configurations in ``samples/`` write them.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

IMMUTABLE = "public, max-age=31536000, immutable"
"""For the engine, whose address changes with its content; anything else is asked for anew."""

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


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
