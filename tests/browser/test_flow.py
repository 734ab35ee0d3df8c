"""The questions: few answers are enough, and each says at once what it gives."""

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, total

RARE = ".block.rare"


def test_four_answers_give_a_range_with_an_end(calculator: Page) -> None:
    """Months, certificate, home, and 以上都没有 for the rare: the range ends."""
    assert calculator.locator("#total").get_attribute("data-high") == ""
    field(calculator, "social_insurance_months").fill("96")
    choose(calculator, "education", "bachelor")
    field(calculator, "residence_months").fill("119")
    calculator.locator(f"{RARE} [data-none]").click()
    expect(calculator.locator('#total[data-low="810"]:not([data-high=""])')).to_be_visible()


def test_worked_check_needs_no_more_than_fourteen_inputs(calculator: Page) -> None:
    """Every touch of the form is counted, the day among them."""
    touches = 0
    for name, text in [
        ("on", "2016-05-15"),
        ("social_insurance_months", "96"),
        ("housing_fund_months", "96"),
        ("birth_date", "19810302"),
        ("residence_months", "119"),
        ("home_areas", "90"),
    ]:
        field(calculator, name).fill(text)
        touches += 1
    for name, value in [
        ("education", "bachelor"),
        ("skill_level", "none"),
        ("professional_title", "intermediate"),
        ("lives_in_own_home", "true"),
        ("family_planning_compliant", "true"),
    ]:
        choose(calculator, name, value)
        touches += 1
    for none in calculator.locator("#questions [data-none]").all():
        none.click()
        touches += 1
    total(calculator, "1070", "1070")
    assert touches <= 14


def test_edition_that_does_not_rule_today_is_said_with_one_tap_to_the_one_that_does(
    calculator: Page,
) -> None:
    """The preset edition is the guide's; the tap takes along what counts the same."""
    assert calculator.locator('[name="standard"]:checked').get_attribute("value") == "suzhou-2016"
    field(calculator, "social_insurance_months").fill("96")
    expect(calculator.locator("#newer")).to_contain_text("管落户的是另一版")
    calculator.locator("#newer button").click()
    expect(calculator.locator('[name="standard"]:checked')).to_have_value("suzhou-2023-settlement")
    expect(calculator.locator('[name="standard"]:checked')).to_be_focused()
    expect(calculator.locator("#newer")).to_be_hidden()
    expect(field(calculator, "social_insurance_months")).to_have_value("96")


def test_only_editions_of_the_benefit_are_offered(calculator: Page) -> None:
    """2023 rules settlement alone; asking for a child shows the second parent's button."""
    settlement = calculator.locator('.editions [data-tracks="settlement"]')
    expect(settlement).to_be_visible()
    expect(calculator.locator("#add-parent")).to_be_hidden()
    choose(calculator, "standard", "suzhou-2023-settlement")
    choose(calculator, "track", "schooling")
    expect(settlement).to_be_hidden()
    expect(calculator.locator('[name="standard"]:checked')).not_to_have_value(
        "suzhou-2023-settlement"
    )
    expect(calculator.locator("#add-parent")).to_be_visible()


def test_none_of_these_is_never_preset_and_answers_the_block(calculator: Page) -> None:
    """Before the tap all is unknown; after it counts are 0, flags no, told points gone."""
    for radio in calculator.locator(f'{RARE} input[type="radio"]:checked').all():
        assert radio.get_attribute("value") == ""
    field(calculator, "sports_other_points_declared").fill("30")
    calculator.locator('[data-unknown-of="invention_patents"]').check()
    calculator.locator(f"{RARE} [data-none]").click()
    assert _answers(calculator) == {"0", "false", ""}
    expect(field(calculator, "sports_other_points_declared")).to_have_value("")
    expect(field(calculator, "invention_patents")).to_have_value("0")
    expect(calculator.locator('[data-unknown-of="invention_patents"]')).not_to_be_checked()
    expect(calculator.locator("#not-counted")).to_be_empty()


def test_not_knowing_is_an_answer_everywhere(calculator: Page) -> None:
    """Every question but points told offers 不清楚, and it takes a typed answer back."""
    for question in calculator.locator(".question[data-fact]:not(.told)").all():
        assert question.get_by_text("不清楚", exact=True).count() == 1
    field(calculator, "social_insurance_months").fill("96")
    total(calculator, "480", "")
    calculator.locator('[data-unknown-of="social_insurance_months"]').check()
    expect(field(calculator, "social_insurance_months")).to_have_value("")
    total(calculator, "0", "")
    field(calculator, "social_insurance_months").fill("12")
    expect(calculator.locator('[data-unknown-of="social_insurance_months"]')).not_to_be_checked()


def test_a_month_to_start_from_may_stand_for_a_count(calculator: Page) -> None:
    """March 2012 to April 2016 are 50 months, and that is said; both at once is a fault."""
    field(calculator, "on").fill("2016-05-15")
    since = field(calculator, "social_insurance_months.since")
    since.fill("2012-03")
    total(calculator, "250", "")
    counted = calculator.locator('[data-counted-of="social_insurance_months.since"]')
    expect(counted).to_have_text("2012 年 3 月至 2016 年 4 月，按 50 个月算（本月还没有满，不计）")
    field(calculator, "social_insurance_months").fill("96")
    since.focus()
    since.blur()
    expect(calculator.locator("#e-social_insurance_months")).to_contain_text("只填一处")
    since.fill("")
    total(calculator, "480", "")


def test_each_question_shows_its_points_and_cap(calculator: Page) -> None:
    """480 of 500 for 96 months, 500 of 500 for more."""
    settled = calculator.locator("#q-social_insurance_months .settled")
    for months, words in [("96", "计 480 分 / 上限 500 分"), ("200", "计 500 分 / 上限 500 分")]:
        field(calculator, "social_insurance_months").fill(months)
        expect(settled).to_have_text(words)


def _answers(page: Page) -> set[str | None]:
    texts = page.locator(f'{RARE} input[type="text"]').all()
    radios = page.locator(f'{RARE} input[type="radio"]:checked').all()
    return {answer.input_value() for answer in [*texts, *radios]}
