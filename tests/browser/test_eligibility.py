"""May I apply, until when, and how it compares with past lines: in words."""

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field


def test_each_condition_is_met_or_unmet_or_unknown_in_words(calculator: Page) -> None:
    """Colour never stands alone."""
    states = calculator.locator("#conditions .state")
    calculator.locator("details:has(> #conditions) summary").click()
    expect(states.first).to_have_text("还不清楚")
    choose(calculator, "insured_now", "true")
    expect(calculator.locator("#conditions .met .state").first).to_have_text("符合")
    choose(calculator, "insured_now", "false")
    expect(calculator.locator("#conditions .unmet .state").first).to_have_text("不符合")
    expect(calculator.locator("#verdict")).to_contain_text("还不能申请：在市区参加社会保险")
    expect(calculator.locator("#conditions .unmet .passport").first).to_contain_text("依据：")


def test_another_route_is_said(calculator: Page) -> None:
    """A homeowner's child needs no points."""
    choose(calculator, "track", "schooling")
    choose(calculator, "owns_and_lives_in_urban_home", "true")
    expect(calculator.locator("#verdict")).to_contain_text("您可能不用积分")
    expect(calculator.locator("#conditions .another_route")).to_have_count(1)


def test_window_and_days_left_are_those_of_the_day(calculator: Page) -> None:
    """From 15 May to 31 October 2016 are 169 days."""
    field(calculator, "on").fill("2016-05-15")
    expect(calculator.locator("#window")).to_contain_text(
        "可以申请，到 2016 年 10 月 31 日为止，还有 169 天"
    )
    field(calculator, "on").fill("2016-12-01")
    expect(calculator.locator("#window")).to_contain_text("还没有开始")


def test_past_lines_are_compared_and_promise_nothing(calculator: Page) -> None:
    """Range against range, year by year; they are not this year's."""
    expect(calculator.locator("#past-words")).to_contain_text("不代表今年")
    calculator.locator(".more-of", has=calculator.locator("#past")).locator("summary").click()
    rows = calculator.locator("#past li")
    expect(rows.filter(has_text="2020 年")).to_contain_text("够不够还说不准")
    field(calculator, "social_insurance_months").fill("100")
    choose(calculator, "education", "doctor")
    expect(rows.filter(has_text="2020 年")).to_contain_text("您已超过")
    words = calculator.locator("#detail").inner_text()
    assert "恭喜" not in words
    assert "一定能" not in words


def test_papers_place_and_disclaimer_are_there(calculator: Page) -> None:
    """Which papers for what, where to go, and that the official system decides."""
    choose(calculator, "education", "bachelor")
    expect(calculator.locator("#papers li").filter(has_text="学历").first).to_contain_text(
        "文化程度"
    )
    expect(calculator.locator("#contact")).to_contain_text("依据：")
    expect(calculator.locator("#disclaimer")).to_contain_text("以官方系统审核结果为准")
