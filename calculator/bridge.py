"""The one door between the page and the module: JSON text in, JSON text out.

The page sends what was typed; everything that it shows comes back as words and numbers. What each
request gives is told in ``calculator.door``.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, cast

from calculator.door.estimated import answer_estimate
from calculator.door.keeping import answer_keep, answer_open
from calculator.door.later import answer_later
from calculator.door.proof import answer_about, answer_prove
from calculator.editions import Editions, read_editions
from calculator.number import read_number

Answerer: TypeAlias = Callable[[Mapping[str, Any], Editions], dict[str, Any]]

_ANSWERERS: Final[Mapping[str, Answerer]] = {
    "estimate": answer_estimate,
    "later": answer_later,
    "keep": answer_keep,
    "open": answer_open,
    "prove": answer_prove,
    "about": lambda _, editions: answer_about(shipped_tables(), editions),
}


def respond(request: str) -> str:
    """The answer to one request of the page. Raises ``ValueError`` where it is no JSON."""
    asked = json.loads(request, parse_float=read_number)
    return json.dumps(answer(asked, shipped_editions()), ensure_ascii=False)


def answer(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """What the page shows for one request; ``ask`` names it, ``estimate`` where it is missing."""
    answerer = _ANSWERERS.get(str(request.get("ask", "estimate")))
    return answerer(request, editions) if answerer else {"error": "不认识这个请求"}


@cache
def shipped_editions() -> Editions:
    """The editions as the build made them for the browser."""
    return read_editions(json.loads(shipped_tables(), parse_float=read_number))


def shipped_tables() -> bytes:
    """The tables of all standards, beside this module in its archive."""
    loader = cast("Any", globals()["__loader__"])
    tables: bytes = loader.get_data(__file__.rpartition("/")[0] + "/standards.json")
    return tables
