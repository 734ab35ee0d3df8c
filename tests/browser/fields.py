"""Filling in the calculator's fields from a document of facts."""

import json
from typing import Any

from playwright.sync_api import Page


def fill(page: Page, on: str, track: str, facts: str) -> None:
    """Answer every field that ``facts`` (JSON text) names, as a person would."""
    page.locator('[name="on"]').fill(on)
    page.locator(f'[name="track"][value="{track}"]').check()
    for name, answer in json.loads(facts).items():
        _answer(page, name, answer)


def _answer(page: Page, name: str, answer: Any) -> None:
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
