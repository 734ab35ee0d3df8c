"""The self-check page: the golden cases in a visitor's own browser."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.engines import Engine
from tests.browser.self_check import CASES, FEW, bring_few, prove
from tests.browser.visits import DESK, PHONE, Visit, visiting
from tests.golden import cases
from tests.support import ROOT

COUNTS = Counter(case.standard for case in cases())
ALL = str(COUNTS.total())
AXE = ROOT / "node_modules/axe-core/axe.min.js"
SECONDS = 300  # hundreds of cases, on a machine that has other work, too


@pytest.fixture(scope="module")
def passed(chromium: Browser, base: str) -> Iterator[Visit]:
    """A visitor at a desk in whose browser every case was right."""
    with visiting(chromium, base, DESK) as visit:
        prove(visit, "passed")
        yield visit


def test_every_case_is_right_in_chromium(passed: Visit) -> None:
    """As many as tests/golden holds, edition by edition."""
    page = passed.page
    expect(page.locator("#proof")).to_have_attribute("data-passed", ALL)
    expect(page.locator("#proof")).to_have_attribute("data-failed", "0")
    told = page.locator("#counts td").all_inner_texts()
    rows = [told[place : place + 3] for place in range(0, len(told), 4)]
    assert rows == [[str(n), str(n), "0"] for n in COUNTS.values()]


def test_nothing_is_said_and_nobody_else_is_asked(passed: Visit) -> None:
    """No word in the console, no request to another host."""
    assert passed.said == []
    assert passed.elsewhere == []


def test_report_says_where_it_was_worked_out(passed: Visit) -> None:
    """Every row of the report is told."""
    told = {
        str(row.get_attribute("data-tell")): row.inner_text()
        for row in passed.page.locator("[data-tell]").all()
    }
    assert [name for name, text in told.items() if not text] == []
    assert told["standards"] == "、".join(COUNTS)
    assert told["browser"] == passed.page.evaluate("navigator.userAgent")
    assert "DecompressionStream gzip：有" in told["features"]
    assert "module worker：有" in told["features"]


def test_report_fits_two_sheets(passed: Visit, tmp_path: Path) -> None:
    """Printed on A4: the verdict and the tables, without the list of every case."""
    pdf = passed.page.pdf(path=tmp_path / "report.pdf", format="A4")
    assert pdf.count(b"/Type /Page\n") <= 2


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["390px", "1280px"])
def test_page_is_no_wider_than_the_screen(passed: Visit, viewport: Any) -> None:
    """Nothing is to be scrolled sideways, long names of browsers least of all."""
    passed.page.set_viewport_size(viewport)
    width = passed.page.evaluate("document.documentElement.scrollWidth")
    assert width <= viewport["width"]


def test_every_case_is_right_in_other_browsers(other_engine: Engine, base: str) -> None:
    """Firefox ESR and WebKitGTK give, to the last point, what was worked out by hand."""
    other_engine.open(f"{base}proof/")
    other_engine.run('void document.querySelector("#start").click()')
    other_engine.wait_for(
        '#proof:is([data-verdict="passed"], [data-verdict="failed"])', seconds=SECONDS
    )
    verdict = other_engine.run('({ ...document.querySelector("#proof").dataset })')
    told = {name: verdict[name] for name in ("verdict", "passed", "failed")}
    assert told == {"verdict": "passed", "passed": ALL, "failed": "0"}


def test_nothing_is_loaded_before_the_button(visitor: Visit) -> None:
    """Who only reads the page downloads neither engine nor cases."""
    page = visitor.open("proof/")
    expect(page.locator("#proof")).to_have_attribute("data-verdict", "idle")
    page.wait_for_load_state("networkidle")
    assert [url for url in visitor.requests if "/engine/" in url or "cases.json" in url] == []


def test_a_changed_figure_fails_and_is_named(visitor: Visit) -> None:
    """One expected total, one point off: the case's id, the total, and the count of failures."""

    def spoil(editions: Any) -> None:
        editions[0]["cases"][0]["total"] += 1

    bring_few(visitor.page, spoil)
    page = prove(visitor, "failed")
    expect(page.locator("#proof")).to_have_attribute("data-failed", "1")
    expect(page.locator("#faults li")).to_have_count(1)
    expect(page.locator("#faults")).to_contain_text("worked-check")
    expect(page.locator("#faults")).to_contain_text("总分手算 1071 分，程序算得 1070 分")
    assert visitor.said == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda editions: editions[0]["cases"].pop(), f"实有 {FEW - 1} 个"),
        (lambda editions: editions[1].update(cases=[], count=0), "2021 版）没有算例"),
        (lambda editions: editions.pop(), "没有算例"),
        (lambda editions: editions.clear(), "一个算例也没有"),
    ],
    ids=["one-short", "empty", "missing", "none"],
)
def test_cases_that_are_not_all_there_are_no_proof(
    visitor: Visit, spoil: Callable[[Any], object], said: str
) -> None:
    """Though every case that came is right."""
    bring_few(visitor.page, spoil)
    page = prove(visitor, "failed")
    expect(page.locator("#proof")).to_have_attribute("data-failed", "0")
    expect(page.locator("#faults")).to_contain_text(said)


@pytest.mark.parametrize(
    ("pattern", "answer", "said"),
    [
        (CASES, {"status": 404}, "没有取到算例"),
        (CASES, {"status": 200, "body": "<!doctype html>"}, "取到的算例读不懂"),
        ("**/engine.wasm*", {"status": 404}, "计算程序没有启动，或者中途停了"),
    ],
    ids=["no-cases", "no-json", "no-engine"],
)
def test_what_does_not_come_is_no_proof(
    visitor: Visit, pattern: str, answer: dict[str, Any], said: str
) -> None:
    """The page says what is missing, and tries again at another press."""

    def fail(route: Route) -> None:
        route.fulfill(**answer)

    bring_few(visitor.page)
    visitor.page.route(pattern, fail)
    page = prove(visitor, "failed")
    expect(page.locator("#faults")).to_contain_text(said)
    page.unroute(pattern, fail)
    page.get_by_role("button", name="再做一遍").click()
    expect(page.locator("#proof")).to_have_attribute("data-verdict", "passed")
    expect(page.locator("#faults li")).to_have_count(0)


def test_page_has_no_axe_finding(visitor_by_width: Visit) -> None:
    """Before and after, with every case unfolded."""
    bring_few(visitor_by_width.page)
    page = visitor_by_width.open("proof/")
    page.evaluate(AXE.read_text("utf-8"))
    assert findings(page) == []
    page.get_by_role("button", name="开始自检").click()
    expect(page.locator("#proof")).to_have_attribute("data-verdict", "passed")
    for summary in page.locator("#proof summary").all():
        summary.click()
    assert findings(page) == []


def findings(page: Page) -> list[str]:
    """Rules of axe that something in the page's own content breaks."""
    found = page.evaluate('axe.run("article").then(({ violations }) => violations)')
    return [f"{finding['id']}: {finding['nodes'][0]['target']}" for finding in found]
