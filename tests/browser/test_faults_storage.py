"""Storage is shut or full; other tabs keep, clear, or bring a new release.

Each time what was typed stays, and the page says what happened.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.fields import field, tools, total
from tests.browser.firefox import firefox
from tests.browser.hosts import Counting, host
from tests.browser.visits import EXPLAINED, Visit, visiting

DENIED = """for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(self, name, {
    get() { throw new DOMException("denied", "SecurityError"); },
  });
}"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); };
for (const kind of [IDBFactory, Cache, CacheStorage]) {
  for (const name of ["open", "put", "add", "addAll"]) {
    if (name in kind.prototype) kind.prototype[name] = async () => {
      throw new DOMException("", "QuotaExceededError");
    };
  }
}"""


@pytest.mark.parametrize("storage", [DENIED, FULL], ids=["denied", "full"])
def test_a_storage_that_is_shut_or_full_is_said(visitor: Visit, storage: str) -> None:
    """As in private windows: it is not kept, the fields stay, the header works."""
    visitor.page.add_init_script(storage)
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("96")
    total(page, "480", "")
    tools(page)
    page.locator("#store").click()
    expect(page.locator("#kept")).to_contain_text("这台设备不让保存，可以存成文件")
    expect(page.locator("#restore")).to_be_hidden()
    page.get_by_role("button", name="大字").click()
    expect(page.locator("html")).to_have_attribute("data-reading-modes", "large")
    page.locator("label[title='切换到深色']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(field(page, "social_insurance_months")).to_have_value("96")
    total(page, "480", "")
    page.locator("#clear").click()
    total(page, "0", "")
    assert visitor.said == []


def test_two_tabs_do_not_mix(visitor: Visit) -> None:
    """Each its answers and points; what one has cleared is not there for the other, and said."""
    first = visitor.open_calculator()
    field(first, "social_insurance_months").fill("96")
    tools(first)
    first.locator("#store").click()
    expect(first.locator("#kept")).to_contain_text("已存在这台设备")
    second = visitor.page.context.new_page()
    second.goto(first.url)
    total(second, "0", "")
    field(second, "social_insurance_months").fill("12")
    total(second, "60", "")
    total(first, "480", "")
    first.locator("#clear").click()
    total(first, "0", "")
    total(second, "60", "")
    second.locator("#restore").click()
    expect(second.locator("#kept")).to_have_text("这台设备上已经没有存着的内容。")
    expect(field(second, "social_insurance_months")).to_have_value("12")


def test_a_release_between_two_tabs(chromium: Browser, site: Path, tmp_path: Path) -> None:
    """The old tab goes on with what it has loaded, the new one has the new engine."""
    copy = shutil.copytree(site, tmp_path / "site")
    [engine] = (copy / "engine").iterdir()
    with host(copy, Counting) as (base, sent), visiting(chromium, base) as visit:
        old = visit.open_calculator()
        engine.rename(engine.with_name("released"))
        html = copy / "calculator/index.html"
        html.write_text(html.read_text("utf-8").replace(engine.name, "released"), "utf-8")
        new = visit.page.context.new_page()
        new.goto(old.url)
        total(new, "0", "")
        assert sent.of("/engine/released/") > 0
        field(old, "social_insurance_months").fill("96")
        total(old, "480", "")
        total(new, "0", "")
        assert visit.said == []


def test_firefox_without_storage(base: str) -> None:
    """A private window in which nothing may be stored: points all the same, and that is said."""
    shut = {"browser.privatebrowsing.autostart": True, "network.cookie.cookieBehavior": 2}
    with firefox(shut) as engine:
        engine.open(f"{base}{EXPLAINED}")
        assert engine.run("(() => { try { return !localStorage } catch { return true } })()")
        engine.wait_for('#calculator[data-engine="ready"] #total[data-low="0"]')
        engine.run(
            """(() => {
              const months = document.querySelector('[name="social_insurance_months"]');
              months.value = "96";
              months.dispatchEvent(new Event("input", { bubbles: true }));
              document.querySelector("#store").click();
            })()"""
        )
        engine.wait_for('#total[data-low="480"]')
        engine.wait_for("#kept:not(:empty)")
        assert engine.run("document.querySelector('#kept').textContent") == (
            "这台设备不让保存，可以存成文件。"
        )
