"""``make browsers``: every test in real browsers; what passed goes into ``assurance.json``.

python -m tests.browser
"""

import sys
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from tests.assurance import record
from tests.browser.conftest import chromium_path
from tests.browser.firefox import firefox
from tests.browser.webkit import webkit


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
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        found = [f"Chromium {browser.version.partition('.')[0]}"]
        browser.close()
    for start in (firefox, webkit):
        with start() as engine:
            found.append(engine.name)
    return found


def main() -> int:
    """Pytest's exit code."""
    passed = Passed()
    code = int(pytest.main([str(Path(__file__).parent), "-q"], plugins=[passed]))
    if not code:
        record("browsers", "site", {"passed": passed.files, "browsers": browsers()})
    return code


if __name__ == "__main__":
    sys.exit(main())
