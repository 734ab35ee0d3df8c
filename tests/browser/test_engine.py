"""The engine in the page: that two builds make the same one, its stages, and its failures."""

import json
import os
import re
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from calculator.publish.engine.made_engines import engine_of
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data
from tests.browser.visits import Visit
from tests.support import AT_NIGHT

RETRIES = 50 if AT_NIGHT else 10


def test_two_builds_make_the_same_engine(site: Path, tmp_path: Path) -> None:
    """The folder's name is a hash of what is in it."""
    data = load_data()
    stock = os.environ.get("ENGINE") == "stock"
    again = engine_of(data, read_editions(data), stock=stock, folder=tmp_path)
    assert [engine.name for engine in (site / "engine").iterdir()] == [again.name]


def test_manifest_tells_every_file(site: Path) -> None:
    """Name, bytes and SHA-256 of each file beside the manifest."""
    [engine] = (site / "engine").iterdir()
    told = {
        file.pop("name"): file
        for file in json.loads((engine / "manifest.json").read_text())["files"]
    }
    assert told == {
        file.name: {"bytes": file.stat().st_size, "sha256": sha256(file.read_bytes()).hexdigest()}
        for file in engine.iterdir()
        if file.name != "manifest.json"
    }


def test_guide_pages_do_not_load_the_engine(visitor: Visit) -> None:
    """Only the calculator brings it."""
    visitor.open("standard/").wait_for_load_state("networkidle")
    assert [url for url in visitor.requests if "/engine/" in url] == []


def test_retries_leave_one_worker_and_no_more_memory(visitor: Visit) -> None:
    """Each retry is a fresh worker and the old one is gone, with its memory."""
    page = visitor.page
    page.route("**/engine.wasm*", lambda route: route.fulfill(status=404))
    page.goto(f"{visitor.base}calculator/")
    _fail_again(page, 5)
    before = _memory(page)
    _fail_again(page, RETRIES)
    assert _engines(page) <= 1
    assert _memory(page) <= before * 1.1
    page.unroute("**/engine.wasm*")
    page.get_by_role("button", name="重试").click()
    page.locator('#calculator[data-engine="ready"]').wait_for()
    assert _engines(page) == 1


def test_old_browser_is_told_before_anything_is_downloaded(visitor: Visit) -> None:
    """Without what Pyodide needs nothing is loaded, and the visitor is led to paper."""
    visitor.page.add_init_script("delete WebAssembly.Tag")
    page = visitor.open("calculator/")
    expect(page.locator("#calculator")).to_have_attribute("data-cause", "old")
    expect(page.locator("#engine-status")).to_contain_text("这个浏览器太旧")
    assert [url for url in visitor.requests if "/engine/" in url] == []


def test_policy_without_wasm_is_told(visitor: Visit) -> None:
    """A content security policy that forbids WebAssembly ends in words, not in waiting."""
    page = visitor.page

    def forbid(route: Route) -> None:
        response = route.fetch()
        policy = response.headers["content-security-policy"].replace("'wasm-unsafe-eval'", "")
        route.fulfill(
            response=response, headers={**response.headers, "content-security-policy": policy}
        )

    page.route("**/worker.js", forbid)
    visitor.open("calculator/")
    expect(page.locator("#calculator")).to_have_attribute("data-cause", "forbidden")


def _fail_again(page: Page, times: int) -> None:
    for _ in range(times):
        page.locator('#calculator[data-engine="failed"]').wait_for()
        page.get_by_role("button", name="重试").click()
    page.locator('#calculator[data-engine="failed"]').wait_for()


def _engines(page: Page) -> int:
    return len([worker for worker in page.workers if "/engine/" in worker.url])


def _memory(page: Page) -> float:
    """Resident bytes of the processes that show pages, after collecting what is not used."""
    browser = page.context.browser
    assert browser
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.detach()
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    renderers = [process["id"] for process in processes if process["type"] == "renderer"]
    return sum(
        int(re.findall(r"VmRSS:\s+(\d+)", Path(f"/proc/{renderer}/status").read_text())[0])
        for renderer in renderers
    )
