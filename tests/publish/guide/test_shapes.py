"""The maintainer's page: every shape with its words and an example."""

import tomllib
from typing import Any

import pytest

from calculator.answers.facts import facts_of_unpublished
from calculator.publish.guide.shapes import ShapeDescription, shapes
from calculator.reading.table import Table
from calculator.rules.register import SHAPES
from calculator.rules.shape import Definitions
from tests.support import FACTS, suzhou_2016

SHOWN = shapes()
KNOWN = Definitions(
    FACTS | {fact.id: fact for fact in facts_of_unpublished("example", "某项")},
    {item.id: item for item in suzhou_2016().items},
)


def example_of(shape: ShapeDescription) -> dict[str, Any]:
    """The keys of the first example, which stands whole; the others are variants of it."""
    return tomllib.loads(shape.examples[0])


def test_every_shape_is_shown_once() -> None:
    """The page has all that data may use, and nothing else."""
    assert sorted(shape.name for shape in SHOWN) == sorted(SHAPES)


@pytest.mark.parametrize("shape", SHOWN, ids=lambda shape: shape.name)
def test_each_shape_has_words_of_its_own(shape: ShapeDescription) -> None:
    """A title, and a sentence that says what it is for."""
    assert (shape.title != "", shape.purpose.endswith("。")) == (True, True)


@pytest.mark.parametrize("shape", SHOWN, ids=lambda shape: shape.name)
def test_each_example_names_its_shape(shape: ShapeDescription) -> None:
    """What an officer copies says which shape it is."""
    assert example_of(shape)["rule"] == shape.name


@pytest.mark.parametrize("shape", SHOWN, ids=lambda shape: shape.name)
def test_each_example_is_read_without_a_fault(shape: ShapeDescription) -> None:
    """Its facts, choices and rows exist, and its figures make sense."""
    table = Table(example_of(shape), "items.example", [])
    SHAPES[shape.name].read(table, KNOWN)
    assert table.problems == []


def test_no_two_shapes_have_one_title() -> None:
    """The contents of the page tell them apart."""
    assert len({shape.title for shape in SHOWN}) == len(SHOWN)
