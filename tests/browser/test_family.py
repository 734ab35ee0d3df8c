"""Two parents for a child's benefit: each scored, the better counts."""

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.fields import choose, field, total


def test_the_better_parent_counts_and_is_named(visit: Visit) -> None:
    """100 and 250 points are 250, not 350; which parent it is, in words."""
    page = visit.open_calculator()
    choose(page, "track", "schooling")
    page.locator(".block.rare [data-none]").click()
    field(page, "social_insurance_months").fill("20")
    page.locator("#add-parent").click()
    field(page, "other.social_insurance_months").fill("50")
    expect(page.locator("#total")).to_have_attribute("data-low", "250")
    choose(page, "other.education", "doctor")
    expect(page.locator("#family")).to_contain_text("两人的积分不相加")
    expect(page.locator("#lines h3")).to_have_text(["第一位家长", "第二位家长"])
    expect(page.locator("#verdict")).to_contain_text("第一位家长")


def test_whose_total_counts_where_both_are_known(visit: Visit) -> None:
    """Nothing open on either side: the second parent's total counts."""
    page = visit.open_calculator()
    choose(page, "track", "schooling")
    page.locator("#add-parent").click()
    for prefix, months in [("", "20"), ("other.", "50")]:
        field(page, f"{prefix}social_insurance_months").fill(months)
        field(page, f"{prefix}housing_fund_months").fill("0")
        field(page, f"{prefix}residence_months").fill("0")
        field(page, f"{prefix}birth_date").fill("1960-01-01")
        choose(page, f"{prefix}education", "other")
        choose(page, f"{prefix}skill_level", "none")
        choose(page, f"{prefix}professional_title", "none")
        choose(page, f"{prefix}family_planning_compliant", "false")
    choose(page, "lives_in_own_home", "false")
    page.locator('[data-none-of="home_areas"]').check()
    for none in page.locator("form [data-none]:visible").all():
        none.click()
    total(page, "250", "250")
    expect(page.locator("#family")).to_contain_text("按第二位家长的积分申请")


def test_household_is_asked_once_and_the_second_parent_can_go_again(visit: Visit) -> None:
    """Homes and the child are the same for both; without the second parent the first counts."""
    page = visit.open_calculator()
    choose(page, "track", "schooling")
    field(page, "social_insurance_months").fill("20")
    add = page.locator("#add-parent")
    expect(add).to_have_attribute("aria-expanded", "false")
    add.click()
    expect(add).to_have_attribute("aria-expanded", "true")
    for fact in ("home_areas", "lives_in_own_home", "child_starting_grade"):
        expect(page.locator(f'[name="{fact}"]').first).to_be_visible()
        expect(page.locator(f'[name="other.{fact}"]')).to_have_count(0)
    expect(field(page, "other.social_insurance_months")).to_have_value("")
    field(page, "other.social_insurance_months").fill("60")
    expect(page.locator("#total")).to_have_attribute("data-low", "300")
    add.click()
    expect(page.locator("#total")).to_have_attribute("data-low", "100")
    expect(page.locator("#family")).to_be_empty()


def test_errors_and_lists_of_the_second_parent_are_their_own(visit: Visit) -> None:
    """A fault of the second parent is told at their field, and the ids of the page stay unique."""
    page = visit.open_calculator()
    choose(page, "track", "medical")
    page.locator("#add-parent").click()
    months = field(page, "other.social_insurance_months")
    months.fill("1.5")
    months.blur()
    expect(page.locator('[id="e-other.social_insurance_months"]')).to_contain_text("整数")
    expect(page.locator("#e-social_insurance_months")).to_have_text("")
    ids = page.evaluate("[...document.querySelectorAll('#calculator [id]')].map(({id}) => id)")
    assert len(ids) == len(set(ids))
