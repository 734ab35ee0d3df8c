"""The types of requests and answers are those of the functions that answer."""

import importlib
from typing import get_type_hints

import pytest

from calculator.page_api import contract
from calculator.page_api.bridge import MODULES


@pytest.mark.parametrize("table", [contract.Requests, contract.Answers])
def test_every_ask_has_its_types(table: type) -> None:
    """One for the request, one for the answer."""
    assert get_type_hints(table).keys() == MODULES.keys()


@pytest.mark.parametrize("ask", MODULES)
def test_the_type_of_an_answer_is_what_its_function_gives(ask: str) -> None:
    """A type checker holds each function to its type, and this the table to the function."""
    module = importlib.import_module(f"calculator.page_api.{MODULES[ask]}")
    given = get_type_hints(getattr(module, f"answer_{ask}"), localns={"contract": contract})
    assert get_type_hints(contract.Answers)[ask] == given["return"]
