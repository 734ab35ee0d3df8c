"""Every page of the guide on a phone and at a desk: one visit, and what it measures."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from tests.browser.conftest import DESK, PHONE, ROOT, Visit
from tests.publish.guide.test_page_names import nav

AXE: Final = ROOT / "node_modules/axe-core/axe.min.js"
MEASURE: Final = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
NARROW: Final[ViewportSize] = {"width": 320, "height": 640}
"""Of a small phone; and of a desk's 1280 px at 400 %."""

WIDE: Final = "document.documentElement.scrollWidth"
SETTLED: Final = "Promise.all(document.getAnimations().map((each) => each.finished))"
"""Colours fade into one another: what is measured is what stays."""

CONTRAST: Final = """axe.run(document, {resultTypes: ["violations"], runOnly:
    {type: "rule", values: ["color-contrast", "color-contrast-enhanced"]}}
).then((found) => found.violations.flatMap(({nodes}) => nodes.map(({html}) => html)))"""


@dataclass(frozen=True)
class Look:
    """A page as it was seen: what it measures, what it said, how wide it is when narrow."""

    at_desk: bool
    measured: dict[str, Any]
    said: list[str]
    elsewhere: list[str]
    widths: list[int]


def address_of(page: str) -> str:
    """Where a page of the navigation stands in the site."""
    stem = page.removesuffix(".md").removesuffix("index")
    return stem and f"{stem}/"


def contexts(chromium: Browser, **settings: Any) -> BrowserContext:
    """A visitor in no mood for movement."""
    return chromium.new_context(locale="zh-CN", reduced_motion="reduce", **settings)


@pytest.fixture(scope="module")
def visitors(chromium: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One on a phone, one at a desk."""
    both = {
        "390px": contexts(chromium, viewport=PHONE),
        "1280px": contexts(chromium, viewport=DESK),
    }
    yield both
    for each in both.values():
        each.close()


@pytest.fixture(
    scope="module",
    params=[(page, width) for page in nav() for width in ("390px", "1280px")],
    ids="-".join,
)
def look(
    visitors: dict[str, BrowserContext], base: str, request: pytest.FixtureRequest
) -> Iterator[Look]:
    """Each page in turn, at both widths."""
    name, width = request.param
    page = visitors[width].new_page()
    visit = Visit(page, base)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.open(address_of(name))
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(SETTLED)
    measured = page.evaluate(MEASURE)
    widths = []
    if width == "390px":
        page.set_viewport_size(NARROW)
        widths.append(page.evaluate(WIDE))
        page.evaluate("document.documentElement.dataset.comfort = 'large'")
        widths.append(page.evaluate(WIDE))
    yield Look(width == "1280px", measured, visit.said, visit.elsewhere, widths)
    page.close()


def test_axe_finds_nothing(look: Look) -> None:
    """All of its rules, the experimental ones too."""
    assert look.measured["findings"] == []


def test_page_says_nothing_to_the_console_and_asks_nobody_else(look: Look) -> None:
    """No error, no message of the policy, no third party."""
    assert (look.said, look.elsewhere) == ([], [])


def test_nothing_is_cut_off_at_320_px(look: Look) -> None:
    """No sideways scroll, in large type neither."""
    assert [width for width in look.widths if width > NARROW["width"]] == []


def test_text_is_large_and_airy(look: Look) -> None:
    """At least 16 px, lines at least 1.6 apart."""
    assert (look.measured["small"], look.measured["tight"]) == ([], [])


def test_lines_have_26_to_38_characters_at_a_desk(look: Look) -> None:
    """Paragraphs that run over several lines."""
    lines = look.measured["lines"] if look.at_desk else []
    assert [each for each in lines if not 26 <= each <= 38.1] == []


def test_a_finger_finds_its_target(look: Look) -> None:
    """Buttons and links of the navigation are 44 px on a phone."""
    assert (look.measured["missed"] if not look.at_desk else []) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["index.md", "coverage.md", "cutoffs.md", "worksheet.md"])
def test_high_contrast_has_7_to_1(chromium: Browser, base: str, page: str, scheme: Any) -> None:
    """In both schemes, on pages that have every colour between them."""
    context = contexts(chromium, viewport=DESK, color_scheme=scheme)
    visit = Visit(context.new_page(), base)
    visit.open(address_of(page)).locator("button[data-mode=contrast]").click()
    visit.page.evaluate(AXE.read_text("utf-8"))
    visit.page.evaluate(SETTLED)
    found = visit.page.evaluate(CONTRAST)
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", ["目录", "搜索"])
def test_what_opens_has_7_to_1(chromium: Browser, base: str, opened: str, scheme: Any) -> None:
    """The drawer, and the search with its results, in high contrast on a phone."""
    context = contexts(chromium, viewport=PHONE, color_scheme=scheme)
    visit = Visit(context.new_page(), base)
    page = visit.open("settlement/")
    page.locator("button[data-mode=contrast]").click()
    page.get_by_role("button", name=opened).click()
    if opened == "搜索":
        page.locator(".md-search__input").fill("社保")
        page.locator(".md-search__input").press("End")
        page.locator(".md-search-result__link").first.wait_for()
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(SETTLED)
    found = page.evaluate(CONTRAST)
    context.close()
    assert found == []


@pytest.mark.parametrize("page", ["index.md", "coverage.md", "cutoffs.md", "maintain.md"])
def test_dark_scheme_has_4_and_a_half_to_1(chromium: Browser, base: str, page: str) -> None:
    """On pages that have every colour between them."""
    context = contexts(chromium, viewport=PHONE, color_scheme="dark")
    visit = Visit(context.new_page(), base)
    visit.open(address_of(page)).evaluate(AXE.read_text("utf-8"))
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.page.evaluate(SETTLED)
    found = visit.page.evaluate(CONTRAST.replace(', "color-contrast-enhanced"', ""))
    context.close()
    assert found == []
