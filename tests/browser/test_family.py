"""Two parents for a child's benefit: each scored, the better counts."""

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, none, total


def both_may_apply(page: Page) -> None:
    """Both parents, for a child who starts school; each has lived here for a year."""
    for prefix in ("", "other."):
        choose(page, f"{prefix}insured_now", "true")
        choose(page, f"{prefix}residence_permit_held", "true")
        field(page, f"{prefix}residence_months").fill("12")
    choose(page, "owns_and_lives_in_urban_home", "false")
    choose(page, "child_starting_grade", "true")


def test_the_better_parent_counts_and_is_named(calculator: Page) -> None:
    """130 and 280 points are 280, not 410; which parent it is, in words."""
    choose(calculator, "track", "schooling")
    none(calculator)
    field(calculator, "social_insurance_months").fill("20")
    calculator.locator("#add-parent").click()
    field(calculator, "other.social_insurance_months").fill("50")
    both_may_apply(calculator)
    expect(calculator.locator("#total")).to_have_attribute("data-low", "280")
    expect(calculator.locator("#family")).to_contain_text("还看不出谁的总分高")
    choose(calculator, "other.education", "doctor")
    expect(calculator.locator("#lines h3")).to_have_text(["您", "孩子另一位家长"])
    expect(calculator.locator("#verdict")).to_contain_text("您：")


def test_whose_total_counts_where_both_are_known(calculator: Page) -> None:
    """Nothing open on either side: the second parent's total counts."""
    choose(calculator, "track", "schooling")
    calculator.locator("#add-parent").click()
    for prefix, months in [("", "20"), ("other.", "50")]:
        field(calculator, f"{prefix}social_insurance_months").fill(months)
        field(calculator, f"{prefix}housing_fund_months").fill("0")
        field(calculator, f"{prefix}birth_date").fill("1960-01-01")
        choose(calculator, f"{prefix}education", "other")
        choose(calculator, f"{prefix}skill_level", "none")
        choose(calculator, f"{prefix}professional_title", "none")
        choose(calculator, f"{prefix}family_planning_compliant", "false")
    choose(calculator, "lives_in_own_home", "false")
    calculator.locator('[data-none-of="home_areas"]').check()
    none(calculator)
    both_may_apply(calculator)
    total(calculator, "280", "280")
    expect(calculator.locator("#family")).to_have_text("按孩子另一位家长的积分申请。")


def test_while_it_is_open_who_may_apply_the_total_reaches_over_both(calculator: Page) -> None:
    """The second parent's 250 points are not promised."""
    choose(calculator, "track", "schooling")
    field(calculator, "social_insurance_months").fill("20")
    calculator.locator("#add-parent").click()
    field(calculator, "other.social_insurance_months").fill("50")
    expect(calculator.locator("#family")).to_contain_text("能不能申请还不清楚")
    expect(calculator.locator("#total")).to_have_attribute("data-low", "100")


def test_household_is_asked_once_and_the_second_parent_can_go_again(calculator: Page) -> None:
    """Homes and the child are the same for both; without the second parent the first counts."""
    choose(calculator, "track", "schooling")
    field(calculator, "social_insurance_months").fill("20")
    add = calculator.locator("#add-parent")
    expect(add).to_have_attribute("aria-expanded", "false")
    add.click()
    expect(add).to_have_attribute("aria-expanded", "true")
    for fact in ("home_areas", "lives_in_own_home", "child_starting_grade"):
        expect(field(calculator, fact)).to_be_visible()
        expect(calculator.locator(f'[name="other.{fact}"]')).to_have_count(0)
    expect(field(calculator, "other.social_insurance_months")).to_have_value("")
    field(calculator, "other.social_insurance_months").fill("60")
    both_may_apply(calculator)
    expect(calculator.locator("#total")).to_have_attribute("data-low", "330")
    add.click()
    expect(calculator.locator("#total")).to_have_attribute("data-low", "130")
    expect(calculator.locator("#family")).to_be_empty()


def test_errors_and_lists_of_the_second_parent_are_their_own(calculator: Page) -> None:
    """A fault of the second parent is told at their field, and the ids of the page stay unique."""
    choose(calculator, "track", "medical")
    calculator.locator("#add-parent").click()
    months = field(calculator, "other.social_insurance_months")
    months.fill("1.5")
    months.blur()
    expect(calculator.locator('[id="e-other.social_insurance_months"]')).to_contain_text("整数")
    expect(calculator.locator("#e-social_insurance_months")).to_have_text("")
    ids = calculator.evaluate(
        "[...document.querySelectorAll('#calculator [id]')].map(({id}) => id)"
    )
    assert len(ids) == len(set(ids))
