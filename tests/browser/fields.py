"""Filling in the calculator's fields from a document of facts."""

import json
from typing import Any, Final

from playwright.sync_api import FilePayload, Frame, FrameLocator, Locator, Page, expect

from tests.browser.waiting import wait_until
from tests.golden import cases

WORKED_CHECK = next(case for case in cases() if case.id == "worked-check")


_REVEAL: Final = """(name) => {
  const input = document.querySelector(`#calculator form [name="${CSS.escape(name)}"]`);
  for (let fold = input?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  const row = input?.closest(".tick:not(.ticked)");
  row?.querySelector(":scope > .choice input").click();
}"""
"""Unfolds what a field stands in, and ticks its row, as a person does who has something to say."""


def reveal(page: Page | Frame, name: str) -> None:
    """Make the field seen at a desk, where all steps stand under each other."""
    page.evaluate(_REVEAL, name)


def fill(page: Page, on: str, track: str, facts: str) -> None:
    """Answer every field that ``facts`` (JSON text) names, as a person would."""
    reveal(page, "on")
    page.locator('[name="on"]').fill(on)
    page.locator(f'[name="track"][value="{track}"]').check()
    for name, answer in json.loads(facts).items():
        _answer(page, name, answer)


def fill_worked_check(page: Page) -> None:
    """The worked check, typed in; returns once its total stands there."""
    fill(page, WORKED_CHECK.on.isoformat(), WORKED_CHECK.track, WORKED_CHECK.facts)
    total(page, "1070", "1070")


def _answer(page: Page, name: str, answer: Any) -> None:
    reveal(page, name)
    match answer:
        case []:
            page.locator(f'[data-none-of="{name}"]').check()
        case [*measures]:
            for place, measure in enumerate(measures):
                if place:
                    page.locator(f'[data-add-to="{name}"]').click()
                page.locator(f'[name="{name}"]').nth(place).fill(str(measure))
        case bool():
            page.locator(f'[name="{name}"][value="{json.dumps(answer)}"]').check()
        case str() if page.locator(f'[name="{name}"][type="radio"]').count():
            page.locator(f'[name="{name}"][value="{answer}"]').check()
        case _:
            page.locator(f'[name="{name}"]').fill(str(answer))


def field(page: Page, name: str) -> Locator:
    """The first input of that name, unfolded."""
    reveal(page, name)
    return page.locator(f'[name="{name}"]').first


def choose(page: Page, name: str, value: str) -> None:
    """Check one of several; the empty value is 不清楚."""
    reveal(page, name)
    page.locator(f'[name="{name}"][value="{value}"]').check()


def none(page: Page) -> None:
    """There is nothing of what has not been ticked, to add or to take away."""
    for button in page.locator("[data-none-left]:visible").all():
        button.click()


STEPS: Final = ("start", "eligibility", "numbers", "extras", "result")
"""The steps, in their order; on a phone one of them fills the screen."""


def show_step(page: Page | FrameLocator, step: str) -> None:
    """Show a step at once, whatever has to be answered before it."""
    page.locator("#calculator").evaluate("(it, step) => { it.dataset.step = step; }", step)


def tools(page: Page) -> None:
    """Unfold what saves, prints and shares."""
    page.evaluate("document.querySelector('.keep').open = true")


def total(page: Page, low: str, high: str) -> None:
    """The total is, or comes to be, between these; an empty end is without limit.

    What stands beside it is then of the last answer too: a total may be right before that one.
    """
    expect(page.locator(f'#total[data-low="{low}"][data-high="{high}"]')).to_be_visible()
    shown = [page.locator(place) for place in ("#calculator", "#total")]
    wait_until(
        lambda: len({place.get_attribute("data-answers") for place in shown}) == 1,
        "the total is of the last answer",
    )


def settled(page: Page) -> None:
    """What the page shows later, the coming days and other editions, is of the answers on show."""
    number = page.locator("#calculator").get_attribute("data-answers")
    expect(page.locator("#outlook")).to_have_attribute("data-answers", str(number))


def open_text(page: Page, text: str) -> None:
    """Open a file with this text in it."""
    file: FilePayload = {
        "name": "x.json",
        "mimeType": "application/json",
        "buffer": text.encode(),
    }
    page.locator("#open").set_input_files(file)
