"""The way back, and the clock: the points are those of the day and the fields on show, or none."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import QUIET, chromium_path
from tests.browser.fields import choose, field, total
from tests.browser.self_check import bring_few, prove
from tests.browser.visits import Visit, visiting


def test_back_to_a_page_that_the_browser_kept(chromium: Browser, base: str) -> None:
    """From another page of the guide: fields and points as they were left, and they go on."""
    keeping = chromium.browser_type.launch(
        executable_path=chromium_path(),
        args=QUIET,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    with visiting(keeping, base) as visit:
        page = _there_and_back(visit)
        assert page.evaluate("self.mark") == "kept"
        expect(field(page, "social_insurance_months")).to_have_value("96")
        total(page, "480", "")
        field(page, "social_insurance_months").fill("12")
        total(page, "60", "")
        assert visit.said == []
    keeping.close()


def test_back_to_a_page_that_was_let_go(visitor: Visit) -> None:
    """What was typed comes back with the tab, and the points with it."""
    page = _there_and_back(visitor)
    assert page.evaluate("self.mark ?? null") is None
    expect(field(page, "social_insurance_months")).to_have_value("96")
    expect(page.locator('[name="standard"]:checked')).to_have_value("suzhou-2016")
    total(page, "480", "")
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
    page.clock.set_system_time("2026-11-24T00:00:10+08:00")
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
    bring_few(page)
    prove(visitor, "passed")
    for name in ("start", "each", "all"):
        told = page.locator(f'[data-tell="{name}"]').inner_text()
        assert all(float(number) >= 0 for number in re.findall(r"-?[\d.]+", told)), told
        assert "NaN" not in told
    assert visitor.said == []
