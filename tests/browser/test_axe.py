"""No finding of axe, with all of its rules, in any state of the calculator."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, Visit
from tests.browser.fields import choose, field, fill_worked_check, total

AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  const { violations } = await axe.run("#calculator", { rules, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target, failureSummary }) =>
    `${target}: ${failureSummary}`) }));
}"""


def test_empty_and_filled(visit: Visit) -> None:
    """As it opens, and with the worked check and all of its lines unfolded."""
    page = visit.open_calculator()
    assert _findings(page) == []
    fill_worked_check(page)
    expect(page.locator("#steps li").first).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    page.locator("#share").click()
    assert _findings(page) == []


def test_errors_and_two_parents(visit: Visit) -> None:
    """Faulty answers of both, another route, points told."""
    page = visit.open_calculator()
    choose(page, "track", "schooling")
    page.locator("#add-parent").click()
    choose(page, "owns_and_lives_in_urban_home", "true")
    field(page, "social_contribution_points_declared").fill("30")
    for name in ("social_insurance_months", "other.social_insurance_months"):
        field(page, name).fill("1.5")
    field(page, "housing_fund_months").focus()
    expect(page.locator('[id="e-other.social_insurance_months"]')).not_to_be_empty()
    expect(page.locator("#editions details").first).to_be_visible()
    assert _findings(page) == []


def test_failed(visit: Visit) -> None:
    """Words, a retry, and no result yet."""
    visit.page.route("**/engine.wasm*", lambda route: route.fulfill(status=404))
    page = visit.open("calculator/")
    page.locator('#calculator[data-engine="failed"]').wait_for()
    assert _findings(page) == []


def test_another_edition_and_no_day(visit: Visit) -> None:
    """What is asked again is said; without a day there is no total."""
    page = visit.open_calculator()
    field(page, "residence_months").fill("119")
    choose(page, "standard", "suzhou-2021")
    expect(page.locator("#apart")).to_be_visible()
    total(page, "0", "")
    assert _findings(page) == []
    field(page, "on").fill("")
    field(page, "on").blur()
    expect(page.locator("#e-on")).not_to_be_empty()
    assert _findings(page) == []


def _findings(page: Page) -> list[Any]:
    """In light and in dark."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text("utf-8"))
    found = []
    for scheme in ("default", "slate"):
        page.evaluate(f"document.body.dataset.mdColorScheme = '{scheme}'")
        page.wait_for_timeout(400)  # the theme's colours change gradually
        found += [[scheme, each] for each in page.evaluate(RULES)]
    return found
