"""A page that is lent from test to test is as clean as a fresh one."""

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, fill_worked_check, settled, tools, total
from tests.browser.visits import WarmPages


def use(page: Page) -> None:
    """Leave something behind everywhere: answers, faults, storage, what is unfolded and shown."""
    choose(page, "track", "schooling")
    page.locator("#add-parent").click()
    field(page, "other.social_insurance_months").fill("1.5")
    field(page, "other.social_insurance_months").blur()
    expect(page.locator('[id="e-other.social_insurance_months"]')).not_to_be_empty()
    choose(page, "standard", "suzhou-2021")
    choose(page, "standard", "suzhou-2016")
    choose(page, "track", "settlement")
    fill_worked_check(page)
    settled(page)
    tools(page)
    page.locator("#store").click()
    expect(page.locator("#kept")).to_contain_text("已存在这台设备")
    page.locator("#share").click()
    page.evaluate("document.querySelector('.more-of').open = true")
    page.evaluate("self.mark = 'left'; document.body.dataset.mdColorScheme = 'slate'")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 320, "height": 640})
    page.route("**/*", lambda route: route.abort())


def test_nothing_that_a_test_leaves_meets_the_next(warm_pages: WarmPages) -> None:
    """The same page comes back, without what was done to it."""
    with warm_pages.lend() as first:
        use(first)
    loads = warm_pages.loads
    with warm_pages.lend() as second:
        assert warm_pages.loads == loads
        assert second == first
        total(second, "0", "")
        expect(field(second, "social_insurance_months")).to_have_value("")
        expect(second.locator("#restore")).to_be_hidden()
        assert second.evaluate("self.mark ?? null") is None


def test_a_page_that_cannot_be_cleared_is_not_lent_again(warm_pages: WarmPages) -> None:
    """What nobody thought of is seen in the page's state, and a new visitor comes."""
    with warm_pages.lend() as first:
        first.evaluate("document.querySelector('#disclaimer').textContent = '恭喜'")
        first.evaluate("document.querySelector('#private').remove()")
    with warm_pages.lend() as second:
        assert second != first
        expect(second.locator("#private")).to_be_visible()
