"""The keyboard alone, from the address to a kept result; what hears and sees differently."""

import re
from datetime import UTC, datetime
from itertools import product
from typing import Any

from playwright.sync_api import Browser, Page, expect

from tests.browser.fields import STEPS, choose, field, settled, show_step, total
from tests.browser.visits import DESK, PHONE, READY, Visit, visiting
from tests.browser.waiting import ANIMATED

FOCUS = """() => {
  const focused = document.activeElement;
  const { name = "", value = "", id = "", textContent = "" } = focused;
  const box = (focused.closest(".choice, .file") ?? focused).getBoundingClientRect();
  const middle = [box.x + Math.min(box.width, innerWidth) / 2, box.y + box.height / 2];
  const top = document.elementFromPoint(...middle);
  const covered = top !== null && !top.contains(focused) && !focused.contains(top)
    && !top.closest(".choice, .file")?.contains(focused);
  const outlined = [focused, focused.closest(".choice, .file")].some(
    (place) => place && getComputedStyle(place).outlineStyle !== "none");
  return { name, value, id, text: textContent.trim(), seen: top !== null && !covered, outlined,
    ours: focused.closest("#calculator") !== null };
}"""


def test_from_the_address_to_a_stored_result_with_the_keyboard_alone(visitor: Visit) -> None:
    """Tab, Shift+Tab, arrows, space, Enter and typing; the focus is always seen."""
    page = visitor.open_calculator()
    _tab_to(page, name="track")
    page.keyboard.press("ArrowRight")
    expect(page.locator('[name="track"]:checked')).to_have_value("schooling")
    page.keyboard.press("ArrowLeft")
    _tab_to(page, name="social_insurance_months")
    page.keyboard.type("96")
    _tab_to(page, name="education")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator('[name="education"]:checked')).to_have_value("junior_college")
    _tab_to(page, name="home_areas")
    page.keyboard.type("90")
    _tab_to(page, text="再加一套")
    page.keyboard.press("Enter")
    page.keyboard.type("80")
    _tab_to(page, text="去掉这一套")
    page.keyboard.press("Space")
    expect(page.locator('[name="home_areas"]')).to_have_count(1)
    expect(field(page, "home_areas")).to_be_focused()
    for none in ("下面这些都没有", "都没有"):
        _tab_to(page, text=none)
        page.keyboard.press("Space")
    expect(page.locator("#total")).to_have_attribute("data-low", re.compile(r"^5\d\d$"))
    _tab_to(page, text="带走这份估算")
    page.keyboard.press("Enter")
    _tab_to(page, id="store")
    page.keyboard.press("Enter")
    expect(page.locator("#kept")).to_contain_text("已存在这台设备")
    page.keyboard.press("Shift+Tab")
    assert _focus(page)["id"] == "share"


def test_step_by_step_with_the_keyboard_alone(chromium: Browser, base: str) -> None:
    """On a phone with a keyboard: each step begins at its heading, and Enter leads on and back."""
    with visiting(chromium, base, PHONE) as visit:
        page = visit.open("calculator/")
        page.locator(READY).wait_for(state="attached")
        _tab_to(page, name="track")
        page.keyboard.press("Space")
        _tab_to(page, text="下一步")
        page.keyboard.press("Enter")
        assert _focus(page)["text"] == "要不要积分，能不能办"
        _tab_to(page, text="都符合")
        page.keyboard.press("Enter")
        _tab_to(page, text="下一步")
        page.keyboard.press("Enter")
        assert _focus(page)["text"] == "最要紧的几项"
        _tab_to(page, name="social_insurance_months")
        page.keyboard.type("96")
        _tab_to(page, text="上一步")
        page.keyboard.press("Enter")
        assert _focus(page)["text"] == "要不要积分，能不能办"
        page.go_forward()
        assert _focus(page)["text"] == "最要紧的几项"
        expect(page.locator('[name="social_insurance_months"]')).to_have_value("96")
        assert visit.said == []


def test_an_error_is_tied_to_its_field_and_announced_once(visitor: Visit) -> None:
    """Described, invalid, and said aloud with its question when the field is left."""
    calculator = visitor.open_calculator()
    months = field(calculator, "social_insurance_months")
    months.fill("1.5")
    expect(calculator.locator("#e-social_insurance_months")).to_have_text("")
    months.blur()
    expect(months).to_have_attribute("aria-describedby", re.compile(r"^e-social_insurance_months"))
    expect(months).to_have_attribute("aria-invalid", "true")
    faults = calculator.locator("#faults")
    expect(faults).to_have_attribute("role", "alert")
    expect(faults).to_have_text(re.compile("社会保险几个月？："))
    calculator.evaluate(
        "new MutationObserver(() => self.again = true).observe(faults, { childList: true })"
    )
    field(calculator, "housing_fund_months").fill("96")
    expect(calculator.locator("#total")).to_have_attribute("data-low", "40")
    assert calculator.evaluate("self.again") is None


