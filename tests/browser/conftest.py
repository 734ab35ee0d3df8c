"""A real browser on the built site, served on the loopback address with a strict policy."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.publish.hosting.server import address, make_server
from tests.browser.chromium import chromium_started
from tests.browser.engines import Engine
from tests.browser.firefox import firefox
from tests.browser.visits import DESK, PHONE, Visit, WarmPages, visiting
from tests.browser.webkit import webkit
from tests.once import once
from tests.support import ROOT

WIDTHS: Final = {"390px": PHONE, "1280px": DESK}

expect.set_options(timeout=20_000)  # of a machine that has other work, too


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make build`` builds it; once, whoever of the workers comes first."""

    def build() -> None:
        subprocess.run([sys.executable, "build_site.py"], cwd=ROOT, check=True, stdout=sys.stderr)

    once("site", build, tmp_path_factory)
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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with chromium_started() as browser:
        yield browser


@pytest.fixture
def visitor(chromium: Browser, base: str) -> Iterator[Visit]:
    """A fresh visitor at a desk, where every step is seen; the width is no matter."""
    with visiting(chromium, base) as visit:
        yield visit


@pytest.fixture(params=list(WIDTHS.values()), ids=list(WIDTHS))
def visitor_by_width(
    chromium: Browser, base: str, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A fresh visitor, on a phone and at a desk."""
    with visiting(chromium, base, request.param) as visit:
        yield visit


@pytest.fixture(scope="session")
def warm_pages(chromium: Browser, base: str) -> Iterator[WarmPages]:
    """The calculators that stay loaded."""
    pages = WarmPages(chromium, base)
    yield pages
    pages.close()


@pytest.fixture
def calculator(warm_pages: WarmPages) -> Iterator[Page]:
    """The calculator at a desk after its first estimate, loaded before and cleared."""
    with warm_pages.lend() as page:
        yield page


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(firefox, id="firefox", marks=pytest.mark.xdist_group("firefox")),
        pytest.param(webkit, id="webkit", marks=pytest.mark.xdist_group("webkit")),
    ],
)
def other_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Firefox, and WebKitGTK: a visitor each, who opens one page after another."""
    with request.param() as engine:
        yield engine
