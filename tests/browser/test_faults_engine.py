"""The engine's files are missing, cut, corrupt, slow or something else; or its worker is gone.

Each time what was typed stays, the page says what happened, and 重试 brings the points as soon as
the host is mended, past what the browser has kept of a broken file.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.fields import choose, field, total
from tests.browser.hosts import Fault, Faulty, host
from tests.browser.visits import DESK, EXPLAINED

STATUS = "#engine-status"
GET, CHECK, DOWNLOAD = "没能取到计算程序的文件", "收到的文件不对", "没能下载完"


def gone(_: bytes) -> bytes:
    """A file that is not there."""
    return b""


def half(content: bytes) -> bytes:
    """A copy that was broken off: the host knows no more of it."""
    return content[: len(content) // 2]


def unfinished(content: bytes) -> bytes:
    """A script that was broken off inside a block, so that it is none wherever its middle lies."""
    return content[: content.rindex(b"{\n", 0, len(content) // 2) + 2]


def corrupt(content: bytes) -> bytes:
    """Some bytes in the middle are others."""
    middle = len(content) // 2
    others = bytes(255 - byte for byte in content[middle : middle + 64])
    return content[:middle] + others + content[middle + 64 :]


def home_page(_: bytes) -> bytes:
    """What some hosts send for all that they lack."""
    return b"<!doctype html><title>Welcome</title>"


FAULTS = {
    "no worker": (Fault("worker.js", gone), GET),
    "script named as text": (Fault("pyodide.js", type="text/plain"), GET),
    "corrupt script": (Fault("pyodide.asm.js", corrupt), CHECK),
    "no engine": (Fault("engine.wasm", gone), GET),
    "half an engine": (Fault("engine.wasm", half), DOWNLOAD),
    "corrupt engine": (Fault("engine.wasm", corrupt), CHECK),
    "home page for an engine": (Fault("engine.wasm", home_page, "text/html"), CHECK),
    "cut on the way": (Fault("engine.wasm", pieces=lambda all_: [half(all_)]), DOWNLOAD),
}


@contextmanager
def visited(
    chromium: Browser, site: Path, fault: Fault | None
) -> Iterator[tuple[Page, type[Faulty]]]:
    """The calculator on such a host, typed into before the engine is there; and the host."""
    kind = type("Faulty", (Faulty,), {"fault": fault})
    with host(site, kind) as (base, _):
        context = chromium.new_context(viewport=DESK, locale="zh-CN")
        page = context.new_page()
        page.clock.install()
        page.goto(f"{base}{EXPLAINED}")
        choose(page, "track", "schooling")
        field(page, "social_insurance_months").fill("96")
        choose(page, "education", "bachelor")
        yield page, kind
        context.close()


def mended(page: Page, kind: type[Faulty]) -> None:
    """From now on all is well, and the visitor tries again."""
    kind.fault = None
    page.get_by_role("button", name="重试").click()
    total(page, "540", "")
    still_there(page)


def still_there(page: Page) -> None:
    """What was typed."""
    expect(page.locator('[name="track"]:checked')).to_have_value("schooling")
    expect(field(page, "social_insurance_months")).to_have_value("96")
    expect(page.locator('[name="education"]:checked')).to_have_value("bachelor")


@pytest.mark.parametrize(("fault", "words"), FAULTS.values(), ids=FAULTS)
def test_a_broken_file_is_told_and_a_retry_mends_it(
    chromium: Browser, site: Path, fault: Fault, words: str
) -> None:
    """The cause in words; the answers in their fields; the points after the retry."""
    with visited(chromium, site, fault) as (page, kind):
        expect(page.locator(STATUS)).to_contain_text(words)
        expect(page.locator(STATUS)).to_contain_text("已填的内容都还在")
        expect(page.locator(f"{STATUS} a")).to_have_attribute("href", "../worksheet/")
        still_there(page)
        mended(page, kind)


def test_a_broken_file_is_not_met_again(chromium: Browser, site: Path) -> None:
    """The browser may keep the engine for a year; after the retry what it keeps is whole."""
    with visited(chromium, site, Fault("worker.js", unfinished)) as (page, kind):
        expect(page.locator(STATUS)).to_contain_text(GET)
        mended(page, kind)
        page.reload()
        total(page, "540", "")


def test_a_slow_file_is_waited_for(chromium: Browser, site: Path) -> None:
    """Megabytes are told meanwhile, and no failure; the points come by themselves."""
    seen = Event()

    def slowly(content: bytes) -> Iterator[bytes]:
        step = len(content) // 10 + 1
        for start in range(0, len(content), step):
            yield content[start : start + step]
            if start > len(content) / 2:
                seen.wait(60)

    with visited(chromium, site, Fault("engine.wasm", pieces=slowly)) as (page, _):
        page.clock.run_for(3_000)
        expect(page.locator(STATUS)).to_contain_text(
            re.compile(r"计算程序正在准备（\d\.\d / \d\.\d MB）")
        )
        still_there(page)
        seen.set()
        total(page, "540", "")
        still_there(page)
        expect(page.locator(STATUS)).to_have_text("")


def test_a_file_that_stops_coming_is_told(chromium: Browser, site: Path) -> None:
    """Half of it and then nothing, without an end."""
    enough = Event()

    def stalling(content: bytes) -> Iterator[bytes]:
        yield half(content)
        enough.wait(60)

    with visited(chromium, site, Fault("engine.wasm", pieces=stalling)) as (page, kind):
        page.clock.run_for(4_000)
        expect(page.locator(STATUS)).to_contain_text("MB")
        for _ in range(2):  # what was on its way has come by the second
            page.clock.run_for(50_000)
        expect(page.locator(STATUS)).to_contain_text("很久没有收到数据")
        enough.set()
        mended(page, kind)


def test_a_worker_that_is_killed_is_told(chromium: Browser, site: Path) -> None:
    """It ends without an error, as where memory runs out: no answer comes, and that is said."""
    with visited(chromium, site, None) as (page, kind):
        total(page, "540", "")
        page.workers[-1].evaluate("setTimeout(() => self.close())")
        field(page, "social_insurance_months").fill("97")
        page.clock.run_for(30_000)
        expect(page.locator(STATUS)).to_contain_text("没有回应，可能是设备的内存不够")
        expect(field(page, "social_insurance_months")).to_have_value("97")
        field(page, "social_insurance_months").fill("96")
        mended(page, kind)
