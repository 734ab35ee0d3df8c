"""The way through the guide: taps to an answer, the search, any folder, a page that is lost."""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from calculator.publish.hosting.headers import headers
from calculator.publish.hosting.server import Handler, address, make_server
from tests.browser.visits import PHONE, Visit


def look_for(page: Page, words: str) -> None:
    """Type into the search; it looks when a key is let go."""
    field = page.locator(".md-search__input")
    field.fill(words)
    field.press("End")


@pytest.fixture
def phone(chromium: Browser, base: str) -> Iterator[Page]:
    """The home page on a phone."""
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    page.goto(base)
    yield page
    context.close()


@pytest.mark.parametrize("benefit", ["想落户", "孩子要上学", "孩子要参保"])
def test_points_time_and_papers_are_two_taps(phone: Page, benefit: str) -> None:
    """From home to the benefit's page, from its head to how many, by when, with which papers."""
    seen, home = [], phone.url
    for asked in ("要多少分", "什么时候", "带什么材料"):
        card = phone.locator(".card", has=phone.get_by_role("heading", name=benefit))
        card.get_by_role("link", name="现在怎么办").click()
        phone.locator(".jump").get_by_role("link", name=asked).click()
        heading = phone.get_by_role("heading", name=asked)
        expect(heading).to_be_in_viewport()
        seen.append(phone.locator("article h2:target").inner_text())
        phone.goto(home)
    assert seen == ["要多少分", "怎么办、什么时候", "带什么材料"]


SCREENS: Final = 4
SHEETS: Final = 2
BENEFITS: Final = ("settlement/", "schooling/", "medical/")


@pytest.mark.parametrize("benefit", BENEFITS)
def test_a_benefit_page_is_four_screens(phone: Page, benefit: str) -> None:
    """From its top to what to do next, with its evidence folded."""
    phone.goto(phone.url + benefit)
    end = phone.locator("article").evaluate("(it) => it.getBoundingClientRect().bottom + scrollY")
    assert end <= SCREENS * PHONE["height"]


@pytest.mark.parametrize("benefit", BENEFITS)
def test_a_benefit_page_is_two_sheets(phone: Page, benefit: str) -> None:
    """On A4, with its evidence as the reader left it."""
    phone.goto(phone.url + benefit)
    sheets = re.findall(rb"/Type\s*/Page\b", phone.pdf(format="A4"))
    assert 1 <= len(sheets) <= SHEETS


@pytest.mark.parametrize(
    ("words", "leads_to"),
    [
        ("落户", "settlement/"),
        ("上学", "schooling/"),
        ("社保", "medical/"),
        ("准入", "settlement/"),
        ("接种", "glossary/"),
        ("分数线", "cutoffs/"),
    ],
)
def test_search_finds_the_policy_and_what_people_call_it(
    phone: Page, words: str, leads_to: str
) -> None:
    """From the middle of a title, too, on one of the first three pages."""
    phone.get_by_role("button", name="搜索").click()
    look_for(phone, words)
    results = phone.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    found = results.evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    assert f"/{leads_to}" in list(dict.fromkeys(found))[:3]


def test_index_of_the_search_comes_when_somebody_turns_to_it(visitor: Visit) -> None:
    """It is larger than a page; whoever only calculates does not load it."""
    page = visitor.open_calculator()
    assert [url for url in visitor.requests if "/search_index" in url] == []
    page.keyboard.press("/")  # the theme's key for the search
    look_for(page, "落户")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert [url for url in visitor.requests if "/search_index" in url] == [
        f"{visitor.base}search/search_index.json"
    ]


def test_a_search_in_the_address_is_answered(visitor: Visit) -> None:
    """As the theme lets people share it."""
    page = visitor.open("?q=落户")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


def test_drawer_opens_by_keyboard(phone: Page) -> None:
    """The way to all pages needs no finger."""
    drawer = phone.get_by_role("button", name="目录")
    drawer.press("Enter")
    expect(drawer).to_have_attribute("aria-expanded", "true")
    expect(
        phone.locator(".md-sidebar--primary").locator("label", has_text="办事指南").first
    ).to_be_in_viewport()


def test_first_key_leads_past_the_header(phone: Page) -> None:
    """The skip link comes first and leads to the page's own words."""
    phone.keyboard.press("Tab")
    skip = phone.locator(":focus")
    expect(skip).to_have_text("跳到正文")
    skip.press("Enter")
    assert phone.locator("article :target").count() == 1


@pytest.fixture
def deep(site: Path, tmp_path: Path) -> Iterator[str]:
    """The same folder served under /a/b/."""
    shutil.copytree(site, tmp_path / "a/b")
    shutil.copy(site / "404.html", tmp_path)
    handler = type("Under", (Handler,), {})
    with make_server(tmp_path, handler=handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"{address(server)}a/b/"
        server.shutdown()
        thread.join()


def test_folder_works_under_any_path(chromium: Browser, deep: str) -> None:
    """Links, scripts and search stay inside it, and nothing is missed."""
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
    visit = Visit(context.new_page(), deep)
    context.on("request", lambda request: visit.requests.append(request.url))
    context.on("console", lambda message: visit.said.append(message.text))
    page = visit.open("")
    page.get_by_role("link", name="看计分标准").click()
    page.locator("article").get_by_role("link", name="2021 版").first.click()
    page.get_by_role("button", name="搜索").click()
    look_for(page, "落户")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert page.url.startswith(deep)
    context.close()
    assert visit.said == []
    assert visit.elsewhere == []


def test_lost_page_leads_home_and_to_the_search(chromium: Browser, deep: str) -> None:
    """At any depth, in a folder that no setting names."""
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    found = page.goto(f"{deep}no/such/page/")
    home = page.get_by_role("link", name="首页")
    expect(home).to_have_attribute("href", "/a/b/")
    page.get_by_role("link", name="搜索").click()
    expect(page.locator(".md-search__input")).to_be_focused()
    at = page.url
    context.close()
    assert found
    assert found.status == 404
    assert at == f"{deep}?q="


def test_policy_of_the_site_names_no_more_than_the_lost_page_has(site: Path) -> None:
    """One style stands inline, that of 404.html."""
    assert headers(site)["Content-Security-Policy"].count("style-src 'self' 'sha256-") == 1
