"""Around the page something is not as usual: storage, other tabs, the way back, the clock.

Each time what was typed stays, the points are those of the fields on show, and the page says what
happened.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, QUIET, Visit, chromium_path
from tests.browser.fields import choose, field, total
from tests.browser.firefox import firefox
from tests.browser.hosts import Counting, host

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


@pytest.fixture
def visitor(chromium: Browser, base: str) -> Iterator[Visit]:
    """Somebody on a phone, and what the page says in the console."""
    with _visitor(chromium, base) as visit:
        yield visit


@contextmanager
def _visitor(browser: Browser, base: str) -> Iterator[Visit]:
    context = browser.new_context(viewport=PHONE, locale="zh-CN")
    visit = Visit(context.new_page(), base)
    context.on("weberror", lambda error: visit.said.append(str(error.error)))
    context.on("console", lambda message: visit.said.append(message.text))
    yield visit
    context.close()


@pytest.mark.parametrize("storage", [DENIED, FULL], ids=["denied", "full"])
def test_a_storage_that_is_shut_or_full_is_said(visitor: Visit, storage: str) -> None:
    """As in private windows: it is not kept, the fields stay, the header works."""
    visitor.page.add_init_script(storage)
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("96")
    total(page, "480", "")
    page.locator("#store").click()
    expect(page.locator("#kept")).to_contain_text("这台设备不让保存，可以存成文件")
    expect(page.locator("#restore")).to_be_hidden()
    page.get_by_role("button", name="大字").click()
    expect(page.locator("html")).to_have_attribute("data-comfort", "large")
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
    with host(copy, Counting) as (base, sent), _visitor(chromium, base) as visit:
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


def test_back_to_a_page_that_the_browser_kept(chromium: Browser, base: str) -> None:
    """From another page of the guide: fields and points as they were left, and they go on."""
    keeping = chromium.browser_type.launch(
        executable_path=chromium_path(),
        args=QUIET,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    with _visitor(keeping, base) as visit:
        page = _there_and_back(visit)
        assert page.evaluate("self.mark") == "kept"
        expect(field(page, "social_insurance_months")).to_have_value("96")
        total(page, "480", "")
        field(page, "social_insurance_months").fill("12")
        total(page, "60", "")
        assert visit.said == []
    keeping.close()


def test_back_to_a_page_that_was_let_go(visitor: Visit) -> None:
    """Nothing is kept unasked: the fields are empty, and the points are those of empty fields."""
    page = _there_and_back(visitor)
    total(page, "0", "")
    expect(field(page, "social_insurance_months")).to_have_value("")
    expect(page.locator('[name="standard"]:checked')).to_have_value("suzhou-2016")
    assert visitor.said == []


def _there_and_back(visit: Visit) -> Page:
    page = visit.open_calculator()
    page.evaluate("self.mark = 'kept'")
    choose(page, "standard", "suzhou-2021")
    choose(page, "standard", "suzhou-2016")
    field(page, "social_insurance_months").fill("96")
    total(page, "480", "")
    page.locator(".md-footer a").first.press("Enter")
    expect(page.locator("#calculator")).to_have_count(0)
    page.go_back(wait_until="commit")
    expect(page.locator("#calculator")).to_have_attribute("data-engine", "ready")
    return page


@pytest.mark.parametrize("now", ["1970-01-01", "9999-12-31T20:00:00Z"])
def test_a_wild_clock_is_said_and_the_day_can_be_set(visitor: Visit, now: str) -> None:
    """No points for a day of which nothing is known; all is well with one that is set."""
    page = visitor.page
    page.clock.set_fixed_time(now)
    visitor.open("calculator/")
    expect(page.locator("#headline")).to_have_text("先选好日期，再估算。")
    expect(page.locator('[data-error-of="on"]')).to_contain_text("2000 年到 2100 年之间的日期")
    field(page, "social_insurance_months").fill("96")
    expect(page.locator("#total")).to_have_text("—")
    field(page, "on").fill("2016-05-15")
    total(page, "480", "")
    expect(field(page, "social_insurance_months")).to_have_value("96")
    assert visitor.said == []


def test_a_day_that_no_edition_rules_is_said(visitor: Visit) -> None:
    """A clock far ahead: the points are there, and that nobody knows the edition of that day."""
    visitor.page.clock.set_fixed_time("2100-06-01T12:00:00+08:00")
    page = visitor.open_calculator()
    expect(field(page, "on")).to_have_value("2100-06-01")
    expect(page.locator("#newer")).to_contain_text(
        "2100 年 6 月 1 日管落户的是哪一版，公开来源没有见到"
    )
    assert visitor.said == []


def test_midnight_does_not_change_the_day_on_show(visitor: Visit) -> None:
    """The day of the estimate stands in its field until the visitor changes it or clears all."""
    page = visitor.page
    page.clock.install(time="2026-11-23T23:59:50+08:00")
    visitor.open_calculator()
    field(page, "birth_date").fill("1990-11-24")
    page.clock.fast_forward(60_000)
    field(page, "social_insurance_months").fill("96")
    expect(page.locator('#total:not([data-low="0"])')).to_be_visible()
    expect(field(page, "on")).to_have_value("2026-11-23")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#result-head")).to_contain_text("情况截至 2026-11-23，打印于 2026-11-24")
    page.locator("#clear").click()
    expect(field(page, "on")).to_have_value("2026-11-24")
    assert visitor.said == []


def test_no_time_is_negative_where_the_clock_goes_back(visitor: Visit) -> None:
    """How long the self-proof took is told by another clock."""
    page = visitor.page
    page.add_init_script(
        """const Real = Date;
        let now = 1e12;
        self.Date = class extends Real {
          constructor(...given) { given.length ? super(...given) : super((now -= 1e6)); }
          static now() { return (now -= 1e6); }
        };"""
    )
    visitor.open("proof/").get_by_role("button", name="开始自检").click()
    expect(page.locator("#proof")).to_have_attribute("data-verdict", "passed", timeout=120_000)
    for name in ("start", "each", "all"):
        told = page.locator(f'[data-tell="{name}"]').inner_text()
        assert all(float(number) >= 0 for number in re.findall(r"-?[\d.]+", told)), told
        assert "NaN" not in told
    assert visitor.said == []


def test_firefox_without_storage(base: str) -> None:
    """A private window in which nothing may be stored: points all the same, and that is said."""
    shut = {"browser.privatebrowsing.autostart": True, "network.cookie.cookieBehavior": 2}
    with firefox(shut) as engine:
        engine.open(f"{base}calculator/")
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
        assert engine.run("document.querySelector('#kept').textContent") == (
            "这台设备不让保存，可以存成文件。"
        )
