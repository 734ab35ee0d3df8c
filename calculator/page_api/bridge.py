"""The one way from the page to the module: JSON text in, JSON text out.

The page sends what was typed; everything that it shows comes back as words and numbers. What each
request gives is told in ``calculator.page_api``.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final, cast

from calculator.standard.editions import Editions, read_editions
from calculator.values.number import read_number

MODULES: Final[Mapping[str, str]] = {
    "estimate": "estimate",
    "later": "outlook",
    "keep": "save_open",
    "open": "save_open",
    "prove": "self_check",
    "about": "self_check",
}
"""Which module of ``calculator.page_api`` answers what; each is loaded when it is first asked."""


def respond(request: str) -> str:
    """The answer to one request of the page. Raises ``ValueError`` where it is no JSON."""
    asked = json.loads(request, parse_float=read_number)
    return json.dumps(answer(asked, shipped_editions()), ensure_ascii=False)


def answer(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """What the page shows for one request; ``ask`` names it, ``estimate`` where it is missing."""
    ask = str(request.get("ask", "estimate"))
    if ask not in MODULES:
        return {"error": "不认识这个请求"}
    module = import_module(f"calculator.page_api.{MODULES[ask]}")
    answered: dict[str, Any] = getattr(module, f"answer_{ask}")(request, editions)
    return answered


@cache
def shipped_editions() -> Editions:
    """The editions as the build made them for the browser, beside this module in its archive."""
    loader = cast("Any", globals()["__loader__"])
    tables = loader.get_data(__file__.rpartition("/")[0] + "/standards.json")
    return read_editions(json.loads(tables, parse_float=read_number))
