"""The form and the table are rendered from the standard: every row, every question, once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from calculator.publish.guide.pages import Pages
from calculator.reading.problems import InputError
from tests.support import editions, suzhou_2016

STANDARD = suzhou_2016()


@pytest.fixture(scope="module")
def pages() -> Pages:
    """The guide for the edition of 2016."""
    return Pages(editions(), "suzhou-2016", "0123")


def test_page_has_the_figures_of_the_edition(pages: Pages) -> None:
    """By name in the template, as they are in the standard here."""
    assert str(STANDARD.number) in pages.markdown("standard.md")


def test_page_names_the_engine_by_its_folder(pages: Pages) -> None:
    """Relative to the page."""
    assert "../engine/0123/" in pages.markdown("calculator.md")


def test_every_edition_has_a_worksheet_and_a_page(pages: Pages) -> None:
    """The edition that the guide explains has its page in ``docs/``."""
    others = [edition for edition in editions().standards if edition != "suzhou-2016"]
    worksheets = [f"worksheet/{edition}.md" for edition in editions().standards]
    assert pages.of_editions == [*(f"editions/{edition}.md" for edition in others), *worksheets]


@pytest.fixture
def fault(tmp_path: Path) -> Callable[[str], str]:
    """The message for a page whose third line is given, of a guide that has that page alone."""

    def of(line: str) -> str:
        (tmp_path / "docs").mkdir()
        (tmp_path / "docs/wrong.md").write_text(f"# A\n\n{line}\n", "utf-8")
        pages = Pages(editions(), "suzhou-2016", "0123", tmp_path / "docs")
        with pytest.raises(InputError) as refused:
            pages.markdown("wrong.md")
        return str(refused.value)

    return of


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{{ no_such_name }}", "UndefinedError: 'no_such_name' is undefined"),
        ("{{ standard.hat }}", "has no attribute 'hat'"),
        ("{% if %}", "TemplateSyntaxError: Expected an expression"),
        ('{% include "none.html" %}', "TemplateNotFound: 'none.html' not found"),
        ("{{ cutoffs() }}", "TypeError"),
    ],
)
def test_fault_of_a_template_names_page_and_line(
    fault: Callable[[str], str], line: str, told: str
) -> None:
    """A name that is not there, a mistake in the writing, a call that fails."""
    message = fault(line)
    assert message.startswith("docs/wrong.md 第 3 行（网页 wrong.md）：")
    assert told in message


def test_fault_in_a_template_that_a_page_calls_names_the_template(
    fault: Callable[[str], str],
) -> None:
    """The innermost line, and the page on which it showed."""
    message = fault('{% from "chart.html" import draw %}{{ draw("a", {}) }}')
    assert message.startswith("templates/chart.html 第 ")
    assert "（网页 wrong.md）" in message
