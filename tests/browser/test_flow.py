"""The questions: few answers are enough, and each says at once what it gives."""

import re

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, none, reveal, total

TICKED = '.ticks input[type="radio"]:checked:not([value=""]), .ticks .tick.ticked'


def test_four_answers_give_a_range_with_an_end(calculator: Page) -> None:
    """Months, certificate, home, and nothing of what is left to tick: the range ends."""
    assert calculator.locator("#total").get_attribute("data-high") == ""
    field(calculator, "social_insurance_months").fill("96")
    choose(calculator, "education", "bachelor")
    field(calculator, "residence_months").fill("119")
    none(calculator)
    expect(calculator.locator('#total[data-low="810"]:not([data-high=""])')).to_be_visible()


def test_edition_that_does_not_rule_today_is_said_with_one_tap_to_the_one_that_does(
    calculator: Page,
) -> None:
    """The tap takes along what counts the same."""
    assert calculator.locator('[name="standard"]:checked').get_attribute("value") == "suzhou-2016"
    field(calculator, "social_insurance_months").fill("96")
    expect(calculator.locator("#newer")).to_contain_text("管落户的是另一版")
    calculator.locator("#newer button").click()
    expect(calculator.locator('[name="standard"]:checked')).to_have_value("suzhou-2023-settlement")
    expect(calculator.locator("#basis summary")).to_be_focused()
    expect(calculator.locator("#newer")).to_be_hidden()
    expect(field(calculator, "social_insurance_months")).to_have_value("96")


def test_only_editions_of_the_benefit_are_offered(calculator: Page) -> None:
    """2023 rules settlement alone; asking for a child shows the second parent's button."""
    reveal(calculator, "standard")
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


def test_having_none_of_it_is_never_preset_and_leaves_what_is_ticked(calculator: Page) -> None:
    """Before the tap all is unknown; after it counts are 0, flags no, and the ticked row stays."""
    expect(calculator.locator(TICKED)).to_have_count(0)
    field(calculator, "sports_other_points_declared").fill("30")
    none(calculator)
    expect(field(calculator, "sports_other_points_declared")).to_have_value("30")
    assert calculator.locator('[name="invention_patents"]').input_value() == "0"
    assert calculator.locator('[name="health_record"]:checked').get_attribute("value") == "false"
    expect(calculator.locator("#not-counted")).to_be_empty()


def test_an_answer_can_be_taken_back(calculator: Page) -> None:
    """Emptied, or 不清楚, which every choice offers: the points are those of before."""
    for choices in calculator.locator("#questions .choices").all():
        assert choices.locator('input[value=""]').count() == 1
    choose(calculator, "education", "bachelor")
    total(calculator, "60", "")
    choose(calculator, "education", "")
    total(calculator, "0", "")
    field(calculator, "social_insurance_months").fill("96")
    total(calculator, "480", "")
    field(calculator, "social_insurance_months").fill("")
    total(calculator, "0", "")


def test_a_month_to_start_from_may_stand_for_a_count(calculator: Page) -> None:
    """March 2012 to April 2016 are 50 months, and that is said."""
    field(calculator, "on").fill("2016-05-15")
    field(calculator, "social_insurance_months").fill("2012年3月")
    total(calculator, "250", "")
    counted = calculator.locator('[data-counted-of="social_insurance_months"]')
    expect(counted).to_contain_text("按 50 个月算")


def test_what_hardly_anybody_has_is_asked_again(calculator: Page) -> None:
    """It counts as given, and no error stands there."""
    field(calculator, "birth_date").fill("2010-03-02")
    field(calculator, "social_insurance_months").fill("600")
    total(calculator, "500", "")
    counted = calculator.locator('[data-counted-of="social_insurance_months"]')
    expect(counted).to_have_class(re.compile("doubt"))
    expect(counted).not_to_be_empty()
    expect(calculator.locator("#e-social_insurance_months")).to_be_empty()


def test_each_question_shows_its_points_and_cap(calculator: Page) -> None:
    """480 of 500 for 96 months, 500 of 500 for more."""
    settled = calculator.locator("#q-social_insurance_months .settled")
    for months, points in [("96", "计 480 分，上限 500 分"), ("200", "计 500 分，上限 500 分")]:
        field(calculator, "social_insurance_months").fill(months)
        expect(settled).to_have_text(points)
