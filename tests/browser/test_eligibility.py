"""May I apply, until when, and how it compares with past lines: in words."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.fields import choose, field


def test_each_condition_is_met_or_unmet_or_unknown_in_words(visit: Visit) -> None:
    """Colour never stands alone."""
    page = visit.open_calculator()
    states = page.locator("#conditions .state")
    expect(states.first).to_have_text("还不清楚")
    choose(page, "insured_now", "true")
    expect(page.locator("#conditions .met .state").first).to_have_text("符合")
    choose(page, "insured_now", "false")
    expect(page.locator("#conditions .unmet .state").first).to_have_text("不符合")
    expect(page.locator("#verdict")).to_contain_text("还不能申请：在市区参加社会保险")
    expect(page.locator("#conditions .unmet .passport").first).to_contain_text("依据：")


def test_another_route_is_said(visit: Visit) -> None:
    """A homeowner's child needs no points."""
    page = visit.open_calculator()
    choose(page, "track", "schooling")
    choose(page, "owns_and_lives_in_urban_home", "true")
    expect(page.locator("#verdict")).to_contain_text("您可能不用积分")
    expect(page.locator("#conditions .another_route")).to_have_count(1)


def test_window_and_days_left_are_those_of_the_day(visit: Visit) -> None:
    """From 15 May to 31 October 2016 are 169 days."""
    page = visit.open_calculator()
    field(page, "on").fill("2016-05-15")
    expect(page.locator("#window")).to_contain_text(
        "可以申请，到 2016 年 10 月 31 日为止，还有 169 天"
    )
    field(page, "on").fill("2016-12-01")
    expect(page.locator("#window")).to_contain_text("还没有开始")


def test_past_lines_are_compared_and_promise_nothing(visit: Visit) -> None:
    """Range against range, year by year; they are not this year's."""
    page = visit.open_calculator()
    expect(page.locator("#past-words")).to_contain_text("不代表今年")
    page.locator("#past-rows summary").click()
    rows = page.locator("#past li")
    expect(rows.filter(has_text="2020 年")).to_contain_text("您的范围跨着它")
    field(page, "social_insurance_months").fill("100")
    choose(page, "education", "doctor")
    expect(rows.filter(has_text="2020 年")).to_contain_text("您的范围在它之上")
    words = page.locator("#detail").inner_text()
    assert "恭喜" not in words
    assert "一定能" not in words


def test_papers_place_and_disclaimer_are_there(visit: Visit) -> None:
    """Which papers for what, where to go, and that the official system decides."""
    page = visit.open_calculator()
    choose(page, "education", "bachelor")
    expect(page.locator("#papers li").filter(has_text="学历").first).to_contain_text("文化程度")
    expect(page.locator("#contact")).to_contain_text("依据：")
    expect(page.locator("#disclaimer")).to_contain_text("以官方系统审核结果为准")
