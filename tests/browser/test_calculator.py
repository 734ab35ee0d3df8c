"""The calculator in a real browser."""

from playwright.sync_api import Page, Route, expect

from tests.browser.fields import WORKED_CHECK, field, fill
from tests.browser.visits import EXPLAINED, Visit


def test_worked_check_through_the_fields_gives_1070(visitor: Visit) -> None:
    """The worked check, typed in, gives 1070 points, and nothing leaves for another host."""
    page = visitor.open_calculator()
    fill(page, WORKED_CHECK.on.isoformat(), WORKED_CHECK.track, WORKED_CHECK.facts)
    total = page.locator("#total")
    expect(total).to_have_attribute("data-low", "1070")
    expect(total).to_have_attribute("data-high", "1070")
    expect(total).to_have_text("1070 分")
    assert visitor.elsewhere == []
    assert visitor.said == []


def test_empty_form_has_an_estimate(visitor: Visit) -> None:
    """Nothing answered: from 0 points, without an upper end."""
    total = visitor.open_calculator().locator("#total")
    expect(total).to_have_attribute("data-low", "0")
    expect(total).to_have_attribute("data-high", "")


def test_form_can_be_used_before_the_engine_is_ready(visitor: Visit) -> None:
    """What was typed while the engine was loading is in the first estimate."""
    held: list[Route] = []
    page = visitor.page
    page.route("**/*.wasm", lambda route: held.append(route))  # noqa: PLW0108 - not a builtin
    visitor.open(EXPLAINED)
    page.locator('[name="social_insurance_months"]').fill("96")
    assert page.locator("#calculator").get_attribute("data-engine") in ("idle", "loading")
    page.unroute("**/*.wasm")  # lets go what is held
    expect(page.locator("#total")).to_have_attribute("data-low", "480")


def test_every_change_gives_a_new_estimate(calculator: Page) -> None:
    """Each change of an answer changes the total, and is measured."""
    months = calculator.locator('[name="social_insurance_months"]')
    for text, low in [("96", "480"), ("101", "500"), ("", "0")]:
        months.fill(text)
        expect(calculator.locator("#total")).to_have_attribute("data-low", low)
    assert calculator.evaluate("performance.getEntriesByName('calculator:estimate').length") >= 3


def test_answer_that_does_not_fit_is_told_at_its_field_and_stays_unknown(calculator: Page) -> None:
    """A fault is said beside the field, tied to it, and goes when it is mended."""
    months = calculator.locator('[name="social_insurance_months"]')
    months.fill("1.5")
    months.blur()  # who is still typing is not told yet
    expect(calculator.locator("#e-social_insurance_months")).to_contain_text("0 到 1200 的整数")
    expect(months).to_have_attribute("aria-invalid", "true")
    assert "e-social_insurance_months" in (months.get_attribute("aria-describedby") or "")
    months.fill("１２个月")
    expect(calculator.locator("#e-social_insurance_months")).to_have_text("")
    expect(calculator.locator("#total")).to_have_attribute("data-low", "60")


def test_without_a_day_the_last_total_does_not_stay(calculator: Page) -> None:
    """A cleared date is said at its field, and no total is shown."""
    calculator.locator('[name="social_insurance_months"]').fill("96")
    expect(calculator.locator("#total")).to_have_text("没有扣分的话，至少 480 分")
    field(calculator, "on").fill("")
    field(calculator, "on").blur()
    expect(calculator.locator("#total")).to_have_text("—")
    expect(calculator.locator("#e-on")).to_have_text("请选择日期")


def test_fault_of_the_module_is_said_and_can_be_tried_again(visitor: Visit) -> None:
    """An exception in Python ends in words and a retry, not in a total that stands still."""
    page = visitor.open_calculator()
    page.evaluate("write = JSON.stringify; JSON.stringify = () => 'no JSON'")
    page.locator('[name="social_insurance_months"]').fill("96")
    expect(page.locator("#calculator")).to_have_attribute("data-cause", "python")
    page.evaluate("JSON.stringify = write")
    page.get_by_role("button", name="重试").click()
    expect(page.locator("#total")).to_have_attribute("data-low", "480")
