"""Visitors of the site: fresh ones, and a calculator that stays loaded from test to test.

A fresh visitor has a browser profile of their own and loads everything anew. That is needed where
a first visit, storage, faults, clocks or privacy are looked at; everywhere else ``WarmPages``
lends a page that is loaded already and has been cleared: of answers, of what was unfolded,
stored, scrolled to, focused and emulated, and of what was recorded. What goes on listening or
observing in a page, as a clock or a script at its start does, cannot be cleared: such a test takes
a fresh visitor.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
DESK: Final[ViewportSize] = {"width": 1280, "height": 900}

READY: Final = '#calculator[data-engine="ready"] #total[data-answers]'
"""Matches once the calculator shows its first estimate."""

EXPLAINED: Final = "calculator/?standard=suzhou-2016&track=settlement"
"""The calculator with the edition that the guide explains, whichever rules today."""

_CLEAR: Final = Path(__file__).with_name("clear.js").read_text("utf-8")
_STATE: Final = Path(__file__).with_name("state.js").read_text("utf-8")


@dataclass
class Visit:
    """A page, and all that it asked for and said."""

    page: Page
    base: str
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.base + path)
        return self.page

    def open_calculator(self, path: str = EXPLAINED) -> Page:
        """Go to the calculator and wait for its first estimate."""
        self.open(path)
        self.page.locator(READY).wait_for(state="attached")
        return self.page

    @property
    def elsewhere(self) -> list[str]:
        """Requests to anything but the site."""
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]


def new_visit(context: BrowserContext, base: str) -> Visit:
    """A visit that records what all tabs of its context ask for and say."""
    context.set_default_timeout(30_000)
    visit = Visit(context.new_page(), base)
    context.on("request", lambda request: visit.requests.append(request.url))
    context.on("console", lambda message: visit.said.append(message.text))
    context.on("weberror", lambda error: visit.said.append(str(error.error)))
    return visit


@contextmanager
def visiting(browser: Browser, base: str, viewport: ViewportSize = DESK) -> Iterator[Visit]:
    """A fresh visitor."""
    context = browser.new_context(viewport=viewport, locale="zh-CN")
    yield new_visit(context, base)
    context.close()


class WarmPages:
    """A loaded calculator at a desk, where every step is seen, lent to one test after another."""

    def __init__(self, browser: Browser, base: str) -> None:
        self._browser, self._base = browser, base
        self._visit: tuple[Visit, str] | None = None
        self.loads = 0
        """How often the calculator was loaded: once, unless a page did not come clean."""

    @contextmanager
    def lend(self) -> Iterator[Page]:
        """The calculator as after its first estimate; it must say nothing and ask nobody else."""
        visit = self._clean()
        yield visit.page
        assert visit.said == [], visit.said
        assert visit.elsewhere == [], visit.elsewhere

    def close(self) -> None:
        """End the visit."""
        if self._visit:
            self._visit[0].page.context.close()
        self._visit = None

    def _clean(self) -> Visit:
        """The page, cleared; a new one where something of the last test is left."""
        if self._visit:
            visit, first = self._visit
            if not visit.page.is_closed() and self._cleared(visit) == first:
                return visit
            self.close()
        self.loads += 1
        context = self._browser.new_context(viewport=DESK, locale="zh-CN")
        visit = new_visit(context, self._base)
        visit.open_calculator()
        first = visit.page.evaluate(_STATE)
        self._visit = visit, first
        return visit

    def _cleared(self, visit: Visit) -> str:
        """All that can be seen of the page's state, once it has been cleared."""
        page, context = visit.page, visit.page.context
        for tab in context.pages:
            if tab != page:
                tab.close()
        page.unroute_all()
        context.unroute_all()
        context.clear_cookies()
        context.clear_permissions()
        page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
        )
        page.set_viewport_size(DESK)
        page.mouse.move(0, 0)
        if page.url != self._base + EXPLAINED:
            self.loads += 1
            visit.open_calculator()
            page.evaluate(_STATE)
        page.evaluate(_CLEAR)
        number = page.locator("#calculator").get_attribute("data-answers")
        page.locator(f'#total[data-answers="{number}"]').wait_for()
        visit.requests.clear()
        visit.said.clear()
        left: str = page.evaluate(_STATE)
        return left
