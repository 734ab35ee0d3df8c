"""No finding of axe, with all of its rules, in any state of the calculator."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fields import STEPS, choose, field, fill_worked_check, settled, show_step, total
from tests.browser.visits import PHONE, Visit
from tests.browser.waiting import ANIMATED
from tests.support import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations } = await axe.run("#calculator", { rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) =>
    `${target}: ${failureSummary}`) }));
}"""

NAMES = """[...document.querySelectorAll("#calculator :is(button, summary, a)")]
  .filter((it) => it.checkVisibility()).map((it) => it.ariaLabel ?? it.textContent.trim())"""


def test_empty_and_filled(calculator: Page) -> None:
    """As it opens, and with the worked check and all of its lines unfolded."""
    page = calculator
    assert _findings(page) == []
    fill_worked_check(page)
    settled(page)
    page.evaluate(
        "document.querySelectorAll('details').forEach((details) => { details.open = true })"
    )
    expect(page.locator("#steps li").first).to_be_visible()
    page.locator("#share").click()
    assert _findings(page) == []


@pytest.mark.parametrize("step", STEPS)
def test_every_step_on_a_phone(calculator: Page, step: str) -> None:
    """With two parents, and as a child's benefit has them all."""
    page = calculator
    choose(page, "track", "schooling")
    page.locator("#add-parent").click()
    settled(page)
    page.set_viewport_size(PHONE)
    show_step(page, step)
    assert _findings(page) == []


@pytest.mark.parametrize("step", STEPS)
def test_no_two_controls_of_a_step_sound_alike(calculator: Page, step: str) -> None:
    """Answers stand in a group of their own; whatever else can be pressed has a name of its own."""
    page = calculator
    choose(page, "track", "schooling")
    page.set_viewport_size(PHONE)
    show_step(page, step)
    names: list[str] = page.evaluate(NAMES)
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


def test_errors_and_two_parents(calculator: Page) -> None:
    """Faulty answers of both, another route, points told."""
    page = calculator
    choose(page, "track", "schooling")
    page.locator("#add-parent").click()
    choose(page, "owns_and_lives_in_urban_home", "true")
    field(page, "social_contribution_points_declared").fill("30")
    for name in ("social_insurance_months", "other.social_insurance_months"):
        field(page, name).fill("1.5")
    field(page, "housing_fund_months").focus()
    expect(page.locator('[id="e-other.social_insurance_months"]')).not_to_be_empty()
    settled(page)
    assert _findings(page) == []


def test_failed(visitor: Visit) -> None:
    """Words, a retry, and no result yet."""
    visitor.page.route("**/engine.wasm*", lambda route: route.fulfill(status=404))
    page = visitor.open("calculator/")
    page.locator('#calculator[data-engine="failed"]').wait_for()
    assert _findings(page) == []


def test_another_edition_and_no_day(calculator: Page) -> None:
    """What is asked again is said; without a day there is no total."""
    field(calculator, "residence_months").fill("119")
    choose(calculator, "standard", "suzhou-2021")
    expect(calculator.locator("#apart")).to_be_visible()
    total(calculator, "0", "")
    assert _findings(calculator) == []
    field(calculator, "on").fill("")
    field(calculator, "on").blur()
    expect(calculator.locator("#e-on")).not_to_be_empty()
    assert _findings(calculator) == []


def _findings(page: Page) -> list[Any]:
    """In light and in dark."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = []
    for scheme in ("default", "slate"):
        page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
        page.evaluate(ANIMATED)
        found += [[scheme, finding] for finding in page.evaluate(RULES)]
    return found
