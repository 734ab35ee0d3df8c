"""The form and the table are rendered from the standard: every row, every question, once."""

from calculator.publish.form import sections
from calculator.toml_files import load_editions

STANDARD = load_editions().standards["suzhou-2016"]


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
