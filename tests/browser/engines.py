"""One face for the browsers that Playwright does not drive: Firefox ESR and WebKitGTK.

A start is a fresh profile; what is opened one after another shares it, so that a second visit can
be measured. Scripts go in by WebDriver, which the page's policy does not stop.
"""

import json
import shutil
from abc import ABC, abstractmethod
from typing import Any

from tests.browser.waiting import wait_until


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; a failure where none is."""
    path = next(filter(None, map(shutil.which, names)), None)
    assert path, f"none of {names} is installed: run `make setup`"
    return path


class Engine(ABC):
    """A running browser with one page."""

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called, and its version."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go there, in the same profile, and return once the page has loaded."""

    @abstractmethod
    def _evaluate(self, expression: str) -> str:
        """The text that a promise gives."""

    def run(self, expression: str) -> Any:
        """What a JavaScript expression, or the promise it is, gives, by way of JSON."""
        promise = f"Promise.resolve({expression})"
        return json.loads(self._evaluate(f"{promise}.then((it) => JSON.stringify(it ?? null))"))

    def wait_for(self, selector: str, *, seconds: float = 60) -> None:
        """Return once something on the page matches; AssertionError where nothing does in time."""
        seen = f"document.querySelector({json.dumps(selector)}) !== null"
        wait_until(lambda: bool(self.run(seen)), f"no {selector}", seconds)
