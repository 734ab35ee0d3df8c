"""The only entry for the page's scripts: the JSON text of a request in, that of the answer out.

What each request holds and what its answer holds stands in ``contract.py``.
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
"""By ``ask``, the module of ``calculator.page_api`` that answers it with ``answer_<ask>``.

Each is imported when it is first asked: the first estimate waits for no other module.
"""


def respond(request: str) -> str:
    """The answer to one request, both as JSON text. Raises ``ValueError`` for text that is no JSON.

    Anything else that may be wrong with a request is said in the answer.
    """
    parsed = json.loads(request, parse_float=read_number)
    return json.dumps(answer(parsed, shipped_editions()), ensure_ascii=False)


def answer(request: Mapping[str, Any], editions: Editions) -> dict[str, Any]:
    """The answer to one request; ``ask`` says what is asked, ``estimate`` where it is missing."""
    ask = str(request.get("ask", "estimate"))
    if ask not in MODULES:
        return {"error": "不认识这个请求"}
    module = import_module(f"calculator.page_api.{MODULES[ask]}")
    answered: dict[str, Any] = getattr(module, f"answer_{ask}")(request, editions)
    return answered


@cache
def shipped_editions() -> Editions:
    """The editions in the ``standards.json`` that the build puts beside this module.

    Read with the module's loader: in the browser both are in an archive, not in a file system.
    """
    loader = cast("Any", globals()["__loader__"])
    tables = loader.get_data(__file__.rpartition("/")[0] + "/standards.json")
    return read_editions(json.loads(tables, parse_float=read_number))
