"""The engine while the site is previewed: a changed figure does not keep the pages waiting.

An engine takes some twenty seconds. The preview shows the changed page with the engine that there
is, makes the new one beside it, and then touches a file that the preview watches: the pages reload
once more and the calculator has the new figures, too. Until then a line on stderr says so.
"""

import logging
import threading
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
        self._making: threading.Thread | None = None
        self._key: tuple[dict[str, Any], str] | None = None

    def engine_of(self, data: dict[str, Any], editions: Editions, *, stock: bool = False) -> Path:
        """The engine's folder; waits only where no engine was ever made."""
        if self._key is None or self._key[0] is not data:  # else nothing was read anew
            self._key = data, engine_key(data, requests(editions), stock=stock)
        key = self._key[1]
        engine = made_engine(key, self._folder)
        if engine:
            return engine
        former = newest_engine(self._folder)
        if former is None:
            return engine_of(data, editions, stock=stock, folder=self._folder)
        if self._making is None or not self._making.is_alive():
            log.info("The engine is being made anew; the calculator has the former one until then.")
            self._making = threading.Thread(
                target=self._make, args=(data, editions, stock), daemon=True
            )
            self._making.start()
        return former

    def _make(self, data: dict[str, Any], editions: Editions, stock: bool) -> None:  # noqa: FBT001
        engine_of(data, editions, stock=stock, folder=self._folder)
        self.mark.touch()  # where figures changed meanwhile, the next build makes the next engine
