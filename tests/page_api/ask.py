"""Asking as the page does, through ``bridge.answer``."""

from typing import Any

from calculator.page_api.bridge import answer
from tests.support import editions


def ask(
    what: str = "estimate",
    on: str = "2016-05-15",
    track: str = "settlement",
    standard: str = "suzhou-2016",
    **fields: str,
) -> dict[str, Any]:
    """The answer to one request; ``__`` in a field's name stands for a dot."""
    typed = {name.replace("__", "."): text for name, text in fields.items()}
    about = {"ask": what, "standard": standard, "track": track, "on": on, "today": on}
    return answer(about | {"fields": typed}, editions())