def test_the_total_is_announced_once_the_typing_rests(visitor: Visit) -> None:
    """Four digits are four totals to the eye, and one to the ear, a second and a half later."""
    page = visitor.page
    page.clock.install()
    visitor.open_calculator()
    expect(page.locator("#announce")).to_have_text(re.compile("^估算总分"))
    settled(page)
    page.evaluate(
        """self.said = [];
        for (const place of document.querySelectorAll("#calculator *"))
          if (place.matches("[role=status], [role=alert], [aria-live], output"))
            new MutationObserver(() => said.push(place.textContent))
              .observe(place, { childList: true, subtree: true, characterData: true });"""
    )
    now = page.evaluate("Date.now()")
    page.clock.pause_at(datetime.fromtimestamp(now / 1000 + 60, UTC))
    field(page, "social_insurance_months").press_sequentially("96")
    field(page, "housing_fund_months").press_sequentially("96")
    total(page, "520", "")
    page.clock.run_for(1_400)
    assert page.evaluate("said") == []
    page.clock.run_for(200)
    assert page.evaluate("said") == ["估算总分 没有扣分的话，至少 520 分"]
    page.clock.run_for(10_000)
    settled(page)
    assert page.evaluate("said") == ["估算总分 没有扣分的话，至少 520 分"]


def test_nothing_moves_for_who_asked_for_less_motion(calculator: Page) -> None:
    """The bar slides for the others alone."""
    bar = calculator.locator("#bar .certain")
    for motion, seconds in [("reduce", "0s"), ("no-preference", "0.2s")]:
        calculator.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
        assert bar.evaluate("(it) => getComputedStyle(it).transitionDuration") == seconds


def test_forced_colours_keep_what_is_chosen_apart(calculator: Page) -> None:
    """The chosen answer has an outline of the system's; the bar keeps its hatching."""
    choose(calculator, "education", "bachelor")
    calculator.emulate_media(forced_colors="active")
    chosen = calculator.locator('.choice:has([name="education"]:checked)')
    other = calculator.locator('.choice:has([name="education"][value="doctor"])')
    style = "(it) => getComputedStyle(it).outlineStyle"
    assert chosen.evaluate(style) == "solid"
    assert other.evaluate(style) == "none"
    pattern = calculator.locator("#bar .open").evaluate(
        "(it) => getComputedStyle(it).backgroundImage"
    )
    assert pattern.startswith("repeating-linear-gradient")


def test_large_type_does_not_scroll_sideways(visitor: Visit) -> None:
    """Twice the type, with a result and two parents, in every step, down to 320 px."""
    calculator = visitor.open_calculator()
    choose(calculator, "track", "schooling")
    field(calculator, "social_insurance_months").fill("1.5")
    calculator.locator("#add-parent").click()
    field(calculator, "other.social_insurance_months").fill("96")
    settled(calculator)
    calculator.evaluate("document.documentElement.style.fontSize = '200%'")
    for wide, step in product((DESK["width"], PHONE["width"], 320), STEPS):
        calculator.set_viewport_size({"width": wide, "height": PHONE["height"]})
        show_step(calculator, step)
        assert calculator.evaluate("document.documentElement.scrollWidth") <= wide
        clipped = calculator.evaluate(
            """[...document.querySelectorAll("#calculator *")].filter((it) =>
              it.checkVisibility() && !it.closest(".unseen, #bar, svg, .file input")
              && it.getBoundingClientRect().right > innerWidth + 1).map((it) => it.outerHTML)"""
        )
        assert clipped == []


def _focus(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUS)
    return found


def _tab_to(page: Page, **wanted: str) -> None:
    """Press Tab until the focus is there; every stop in the calculator is seen and outlined."""
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = _focus(page)
        if focus["ours"]:
            if not focus["seen"]:
                page.evaluate(ANIMATED)  # the theme's skip link fades
                focus = _focus(page)
            assert focus["seen"], focus
            assert focus["outlined"], focus
        if wanted.items() <= focus.items():
            return
    raise AssertionError(f"Tab does not lead to {wanted}")
