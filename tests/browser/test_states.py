"""The engine's stages in words, and what was typed outlives all of them."""

from playwright.sync_api import Page, Route, expect

from tests.browser.fields import choose, field, tools, total
from tests.browser.visits import EXPLAINED, Visit

ENGINE = "**/engine.wasm*"
STATUS = "#engine-status"


def test_words_come_within_the_first_second_and_progress_rises(visitor: Visit) -> None:
    """A slow start says megabytes that grow, read out once; once it is over, nothing."""
    page = visitor.page
    page.clock.install()
    held: list[Route] = []
    page.route(ENGINE, lambda route: held.append(route))  # noqa: PLW0108 - not a builtin
    visitor.open("calculator/")
    page.locator('#calculator[data-engine="loading"]').wait_for()
    page.clock.run_for(1_000)
    expect(page.locator(STATUS)).to_contain_text("计算程序正在准备")
    assert page.locator(f"{STATUS} [aria-hidden]").count() == 1
    _release(page, held)
    page.locator('#calculator[data-engine="ready"]').wait_for()
    expect(page.locator(STATUS)).to_have_text("")


def test_megabytes_rise_to_their_total(visitor: Visit) -> None:
    """Never back, and never more than there is."""
    page = visitor.page
    page.add_init_script(
        """const Real = Worker;
        self.seen = [];
        self.Worker = class extends Real {
          constructor(...given) {
            super(...given);
            this.addEventListener("message", ({ data }) => data.total && seen.push(data));
          }
        };"""
    )
    visitor.open_calculator()
    seen = page.evaluate("seen.map(({ loaded, total }) => [loaded, total])")
    loaded = [megabytes for megabytes, _ in seen]
    assert loaded == sorted(loaded)
    assert seen[-1][0] == seen[-1][1] > 0


def test_answers_outlive_a_failure_and_the_retry(visitor: Visit) -> None:
    """Text, choice and benefit are there through failed, loading and ready."""
    page = visitor.page
    page.route(ENGINE, lambda route: route.abort())
    visitor.open(EXPLAINED)
    page.locator('#calculator[data-engine="failed"]').wait_for()
    expect(page.locator(STATUS)).to_contain_text("已填的内容都还在")
    choose(page, "track", "schooling")
    field(page, "social_insurance_months").fill("96")
    choose(page, "education", "bachelor")
    tools(page)
    page.locator("#download").click()
    expect(page.locator("#kept")).to_contain_text("还没有准备好")
    page.unroute(ENGINE)
    page.get_by_role("button", name="重试").click()
    total(page, "540", "")
    _still_there(page)


def test_button_pressed_too_early_does_no_harm(visitor: Visit) -> None:
    """Before the engine is ready nothing can be kept; that is said, and it starts all the same."""
    page = visitor.page
    held: list[Route] = []
    page.route(ENGINE, lambda route: held.append(route))  # noqa: PLW0108 - not a builtin
    visitor.open(EXPLAINED)
    tools(page)
    page.locator("#store").click()
    expect(page.locator("#kept")).to_contain_text("还没有准备好")
    page.locator('#calculator[data-engine="loading"]').wait_for()
    _release(page, held)
    total(page, "0", "")


def test_without_scripts_paper_is_offered(visitor: Visit) -> None:
    """The page itself leads to the worksheet; so does a browser that is too old."""
    browser = visitor.page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{visitor.base}calculator/")
    paper = page.get_by_role("link", name="手工计分表")
    expect(paper).to_have_attribute("href", "../worksheet/")
    context.close()
    visitor.page.add_init_script("delete WebAssembly.Tag")
    visitor.open("calculator/")
    expect(visitor.page.locator(f"{STATUS} a")).to_have_attribute("href", "../worksheet/")


def _release(page: Page, held: list[Route]) -> None:
    if not held:
        page.wait_for_event("request", lambda request: "engine.wasm" in request.url)
    page.unroute(ENGINE)  # lets go what is held, and what is asked for from now on


def _still_there(page: Page) -> None:
    expect(page.locator('[name="track"]:checked')).to_have_value("schooling")
    expect(field(page, "social_insurance_months")).to_have_value("96")
    expect(page.locator('[name="education"]:checked')).to_have_value("bachelor")
