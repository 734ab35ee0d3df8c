"""What comes: the total on coming days, steps worth taking, other editions on the same answers."""

import re

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, fill_worked_check, settled, total


def test_chart_and_table_say_the_same_days(calculator: Page) -> None:
    """As many points in the drawing as rows in the table; the drawing has words."""
    fill_worked_check(calculator)
    settled(calculator)
    outlook = calculator.locator("#outlook")
    calculator.locator("#outlook-fold > summary").click()
    expect(outlook.get_by_role("img")).to_have_attribute("aria-label", re.compile("1070"))
    outlook.locator("summary").click()
    expect(outlook.locator("tbody tr").first).to_contain_text("1070 分")
    days = outlook.locator("tbody tr").count()
    assert outlook.locator(".chart title").count() == days > 1


def test_the_day_a_line_is_crossed_is_said(calculator: Page) -> None:
    """From 715 points on the way to 740; the year alone in a chart would not do."""
    fill_worked_check(calculator)
    field(calculator, "residence_months").fill("24")
    choose(calculator, "family_planning_compliant", "false")
    total(calculator, "760", "760")
    choose(calculator, "education", "other")
    total(calculator, "700", "700")
    settled(calculator)
    line = calculator.locator("#outlook p").filter(has_text="2020 年")
    expect(line).to_have_text(re.compile(r"740 分.*20\d\d"))
    expect(calculator.locator("#outlook")).to_contain_text("一直不断")


def test_next_steps_come_with_their_gain(calculator: Page) -> None:
    """One month more of residence makes ten years: 30 points."""
    fill_worked_check(calculator)
    settled(calculator)
    steps = calculator.locator("#steps li")
    expect(steps.filter(has_text="再住满 1 个月")).to_contain_text("加 30 分")
    expect(steps.filter(has_text="社会保险")).to_contain_text("加 5 分")


def test_editions_side_by_side_row_by_row(calculator: Page) -> None:
    """What changes on these answers, and what would be asked again."""
    fill_worked_check(calculator)
    settled(calculator)
    calculator.locator("#editions-fold > summary").click()
    other = calculator.locator('#editions [data-standard="suzhou-2021"]')
    expect(other.locator("summary")).to_contain_text("题要答")
    other.locator("summary").click()
    row = other.locator("tbody tr").filter(has_text="计划生育")
    assert row.locator("td").all_inner_texts()[1] == "100 分"
    expect(other).to_contain_text("要重新回答")
    expect(other.locator("li").first).to_be_visible()
    field(calculator, "social_insurance_months").fill("97")
    total(calculator, "1075", "1075")
    settled(calculator)
    expect(other).to_have_attribute("open", "")


def test_other_edition_asks_again_what_counts_something_else(calculator: Page) -> None:
    """Equal marks are taken along; of the others the page says that it asks again."""
    choose(calculator, "education", "bachelor")
    field(calculator, "social_insurance_months").fill("96")
    field(calculator, "residence_months").fill("119")
    marks = {
        fact: _mark(calculator, fact) for fact in ("social_insurance_months", "residence_months")
    }
    choose(calculator, "standard", "suzhou-2021")
    expect(calculator.locator("#apart")).to_contain_text("请重新回答")
    expect(field(calculator, "residence_months")).to_have_value("")
    expect(field(calculator, "social_insurance_months")).to_have_value("96")
    expect(calculator.locator('[name="education"]:checked')).to_have_value("bachelor")
    assert _mark(calculator, "social_insurance_months") == marks["social_insurance_months"]
    assert _mark(calculator, "residence_months") != marks["residence_months"]
    field(calculator, "social_insurance_months").fill("")
    choose(calculator, "standard", "suzhou-2016")
    expect(field(calculator, "residence_months")).to_have_value("119")
    expect(field(calculator, "social_insurance_months")).to_have_value("")


def _mark(page: Page, fact: str) -> str | None:
    return page.locator(f"#q-{fact}").get_attribute("data-counts")
