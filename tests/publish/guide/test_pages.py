"""The form and the table are rendered from the standard: every row, every question, once."""

from pathlib import Path

from calculator.publish.guide.pages import render_pages
from calculator.publish.page.form import sections
from tests.support import editions, suzhou_2016

STANDARD = suzhou_2016()


def test_every_question_of_a_row_is_asked_once() -> None:
    """The form asks what rows read, each fact once, and nothing that only conditions read."""
    asked = [each.question.fact.id for section in sections(STANDARD) for each in section.asked]
    assert sorted(asked) == sorted({fact for item in STANDARD.items for fact in item.facts})


def test_every_item_is_settled_by_one_question() -> None:
    """The points of each item show under exactly one question."""
    settled = [
        item.id for section in sections(STANDARD) for each in section.asked for item in each.settles
    ]
    assert sorted(settled) == sorted(item.id for item in STANDARD.items)


def test_pages_are_rendered_with_the_figures_of_the_edition(tmp_path: Path) -> None:
    """No name of a figure is left, and the engine is named by its folder."""
    render_pages(editions(), "suzhou-2016", Path("engine/0123"), tmp_path)
    written = {page.name: page.read_text("utf-8") for page in tmp_path.glob("*.md")}
    assert str(STANDARD.number) in written["standard.md"]
    assert "../engine/0123/" in written["calculator.md"]
    assert [name for name, text in written.items() if "{{" in text or "{%" in text] == []
