"""The search with what people type: everyday words and whole questions, and the page they want."""

import tomllib
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

HERE: Final = Path(__file__).parent
ASK: Final = (HERE / "search.js").read_text(encoding="utf-8")
QUERIES: Final[dict[str, dict[str, list[str]]]] = tomllib.loads(
    (HERE / "search_queries.toml").read_text(encoding="utf-8")
)
SOME_EDITION: Final = "editions/"
"""Any page about editions is right."""


@pytest.fixture(scope="module")
def places(chromium: Browser, base: str) -> dict[str, list[int | None]]:
    """For each list the place of the wanted page among the results, 0 first; None: not found."""
    page = chromium.new_page()
    page.goto(base)
    found = {name: _places(page, wanted) for name, wanted in QUERIES.items()}
    page.close()
    return found


def _places(page: Page, wanted: dict[str, list[str]]) -> list[int | None]:
    asked = [(query, address) for address, queries in wanted.items() for query in queries]
    answers: list[list[str]] = page.evaluate(
        ASK[ASK.index("async") :].rstrip(";\n"), [query for query, _ in asked]
    )
    return [_place(address, pages) for (_, address), pages in zip(asked, answers, strict=True)]


def _place(wanted: str, pages: list[str]) -> int | None:
    at = [page == wanted or wanted == SOME_EDITION == page[: len(wanted)] for page in pages]
    return at.index(True) if True in at else None


def share(places: list[int | None], first: int) -> float:
    """The share of queries whose page is among so many first results."""
    return sum(place is not None and place < first for place in places) / len(places)


def test_there_are_enough_queries() -> None:
    """And none twice."""
    asked = [
        query for wanted in QUERIES.values() for queries in wanted.values() for query in queries
    ]
    assert len(set(asked)) == len(asked)
    assert len(asked) >= 80


def test_the_wanted_page_comes_first(places: dict[str, list[int | None]]) -> None:
    """In nine of ten."""
    assert share(places["wanted"] + places["fresh"], 1) >= 0.9


def test_the_wanted_page_is_among_the_first_three(places: dict[str, list[int | None]]) -> None:
    """Always."""
    assert share(places["wanted"] + places["fresh"], 3) == 1


def test_what_nobody_thought_of_is_found_more_often_than_not(
    places: dict[str, list[int | None]],
) -> None:
    """Queries for which nothing was changed: half first, two of three among the first three."""
    assert share(places["last"], 1) >= 0.5
    assert share(places["last"], 3) >= 2 / 3
