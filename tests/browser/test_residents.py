"""Six residents with a phone of 390 × 844: as few taps as can be, and every step is short."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.fields import total
from tests.browser.resident import Resident
from tests.browser.visits import PHONE, READY, Visit, visiting

NOW = "2026-11-25T21:00:00+08:00"
SCREENS = 3.0
"""Screens that a step, and what is unfolded of the result, may take."""


@pytest.fixture
def phone(chromium: Browser, base: str) -> Iterator[Visit]:
    """Somebody on a phone, on the evening of 2026-11-25."""
    with visiting(chromium, base, PHONE) as visit:
        visit.page.clock.set_fixed_time(NOW)
        yield visit
        assert visit.said == []


def at(phone: Visit, path: str = "calculator/") -> Resident:
    """The resident whose page has come."""
    phone.open(path).locator(READY).wait_for(state="attached")
    return Resident(phone.page)


def test_a_parent_who_prepares_for_school_next_autumn(phone: Visit) -> None:
    """Tenant, 63 months of insurance and residence, junior college."""
    parent = at(phone)
    parent.choose("track", "schooling")
    parent.choose("urban_home", "none")
    parent.press("都符合")
    parent.type("social_insurance_months", "5年3个月")
    parent.type("residence_months", "63")
    parent.type("birth_date", "19900508")
    parent.choose("education", "junior_college")
    parent.press("下一步")
    parent.nothing_else()
    assert parent.step == "result"
    parent.reads("#headline", "415")
    parent.reads("#rules-now", "公开来源没有见到")
    assert parent.taps <= 9
    assert parent.typed <= 3
    assert parent.screens <= SCREENS


def test_an_owner_who_wants_to_settle_needs_no_points(phone: Visit) -> None:
    """Two taps to the way without points; whoever wants them all the same goes on."""
    owner = at(phone)
    owner.choose("track", "settlement")
    owner.choose("owns_home_in_suzhou", "true")
    owner.reads(".way:visible", "可能不用积分：有房直接落户")
    assert owner.taps <= 2
    owner.press("还是想算积分")
    owner.press("都符合")
    owner.type("social_insurance_months", "96")
    owner.type("residence_months", "96")
    owner.type("home_areas", "90平")
    owner.choose("education", "bachelor")
    owner.press("下一步")
    owner.nothing_else()
    assert owner.step == "result"
    owner.reads("#total", "至少 1035 分")
    owner.reads("#headline", "超过最近公布的 200 分")
    assert owner.taps <= 8
    assert owner.typed <= 4
    assert owner.screens <= SCREENS


def test_medical_insurance_of_a_child_in_kindergarten_needs_no_points(phone: Visit) -> None:
    """Two taps."""
    parent = at(phone)
    parent.choose("track", "medical")
    parent.choose("child_enrolled_in_approved_school", "true")
    parent.reads(".way:visible", "不用积分：通过学校或托幼机构参保")
    assert parent.taps <= 2


def test_medical_insurance_of_a_child_at_home_leads_through_a_parent(phone: Visit) -> None:
    """Nine taps at most."""
    parent = at(phone)
    parent.choose("track", "medical")
    parent.choose("child_enrolled_in_approved_school", "false")
    parent.choose("parent_medical_insured_now", "true")
    parent.reads(".way:visible", "不用积分：学龄前的孩子随父母的职工医保参保")
    assert parent.taps <= 9


def test_the_worked_check_of_2016_comes_to_its_total(phone: Visit) -> None:
    """From the policy interpretation, one tap away from the calculator of 2016."""
    page = phone.open("policy-settlement/")
    reader = Resident(page)
    reader.tap(page.get_by_role("link", name="按 2016 版算").first)
    page.locator(READY).wait_for(state="attached")
    reader.press("换")
    reader.type("on", "2016-05-15")
    reader.press("下一步")
    reader.press("下一步")
    reader.type("social_insurance_months", "96")
    reader.choose("education", "bachelor")
    reader.type("residence_months", "119")
    reader.type("home_areas", "90")
    reader.choose("lives_in_own_home", "true")
    reader.type("housing_fund_months", "96")
    reader.type("birth_date", "19810302")
    reader.press("下一步")
    reader.tick("专业技术职称")
    reader.choose("professional_title", "intermediate")
    reader.tick("符合计划生育政策")
    reader.nothing_else()
    assert reader.step == "result"
    total(page, "1070", "1070")
    reader.look()
    assert reader.taps <= 16
    assert reader.typed <= 7
    assert reader.screens <= SCREENS


def test_who_wants_time_and_papers_in_large_type_finds_them_in_two_taps(phone: Visit) -> None:
    """From home; the type stays large on the next page."""
    page = phone.open("")
    elder = Resident(page)
    page.get_by_role("button", name="大字").click()
    card = page.locator(".card", has=page.get_by_role("heading", name="落户"))
    elder.tap(card.get_by_role("link", name="现在怎么办"))
    elder.tap(page.locator(".jump").get_by_role("link", name="带什么材料"))
    expect(page.get_by_role("heading", name="带什么材料")).to_be_in_viewport()
    assert page.locator("html").get_attribute("data-reading-modes") == "large"
    assert elder.taps <= 2


def test_two_parents_side_by_side(phone: Visit) -> None:
    """One total; the second parent is never called 您."""
    parents = at(phone)
    parents.choose("track", "schooling")
    parents.choose("urban_home", "none")
    parents.press("孩子另一位家长也算一算，取高的一位")
    parents.press("都符合")
    for who, months in [("", "63"), ("other.", "96")]:
        parents.type(f"{who}social_insurance_months", months)
        parents.type(f"{who}residence_months", months)
        parents.type(f"{who}birth_date", "19900508")
        parents.choose(f"{who}education", "bachelor")
    parents.press("下一步")
    parents.nothing_else()
    assert parents.step == "result"
    expect(phone.page.locator("#total")).to_have_attribute("data-low", "848")
    expect(phone.page.locator("#family")).not_to_contain_text("第二位")
    parents.look()
    assert parents.taps <= 13
    assert parents.typed <= 6
    assert parents.screens <= SCREENS
