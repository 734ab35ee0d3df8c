"""``make browsers``: every test in real browsers; what passed goes into ``assurance.json``.

python -m tests.browser
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Final

import pytest

from tests.assurance import record
from tests.browser.chromium import chromium_started
from tests.browser.firefox import firefox
from tests.browser.webkit import webkit

TWO_WORKERS: Final = ("-n", "2", "--dist", "loadgroup", "--no-loadscope-reorder")
"""As in the Makefile."""


class Passed:
    """Counts the tests that pass, by file."""

    def __init__(self) -> None:
        self.files: Counter[str] = Counter()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One part of one test is over."""
        if report.when == "call" and report.passed:
            self.files[Path(report.nodeid.partition("::")[0]).stem] += 1


def browsers() -> list[str]:
    """The names and versions of the browsers here, as they say them."""
    with chromium_started() as browser:
        found = [f"Chromium {browser.version.partition('.')[0]}"]
    for start in (firefox, webkit):
        with start() as engine:
            found.append(engine.name)
    return found


def main() -> int:
    """Pytest's exit code."""
    passed = Passed()
    folder = str(Path(__file__).parent)
    code = int(pytest.main([folder, "-q", *TWO_WORKERS], plugins=[passed]))
    if not code:
        record("browsers", "site", {"passed": passed.files, "browsers": browsers()})
    return code


if __name__ == "__main__":
    sys.exit(main())
