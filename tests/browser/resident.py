"""A resident at the calculator with a phone: taps and typed answers are counted."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import PHONE

STEP = """() => {
  const step = document.querySelector("#calculator")?.dataset.step;
  if (!step) return 0;
  const shown = document.querySelector(`.step[data-step-of="${step}"]:not([hidden])`);
  const top = document.querySelector("#context").getBoundingClientRect().top;
  return shown.getBoundingClientRect().bottom - Math.max(top, 0);
}"""
"""The height, in CSS pixels, from the head of the step on show to its last line; of others 0."""


@dataclass
class Resident:
    """Taps and typed numbers so far; ``screens`` is the most that one step took."""

    page: Page
    taps: int = 0
    typed: int = 0
    screens: float = 0

    @property
    def step(self) -> str:
        """The step on show."""
        return self.page.locator("#calculator").get_attribute("data-step") or ""

    def look(self) -> None:
        """Measure the step on show."""
        self.screens = max(self.screens, self.page.evaluate(STEP) / PHONE["height"])

    def tap(self, place: Locator) -> None:
        """One tap on what is seen; a finger finds nothing else."""
        self.look()
        place.click()
        self.taps += 1
        self.look()

    def press(self, name: str) -> None:
        """Tap the button of that name."""
        self.tap(
            self.page.get_by_role("button", name=name, exact=True).locator("visible=true").first
        )

    def choose(self, name: str, value: str) -> None:
        """Tap an answer of a question."""
        self.tap(self.page.locator(f'.choice:has([name="{name}"][value="{value}"])'))

    def tick(self, label: str) -> None:
        """Tap a line of a list."""
        self.tap(self.page.locator(".tick > .choice", has_text=label))

    def type(self, name: str, text: str) -> None:
        """Type a number or a day; the finger that goes there is not counted, as nobody does."""
        self.page.locator(f'[name="{name}"]').locator("visible=true").fill(text)
        self.typed += 1

    def nothing_else(self) -> None:
        """There is nothing of what has not been ticked: once for each list."""
        for _ in range(self.page.locator("[data-none-left]:visible").count()):
            self.tap(self.page.locator('[data-none-left][aria-pressed="false"]:visible').first)

    def reads(self, place: str, words: str) -> None:
        """What stands there is on the screen, and says so."""
        expect(self.page.locator(place)).to_contain_text(words)
        expect(self.page.locator(place)).to_be_visible()
        self.look()
