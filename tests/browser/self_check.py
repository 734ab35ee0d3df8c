"""The self-check page, with all of the golden cases or with two of each edition."""

import json
from collections.abc import Callable
from typing import Any, Final

from playwright.sync_api import Page, Route, expect

from tests.browser.visits import Visit

CASES: Final = "**/proof/cases.json"
FEW: Final = 2
"""Cases of each edition, where it does not matter how many there are."""

_PATIENCE: Final = 300_000  # ms: hundreds of cases, on a machine that has other work, too


def prove(visit: Visit, verdict: str) -> Page:
    """The page, once it has come to this verdict."""
    page = visit.open("proof/")
    page.get_by_role("button", name="开始自检").click()
    expect(page.locator("#proof")).to_have_attribute("data-verdict", verdict, timeout=_PATIENCE)
    return page


def bring_few(page: Page, spoil: Callable[[Any], object] = list) -> None:
    """Let the page get two cases of each edition, and ``spoil`` the list of editions first."""

    def answer(route: Route) -> None:
        response = route.fetch()
        tables = response.json()
        for edition in tables["editions"]:
            edition.update(cases=edition["cases"][:FEW], count=FEW)
        spoil(tables["editions"])
        route.fulfill(response=response, body=json.dumps(tables))

    page.route(CASES, answer)
