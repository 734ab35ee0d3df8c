"""Through a full session no answer is anywhere but in the page and its tab, unless asked for."""

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
  const { "suzhou-points:tab": _, ...session } = sessionStorage;
  return JSON.stringify([{ ...localStorage }, session, databases, caches_,
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
    assert "137.25" in page.evaluate("sessionStorage['suzhou-points:tab']")
    assert visitor.requests[before:] == []
    assert visitor.said == []
    assert page.context.cookies() == []
    assert visitor.elsewhere == []


def test_answers_outlive_a_reload_and_go_with_the_tab(visitor: Visit) -> None:
    """Another tab of the same browser knows nothing of them."""
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("713")
    total(page, "500", "")
    page.reload()
    total(page, "500", "")
    expect(field(page, "social_insurance_months")).to_have_value("713")
    other = page.context.new_page()
    other.goto(page.url)
    total(other, "0", "")
    expect(field(other, "social_insurance_months")).to_have_value("")


def test_clearing_forgets_what_the_tab_kept(visitor: Visit) -> None:
    """After 清除全部 a reload brings nothing back."""
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("713")
    total(page, "500", "")
    page.locator("#clear").click()
    page.reload()
    expect(field(page, "social_insurance_months")).to_have_value("")


def _answer_everything(page: Page) -> None:
    choose(page, "standard", "suzhou-2016")
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
