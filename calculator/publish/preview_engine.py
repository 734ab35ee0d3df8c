"""The engine while the site is previewed: a changed figure does not keep the pages waiting.

An engine takes some twenty seconds. The preview shows the changed page with the engine that there
is, makes the new one beside it, and then touches a file that the preview watches: the pages reload
once more and the calculator has the new figures, too. Until then a line on stderr says so.
"""

import logging
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from calculator.publish.engine.made_engines import (
    ENGINES,
    engine_key,
    engine_of,
    made_engine,
    newest_engine,
)
from calculator.publish.engine.trace_requests import requests
from calculator.standard.editions import Editions

log = logging.getLogger("mkdocs.preview")


class PreviewEngine:
    """Gives the engine that fits, or the newest that there is while the fitting one is made.

    ``mark`` is the file that is touched when an engine has been made.
    """

    def __init__(self, mark: Path, folder: Path = ENGINES) -> None:
        self.mark = mark
        self._folder = folder
        self._keyed: tuple[dict[str, Any], str] | None = None
        self._wanted: Callable[[], object] | None = None
        self._making: threading.Thread | None = None

    def engine_of(self, data: dict[str, Any], editions: Editions, *, stock: bool = False) -> Path:
        """The engine's folder; waits only where no engine was ever made."""
        if self._keyed is None or self._keyed[0] is not data:  # else nothing was read anew
            self._keyed = data, engine_key(data, requests(editions), stock=stock)
        engine = made_engine(self._keyed[1], self._folder)
        former = newest_engine(self._folder)
        make = partial(engine_of, data, editions, stock=stock, folder=self._folder)
        self._wanted = make if former and not engine else None
        return engine or former or make()

    def make_wanted(self) -> None:
        """Begin to make the engine that was missing, if any. After the pages: they would wait."""
        if self._wanted and not (self._making and self._making.is_alive()):
            log.info("The engine is being made anew; the calculator has the former one until then.")
            self._making = threading.Thread(target=self._make, args=[self._wanted], daemon=True)
            self._making.start()

    def join(self) -> None:
        """Wait until no engine is being made."""
        if self._making:
            self._making.join()

    def _make(self, make: Callable[[], object]) -> None:
        make()
        self.mark.touch()  # where figures changed meanwhile, the next build wants the next engine
