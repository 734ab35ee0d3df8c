"""A statement about today says so itself once its last day is over."""

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visit

OVER = ".today .over"


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("2026-11-25T10:00:00+08:00", 0),
        ("2027-03-31T23:59:00+08:00", 0),
        ("2027-04-01T00:01:00+08:00", 1),
        ("2028-01-01T10:00:00+08:00", 1),
    ],
)
def test_the_page_says_when_the_last_known_day_is_over(
    visitor: Visit, moment: str, count: int
) -> None:
    """By the day in Suzhou, wherever the visitor's clock stands."""
    visitor.page.clock.install(time=moment)
    visitor.open("settlement/")
    expect(visitor.page.locator(OVER)).to_have_count(count)


def test_the_statement_names_its_last_day(visitor: Visit) -> None:
    """And what is known of the time after it."""
    visitor.page.clock.install(time="2027-06-01T10:00:00+08:00")
    visitor.open("settlement/")
    expect(visitor.page.locator(OVER)).to_contain_text("只知道到 2027 年 3 月 31 日")
