"""The result: the range, its picture, why each line, and what would narrow it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, fill_worked_check, total


def test_range_and_picture_say_what_is_certain_and_what_is_open(calculator: Page) -> None:
    """Solid, hatched, the newest line named; the same in words for who does not see it."""
    field(calculator, "social_insurance_months").fill("96")
    total(calculator, "480", "")
    expect(calculator.locator("#total")).to_have_text("没有扣分的话，至少 480 分")
    expect(calculator.locator("#headline")).to_contain_text("办理居住证年限还没填，填了可能更高。")
    expect(calculator.locator("#bar .certain")).to_have_count(1)
    expect(calculator.locator("#bar .open.endless")).to_have_count(1)
    expect(calculator.locator("#bar .mark-label")).to_have_text(re.compile(r"^20\d\d 年"))
    expect(calculator.locator("#picture-words")).to_contain_text("480")
    assert calculator.locator("#bar").get_attribute("aria-hidden") == "true"


def test_a_line_says_why_and_how_sure_and_leads_to_the_guide(calculator: Page) -> None:
    """Facts, figure and cap; confidence; the item's own place in the guide, which is there."""
    fill_worked_check(calculator)
    line = calculator.locator('#lines [data-line="social_insurance"]')
    line.locator("summary").click()
    expect(line).to_contain_text("96 个月 × 5 分 = 480 分（上限 500 分）")
    expect(line.locator("small")).to_contain_text("两个以上来源一致")
    link = line.get_by_role("link", name="看这一项的规则")
    expect(link).to_have_attribute("href", "../standard/#item-social_insurance")
    link.click()
    expect(calculator.locator("#item-social_insurance")).to_be_in_viewport()


def test_parts_add_up_and_lines_without_points_are_folded_away(calculator: Page) -> None:
    """Base 970, additional 100, no deduction; what gives 0 stands behind one line."""
    fill_worked_check(calculator)
    parts = calculator.locator("#parts li").all_inner_texts()
    assert [re.sub(r"\s", "", part) for part in parts] == [
        "基础分970分",
        "附加分100分",
        "扣减分0分",
    ]
    folded = calculator.locator("#lines .folded")
    expect(folded.locator("> summary")).to_have_text(re.compile(r"^没有给分的 \d+ 项$"))
    expect(
        calculator.locator('[data-line="veteran"], [data-line="invention_patent"]')
    ).to_be_hidden()
    folded.locator("> summary").click()
    expect(calculator.locator('[data-line="invention_patent"]')).to_be_visible()


def test_points_that_rest_on_inferred_figures_are_said(calculator: Page) -> None:
    """The total says how many of its points are inferred, and the line says so."""
    choose(calculator, "maternal_child_card", "true")
    choose(calculator, "health_record", "false")
    total(calculator, "10", "")
    expect(calculator.locator("#reservations")).to_contain_text("10 分为推定")
    line = calculator.locator('[data-line="maternal_child_card"]')
    line.locator("summary").click()
    expect(line.locator("small")).to_contain_text("推定")


def test_the_next_question_takes_the_focus_to_its_field(calculator: Page) -> None:
    """One tap from the words to the question, without a trace in the address."""
    button = calculator.locator("#next button")
    asked = button.get_attribute("data-field") or ""
    button.click()
    expect(calculator.locator(f'[name="{asked}"]').first).to_be_focused()
    assert "#" not in calculator.url


def test_points_officially_told_count_and_are_marked(calculator: Page) -> None:
    """A row without a public figure is listed as not counted until its points are told."""
    rows = calculator.locator("#not-counted li")
    expect(rows.filter(has_text="社会贡献")).to_have_count(1)
    rows.filter(has_text="社会贡献").locator("button").click()
    expect(calculator.locator(".tick", has_text="社会贡献").locator("input").first).to_be_focused()
    field(calculator, "social_contribution_points_declared").fill("30")
    total(calculator, "30", "")
    line = calculator.locator('[data-line="social_contribution"]')
    expect(line.locator(".mark")).to_have_text("官方告知")
    expect(line.locator("b")).to_have_text("30 分")
    expect(rows.filter(has_text="社会贡献")).to_have_count(0)
    expect(calculator.locator("#reservations")).to_contain_text("官方告知")
