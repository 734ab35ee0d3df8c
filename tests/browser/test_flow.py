"""The questions: few answers are enough, and each says at once what it gives."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.fields import choose, field, total

RARE = ".block.rare"


def test_four_answers_give_a_range_with_an_end(visit: Visit) -> None:
    """Months, certificate, home, and 以上都没有 for the rare: the range ends."""
    page = visit.open_calculator()
    assert page.locator("#total").get_attribute("data-high") == ""
    field(page, "social_insurance_months").fill("96")
    choose(page, "education", "bachelor")
    field(page, "residence_months").fill("119")
    page.locator(f"{RARE} [data-none]").click()
    expect(page.locator('#total[data-low="810"]:not([data-high=""])')).to_be_visible()


def test_worked_check_needs_no_more_than_fourteen_inputs(visit: Visit) -> None:
    """Every touch of the form is counted, the day among them."""
    page = visit.open_calculator()
    touches = 0
    for name, text in [
        ("on", "2016-05-15"),
        ("social_insurance_months", "96"),
        ("housing_fund_months", "96"),
        ("birth_date", "19810302"),
        ("residence_months", "119"),
        ("home_areas", "90"),
    ]:
        field(page, name).fill(text)
        touches += 1
    for name, value in [
        ("education", "bachelor"),
        ("skill_level", "none"),
        ("professional_title", "intermediate"),
        ("lives_in_own_home", "true"),
        ("family_planning_compliant", "true"),
    ]:
        choose(page, name, value)
        touches += 1
    for none in page.locator("#questions [data-none]").all():
        none.click()
        touches += 1
    total(page, "1070", "1070")
    assert touches <= 14


def test_edition_that_does_not_rule_today_is_said_with_one_tap_to_the_one_that_does(
    visit: Visit,
) -> None:
    """The preset edition is the guide's; the tap takes along what counts the same."""
    page = visit.open_calculator()
    assert page.locator('[name="standard"]:checked').get_attribute("value") == "suzhou-2016"
    field(page, "social_insurance_months").fill("96")
    expect(page.locator("#newer")).to_contain_text("管落户的是另一版")
    page.locator("#newer button").click()
    expect(page.locator('[name="standard"]:checked')).to_have_value("suzhou-2023-settlement")
    expect(page.locator('[name="standard"]:checked')).to_be_focused()
    expect(page.locator("#newer")).to_be_hidden()
    expect(field(page, "social_insurance_months")).to_have_value("96")


def test_only_editions_of_the_benefit_are_offered(visit: Visit) -> None:
    """2023 rules settlement alone; asking for a child shows the second parent's button."""
    page = visit.open_calculator()
    settlement = page.locator('.editions [data-tracks="settlement"]')
    expect(settlement).to_be_visible()
    expect(page.locator("#add-parent")).to_be_hidden()
    choose(page, "standard", "suzhou-2023-settlement")
    choose(page, "track", "schooling")
    expect(settlement).to_be_hidden()
    expect(page.locator('[name="standard"]:checked')).not_to_have_value("suzhou-2023-settlement")
    expect(page.locator("#add-parent")).to_be_visible()


def test_none_of_these_is_never_preset_and_answers_the_block(visit: Visit) -> None:
    """Before the tap all is unknown; after it counts are 0, flags no, told points gone."""
    page = visit.open_calculator()
    for radio in page.locator(f'{RARE} input[type="radio"]:checked').all():
        assert radio.get_attribute("value") == ""
    field(page, "sports_other_points_declared").fill("30")
    page.locator('[data-unknown-of="invention_patents"]').check()
    page.locator(f"{RARE} [data-none]").click()
    assert _answers(page) == {"0", "false", ""}
    expect(field(page, "sports_other_points_declared")).to_have_value("")
    expect(field(page, "invention_patents")).to_have_value("0")
    expect(page.locator('[data-unknown-of="invention_patents"]')).not_to_be_checked()
    expect(page.locator("#not-counted")).to_be_empty()


def test_not_knowing_is_an_answer_everywhere(visit: Visit) -> None:
    """Every question but points told offers 不清楚, and it takes a typed answer back."""
    page = visit.open_calculator()
    for question in page.locator(".question[data-fact]:not(.told)").all():
        assert question.get_by_text("不清楚", exact=True).count() == 1
    field(page, "social_insurance_months").fill("96")
    total(page, "480", "")
    page.locator('[data-unknown-of="social_insurance_months"]').check()
    expect(field(page, "social_insurance_months")).to_have_value("")
    total(page, "0", "")
    field(page, "social_insurance_months").fill("12")
    expect(page.locator('[data-unknown-of="social_insurance_months"]')).not_to_be_checked()


def test_a_month_to_start_from_may_stand_for_a_count(visit: Visit) -> None:
    """March 2012 to April 2016 are 50 months, and that is said; both at once is a fault."""
    page = visit.open_calculator()
    field(page, "on").fill("2016-05-15")
    since = field(page, "social_insurance_months.since")
    since.fill("2012-03")
    total(page, "250", "")
    counted = page.locator('[data-counted-of="social_insurance_months.since"]')
    expect(counted).to_have_text("2012 年 3 月至 2016 年 4 月，按 50 个月算（本月还没有满，不计）")
    field(page, "social_insurance_months").fill("96")
    since.focus()
    since.blur()
    expect(page.locator("#e-social_insurance_months")).to_contain_text("只填一处")
    since.fill("")
    total(page, "480", "")


def test_each_question_shows_its_points_and_cap(visit: Visit) -> None:
    """480 of 500 for 96 months, 500 of 500 for more."""
    page = visit.open_calculator()
    settled = page.locator("#q-social_insurance_months .settled")
    for months, words in [("96", "计 480 分 / 上限 500 分"), ("200", "计 500 分 / 上限 500 分")]:
        field(page, "social_insurance_months").fill(months)
        expect(settled).to_have_text(words)


def _answers(page: Page) -> set[str | None]:
    texts = page.locator(f'{RARE} input[type="text"]').all()
    radios = page.locator(f'{RARE} input[type="radio"]:checked').all()
    return {each.input_value() for each in [*texts, *radios]}
