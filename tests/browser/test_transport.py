"""The engine comes whole and small from any host, and once."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from calculator.publish.engine.budgets import LIMITS, PAGE_LIMIT
from calculator.publish.engine.compress import gzipped
from tests.browser.hosts import Counting, EncodedCopies, Gzip, Plain, Sent, WrongTypes, host
from tests.browser.visits import READY


@contextmanager
def visited(chromium: Browser, site: Path, kind: type[Counting]) -> Iterator[tuple[Page, Sent]]:
    """The calculator on such a host, ready, and what the host has sent."""
    with host(site, kind) as (base, sent):
        context = chromium.new_context()
        page = context.new_page()
        page.goto(f"{base}calculator/")
        page.locator(READY).wait_for(state="attached", timeout=60_000)
        yield page, sent
        context.close()


@pytest.mark.parametrize(
    ("kind", "limit"),
    [(Counting, "brotli"), (Gzip, "gzip"), (Plain, "plain"), (WrongTypes, "plain")],
)
def test_engine_over_the_wire_is_within_its_budget(
    chromium: Browser, site: Path, kind: type[Counting], limit: str
) -> None:
    """Bytes sent for the engine on a first visit, headers included, as the host counts them."""
    with visited(chromium, site, kind) as (_, sent):
        assert 0 < sent.of("/engine/") <= LIMITS[limit], sent.bytes


@pytest.mark.parametrize("kind", [Counting, Gzip, Plain, WrongTypes, EncodedCopies])
def test_second_visit_brings_nothing_of_the_engine(
    chromium: Browser, site: Path, kind: type[Counting]
) -> None:
    """The engine is in the browser's cache."""
    with visited(chromium, site, kind) as (page, sent):
        sent.clear()
        page.goto(page.url)
        page.locator(READY).wait_for(state="attached", timeout=60_000)
        assert sent.of("/engine/") == 0, sent.bytes


def test_new_release_is_seen_at_once(chromium: Browser, site: Path, tmp_path: Path) -> None:
    """The visit after a release loads the new engine, though the old one is still cached."""
    copy = shutil.copytree(site, tmp_path / "site")
    [engine] = (copy / "engine").iterdir()
    with visited(chromium, copy, Counting) as (page, sent):
        engine.rename(engine.with_name("released"))
        html = copy / "calculator/index.html"
        html.write_text(html.read_text("utf-8").replace(engine.name, "released"), "utf-8")
        sent.clear()
        page.goto(page.url)
        page.locator(READY).wait_for(state="attached", timeout=60_000)
        assert sent.of("/engine/released/") > LIMITS["brotli"] / 2
        assert sent.of(f"/engine/{engine.name}/") == 0


def test_page_without_the_engine_is_within_its_budget(chromium: Browser, site: Path) -> None:
    """Everything else that a first visit brings, as a host with gzip sends it."""
    with visited(chromium, site, Plain) as (page, sent):
        page.wait_for_load_state("networkidle")
        paths = [path for path in sent.times if "/engine/" not in path and "search" not in path]
    files = [site / path.strip("/") for path in paths]
    contents = [(file / "index.html" if file.is_dir() else file).read_bytes() for file in files]
    assert 0 < sum(len(gzipped(content)) for content in contents) <= PAGE_LIMIT, paths


def test_files_come_once(chromium: Browser, site: Path) -> None:
    """No file of the engine is asked for twice on a first visit."""
    with visited(chromium, site, Counting) as (_, sent):
        assert {path: times for path, times in sent.times.items() if times > 1} == {}
