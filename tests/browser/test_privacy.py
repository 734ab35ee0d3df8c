"""Through a full session no answer is anywhere but in the page, unless it was asked for."""

from playwright.sync_api import Page, expect

from tests.browser.fields import choose, field, open_text, settled, tools, total
from tests.browser.visits import Visit

ANSWERS = ("1981-03-02", "19810302", "137.25", "713", "bachelor")
"""Texts that stand nowhere on their own: typed below, looked for everywhere."""

KEPT = """async () => {
  const databases = await indexedDB.databases();
  const caches_ = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) caches_.push(request.url);
  }
  return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, caches_,
    document.cookie, history.state, location.href, document.title, name]);
}"""


def test_no_answer_is_anywhere_but_in_the_page(visitor: Visit) -> None:
    """Requests of page and worker, their bodies, console, title, storage, cookies, history."""
    page = visitor.page
    sent: list[str] = []
    page.context.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
    session = page.context.new_cdp_session(page)
    visitor.open_calculator()
    engine = [url for url in visitor.requests if "/engine/" in url]
    assert any(url.endswith("worker.js") for url in engine)
    assert any("engine.wasm" in url for url in engine)  # the worker's requests are seen as well
    before = len(visitor.requests)
    _answer_everything(page)
    open_text(page, "{}")
    expect(page.locator("#kept")).to_contain_text("已经打开")
    _answer_everything(page)
    tools(page)
    page.locator("#share").click()
    page.locator("#dont-copy").click()
    history = session.send("Page.getNavigationHistory")
    visited = [f"{entry['url']} {entry['title']}" for entry in history["entries"]]
    places = "\n".join([page.evaluate(KEPT), *visited, *sent, *visitor.said, *visitor.requests])
    assert [answer for answer in ANSWERS if answer in places] == []
    assert visitor.requests[before:] == []
    assert visitor.said == []
    assert page.context.cookies() == []
    assert visitor.elsewhere == []


def test_reload_leaves_nothing(visitor: Visit) -> None:
    """Without asking, a reload is a fresh form, and so is coming back."""
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("713")
    total(page, "500", "")
    page.reload()
    total(page, "0", "")
    expect(field(page, "social_insurance_months")).to_have_value("")


def _answer_everything(page: Page) -> None:
    choose(page, "track", "schooling")
    field(page, "birth_date").fill("19810302")
    field(page, "social_insurance_months").fill("713")
    field(page, "home_areas").fill("137.25")
    choose(page, "lives_in_own_home", "true")
    choose(page, "education", "bachelor")
    if page.locator("#add-parent").get_attribute("aria-expanded") == "false":
        page.locator("#add-parent").click()
    field(page, "other.birth_date").fill("1981-03-02")
    expect(page.locator("#family")).not_to_be_empty()
    settled(page)
