"""Take it with you: paper, a file, a link, this device; and nothing unless asked."""

import json
import re
import subprocess
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.fields import (
    STEPS,
    choose,
    field,
    fill_worked_check,
    open_text,
    settled,
    show_step,
    tools,
    total,
)
from tests.browser.visits import PHONE, Visit
from tests.support import ROOT

STORED = "localStorage.getItem('suzhou-points:1')"
PRINTED = ("#total", "#result-head", "#lines", "#conditions", "#papers", "#disclaimer")
DAMAGED = "#v1.abc.12345678"


def test_the_result_is_one_page_of_paper(calculator: Page) -> None:
    """Total, lines, conditions, papers, days and the reserve: one A4 page, nothing open or all."""
    assert _sheets(calculator) == 1
    fill_worked_check(calculator)
    settled(calculator)
    assert _sheets(calculator) == 1
    calculator.emulate_media(media="print")
    calculator.evaluate("dispatchEvent(new Event('beforeprint'))")
    calculator.set_viewport_size(PHONE)  # paper is no wider than a tablet
    for step, place in product(STEPS, PRINTED):
        show_step(calculator, step)
        expect(calculator.locator(place)).to_be_visible()
    expect(calculator.locator("#result-head")).to_contain_text("情况截至 2016-05-15，打印于 20")
    expect(calculator.locator("#questions")).to_be_hidden()


def test_saved_on_this_device_only_when_asked_and_cleared_when_asked(visitor: Visit) -> None:
    """Nothing before the button; restored after it; gone after 清除全部, on the page, too."""
    page = visitor.open_calculator()
    field(page, "social_insurance_months").fill("96")
    total(page, "480", "")
    assert page.evaluate(STORED) is None
    expect(page.locator("#restore")).to_be_hidden()
    tools(page)
    page.locator("#store").click()
    expect(page.locator("#kept")).to_contain_text("已存在这台设备")
    page.close()
    visitor.page = page = page.context.new_page()
    visitor.open_calculator()
    total(page, "0", "")
    page.locator("#restore").click()
    total(page, "480", "")
    choose(page, "standard", "suzhou-2021")
    page.locator("#clear").click()
    expect(page.locator("#kept")).to_contain_text("都已清除")
    total(page, "0", "")
    choose(page, "standard", "suzhou-2016")
    expect(page.locator("#questions > *")).to_have_attribute("data-standard", "suzhou-2016")
    expect(field(page, "social_insurance_months")).to_have_value("")
    expect(page.locator("#restore")).to_be_hidden()
    assert page.evaluate(STORED) is None


def test_the_command_line_reads_the_file_and_it_opens_again(
    calculator: Page, tmp_path: Path
) -> None:
    """The same total in all three places."""
    fill_worked_check(calculator)
    tools(calculator)
    with calculator.expect_download() as begun:
        calculator.locator("#download").click()
    assert begun.value.suggested_filename == "suzhou-2016-settlement-2016-05-15.json"
    path = tmp_path / begun.value.suggested_filename
    begun.value.save_as(path)
    command = [sys.executable, "-m", "calculator", "estimate", str(path), "--json"]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert json.loads(done.stdout)["total"] == {"low": 1070, "high": 1070}
    calculator.locator("#clear").click()
    expect(calculator.locator("#total")).to_have_text("还说不准")
    tools(calculator)
    calculator.locator("#open").set_input_files(path)
    total(calculator, "1070", "1070")
    expect(calculator.locator("#kept")).to_have_text("已经打开。")


def test_what_an_older_file_no_longer_fits_is_said(calculator: Page) -> None:
    """Each by name; what still fits is read."""
    facts = {"social_insurance_months": 96, "gone_long_ago": 1, "education": "magister"}
    kept = facts | {"estimate": {"version": 1, "standard": "suzhou-2016", "track": "settlement"}}
    open_text(calculator, json.dumps(kept))
    total(calculator, "480", "")
    expect(calculator.locator("#kept")).to_contain_text("有几处不再适用")
    notes = calculator.locator("#notes")
    for note in ("gone_long_ago", "magister", "没有写是哪一天"):
        expect(notes).to_contain_text(note)
    open_text(calculator, "no JSON")
    expect(calculator.locator("#kept")).to_contain_text("打不开")
    expect(field(calculator, "social_insurance_months")).to_have_value("96")


def test_an_edition_alone_brings_a_benefit_that_it_rules(calculator: Page) -> None:
    """What is said of the answers is said of the edition on show."""
    open_text(
        calculator, json.dumps({"estimate": {"version": 1, "standard": "suzhou-2024-schooling"}})
    )
    expect(calculator.locator("#kept")).to_contain_text("已经打开")
    expect(calculator.locator('[name="standard"]:checked')).to_have_value("suzhou-2024-schooling")
    expect(calculator.locator('[name="track"]:checked')).to_have_value("schooling")


def test_a_link_warns_first_and_opens_to_the_same_total(visitor: Visit) -> None:
    """Answers stand in the fragment alone, and leave the address and the history at once."""
    page = visitor.open_calculator()
    fill_worked_check(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tools(page)
    page.locator("#share").click()
    expect(page.locator("#share-warning")).to_contain_text("谁拿到链接谁就能看到")
    expect(page.locator("#copy")).to_be_focused()
    page.locator("#copy").click()
    expect(page.locator("#kept")).to_have_text("链接已复制。")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address.startswith(
        f"{visitor.base}calculator/?standard=suzhou-2016&track=settlement#v1."
    )
    page.goto("about:blank")
    page.goto(address)
    total(page, "1070", "1070")
    plain = address.partition("#")[0]
    assert page.url == plain
    page.goto(f"{visitor.base}standard/")
    page.go_back()
    assert page.url == plain


def test_a_damaged_link_is_said_also_where_it_is_pasted_over_the_page(visitor: Visit) -> None:
    """What a chat program cut off is noticed, not half read; it leaves the address all the same."""
    page = visitor.open(f"calculator/{DAMAGED}")
    assert page.url == f"{visitor.base}calculator/"
    expect(page.locator("#kept")).to_contain_text("打不开")
    expect(page.locator("#brought")).to_contain_text("打不开")
    expect(page.locator("#brought")).to_be_in_viewport()
    page.locator("#clear").click()
    expect(page.locator("#brought")).to_be_hidden()
    page.evaluate(f"location.hash = '{DAMAGED}'")
    expect(page.locator("#kept")).to_contain_text("打不开")
    assert page.url == f"{visitor.base}calculator/"


def test_what_does_not_fit_is_not_taken_along_and_that_is_said(calculator: Page) -> None:
    """A faulty answer is left out by name."""
    field(calculator, "social_insurance_months").fill("1.5")
    tools(calculator)
    calculator.locator("#store").click()
    expect(calculator.locator("#notes li")).to_have_count(1)
    expect(calculator.locator("#notes")).to_contain_text("整数")


def _sheets(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
