"""Every page of the guide on a phone and at a desk: one visit, and what it measures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, ViewportSize, expect

from tests.browser.visits import DESK, PHONE, Visit
from tests.browser.waiting import ANIMATED
from tests.publish.guide.built_pages import every_page
from tests.support import ROOT

AXE: Final = ROOT / "node_modules/axe-core/axe.min.js"
MEASURE: Final = Path(__file__).with_name("measure.js").read_text(encoding="utf-8")
NARROW: Final[ViewportSize] = {"width": 320, "height": 640}
"""Of a small phone; and of a desk's 1280 px at 400 %."""

WIDE: Final = "document.documentElement.scrollWidth"
CONTRAST: Final = """axe.run(document, {resultTypes: ["violations"], runOnly:
    {type: "rule", values: ["color-contrast", "color-contrast-enhanced"]}}
).then((found) => found.violations.flatMap(({nodes}) => nodes.map(({html}) => html)))"""


@dataclass(frozen=True)
class Look:
    """A page as it was seen: what it measures, what it said, whom else it asked."""

    measured: dict[str, Any]
    said: list[str]
    elsewhere: list[str]
    widths: dict[str, int]
    """How wide it is, in px, by how it was looked at."""


def address_of(page: str) -> str:
    """Where a page of the navigation stands in the site."""
    stem = page.removesuffix(".md").removesuffix("index")
    return stem and f"{stem}/"


def contexts(chromium: Browser, **settings: Any) -> BrowserContext:
    """A visitor in no mood for movement."""
    return chromium.new_context(locale="zh-CN", reduced_motion="reduce", **settings)


@pytest.fixture(scope="module")
def looks(chromium: Browser, base: str) -> Iterator[Callable[[str, ViewportSize], Look]]:
    """Looks at a page of the navigation; the second look at it is the first one again."""
    visitors = {
        viewport["width"]: contexts(chromium, viewport=viewport) for viewport in (PHONE, DESK)
    }
    seen: dict[tuple[str, int], Look] = {}

    def look_at(name: str, viewport: ViewportSize) -> Look:
        key = name, viewport["width"]
        if key not in seen:
            page = visitors[viewport["width"]].new_page()
            seen[key] = _look(Visit(page, base), name, viewport)
            page.close()
        return seen[key]

    yield look_at
    for context in visitors.values():
        context.close()


def _look(visit: Visit, name: str, viewport: ViewportSize) -> Look:
    page = visit.page
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.open(address_of(name))
    page.evaluate(AXE.read_text("utf-8"))
    page.evaluate(ANIMATED)
    measured = page.evaluate(MEASURE)
    widths = {"as it is": page.evaluate(WIDE) - viewport["width"]}
    if viewport == PHONE:
        page.set_viewport_size(NARROW)
        widths["narrow"] = page.evaluate(WIDE) - NARROW["width"]
        page.evaluate("document.documentElement.dataset.readingModes = 'large'")
        widths["narrow, large type"] = page.evaluate(WIDE) - NARROW["width"]
    return Look(measured, visit.said, visit.elsewhere, widths)


def _pages(viewport: ViewportSize) -> list[Any]:
    """Every page at this width; pytest-xdist keeps those of a width together."""
    width = f"{viewport['width']}px"
    return [
        pytest.param((name, viewport), id=f"{name}-{width}", marks=pytest.mark.xdist_group(width))
        for name in every_page()
    ]


@pytest.fixture(params=[*_pages(PHONE), *_pages(DESK)])
def look(looks: Callable[[str, ViewportSize], Look], request: pytest.FixtureRequest) -> Look:
    """Each page at both widths."""
    return looks(*request.param)


@pytest.fixture(params=_pages(PHONE))
def look_on_a_phone(
    looks: Callable[[str, ViewportSize], Look], request: pytest.FixtureRequest
) -> Look:
    """Each page on a phone."""
    return looks(*request.param)


@pytest.fixture(params=_pages(DESK))
def look_at_a_desk(
    looks: Callable[[str, ViewportSize], Look], request: pytest.FixtureRequest
) -> Look:
    """Each page at a desk."""
    return looks(*request.param)


def test_axe_finds_nothing(look: Look) -> None:
    """All of its rules, the experimental ones too."""
    assert look.measured["findings"] == []


def test_page_says_nothing_to_the_console(look: Look) -> None:
    """No error, no message of the policy."""
    assert look.said == []


def test_page_asks_nobody_else(look_on_a_phone: Look) -> None:
    """No third party."""
    assert look_on_a_phone.elsewhere == []


def test_nothing_is_cut_off(look: Look) -> None:
    """No sideways scroll: at 1280, 390 and 320 px, there in large type, too."""
    assert {how: over for how, over in look.widths.items() if over > 0} == {}


def test_text_is_large(look: Look) -> None:
    """At least 16 px."""
    assert look.measured["small"] == []


def test_text_is_airy(look: Look) -> None:
    """Lines are at least 1.6 apart."""
    assert look.measured["tight"] == []


def test_lines_have_26_to_38_characters_at_a_desk(look_at_a_desk: Look) -> None:
    """Paragraphs that run over several lines."""
    lines = look_at_a_desk.measured["lines"]
    assert [length for length in lines if not 26 <= length <= 38.1] == []


def test_a_finger_finds_its_target(look_on_a_phone: Look) -> None:
    """Buttons and links of the navigation are 44 px on a phone."""
    assert look_on_a_phone.measured["missed"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["index.md", "coverage.md", "cutoffs.md", "worksheet.md"])
def test_high_contrast_has_7_to_1(chromium: Browser, base: str, page: str, scheme: Any) -> None:
    """In both schemes, on pages that have every colour between them."""
    context = contexts(chromium, viewport=DESK, color_scheme=scheme)
    visit = Visit(context.new_page(), base)
    visit.open(address_of(page)).locator("button[data-mode=contrast]").click()
    visit.page.evaluate(AXE.read_text("utf-8"))
    visit.page.evaluate(ANIMATED)
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
    page.evaluate(ANIMATED)
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
    visit.page.evaluate(ANIMATED)
    found = visit.page.evaluate(CONTRAST.replace(', "color-contrast-enhanced"', ""))
    context.close()
    assert found == []
