"""Large type and high contrast, and the guide on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import PHONE, Visit

LETTER = "parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)"

FOCUSED = """(() => {
    const at = document.activeElement;
    const seen = at.matches(".md-option") ? at.nextElementSibling : at;
    const name = at.getAttribute("aria-label") ?? at.textContent.trim();
    return [name, getComputedStyle(seen).outlineWidth];
})()"""


@pytest.fixture
def visitor(chromium: Browser, base: str) -> Iterator[Visit]:
    """Somebody on a phone."""
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
    yield Visit(context.new_page(), base)
    context.close()


def test_large_type_is_one_tap_and_stays(visitor: Visit) -> None:
    """22 px here, on the next page, and after a tap the usual size again."""
    page = visitor.open("")
    sizes = [page.evaluate(LETTER)]
    page.get_by_role("button", name="大字").click()
    sizes.append(page.evaluate(LETTER))
    page = visitor.open("who/")
    button = page.get_by_role("button", name="大字")
    expect(button).to_have_attribute("aria-pressed", "true")
    sizes.append(page.evaluate(LETTER))
    button.click()
    sizes.append(page.evaluate(LETTER))
    assert [round(size, 1) for size in sizes] == [17, 22, 22, 17]


def test_modes_are_chosen_by_keyboard(visitor: Visit) -> None:
    """A button each, pressed with the space bar."""
    page = visitor.open("")
    for name in ("大字", "高对比"):
        page.get_by_role("button", name=name).press("Space")
    assert page.locator("html").get_attribute("data-reading-modes") == "large contrast"


def test_every_control_of_the_header_is_reached_by_keyboard(visitor: Visit) -> None:
    """In the order of reading, the skip link first; each shows where one is."""
    page = visitor.open("")
    reached = []
    for _ in range(7):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(FOCUSED))
    names = ["跳到正文", "大字", "高对比", "English", "目录", "切换到深色", "搜索"]
    assert reached == [[name, "3px"] for name in names]


def test_dark_is_chosen_by_keyboard(visitor: Visit) -> None:
    """The two schemes are one choice, changed with the arrows."""
    page = visitor.open("")
    page.locator("#__palette_0").press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_choice_stays_on_the_device(visitor: Visit) -> None:
    """Nothing is kept before, one word while it is on, nothing after; no cookie."""
    page = visitor.open("")
    kept = "localStorage.getItem('suzhou-points:comfort')"
    button = page.get_by_role("button", name="高对比")
    seen = [page.evaluate(kept)]
    button.click()
    seen.append(page.evaluate(kept))
    button.click()
    seen.append(page.evaluate(kept))
    assert seen == [None, "contrast", None]
    assert page.context.cookies() == []


def test_paper_is_black_on_white_without_navigation(visitor: Visit) -> None:
    """In the dark scheme, too."""
    page = visitor.open("settlement/")
    page.emulate_media(media="print", color_scheme="dark")
    style = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert style == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-footer", ".reading-modes", ".jump"):
        expect(page.locator(part).first).to_be_hidden()


def sheets(page: Page) -> int:
    """How many sheets of paper a page takes."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def test_details_are_printed_as_the_reader_left_them(visitor: Visit) -> None:
    """What is closed takes no paper."""
    page = visitor.open("coverage/")
    closed = sheets(page)
    page.locator("details").evaluate_all(
        "all => all.forEach((details) => { details.open = true; })"
    )
    assert 0 < closed < sheets(page)
