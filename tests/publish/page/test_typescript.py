"""The page's types are made from the contract, and the scripts read what it promises."""

import re
from pathlib import Path
from typing import Final, get_type_hints, is_typeddict

import pytest

from calculator.page_api import contract
from calculator.publish.page.client import PAGE
from calculator.publish.page.typescript import DECLARATIONS, declarations, typescript, write

PACKAGE: Final = PAGE.parent
PROMISED: Final = {"rare"}
"""Keys that no script names and that stand in CHANGELOG.md under "Contracts"."""


def texts(pattern: str) -> str:
    """All our files of that name, one after another."""
    return "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob(pattern)))


def test_the_declarations_are_those_of_the_contract() -> None:
    """After a change of the contract: python -m calculator.publish.page.typescript."""
    assert DECLARATIONS.read_text("utf-8") == declarations()


def test_the_declarations_are_written_as_they_are(tmp_path: Path) -> None:
    """One line end on every machine."""
    write(tmp_path / "types.d.ts")
    assert (tmp_path / "types.d.ts").read_bytes() == declarations().encode()


def test_a_type_that_a_script_cannot_know_is_refused() -> None:
    """JSON has no bytes."""
    with pytest.raises(TypeError, match="bytes"):
        typescript(list[bytes])


def test_every_key_is_named_in_a_script() -> None:
    """What nobody reads is not sent."""
    shapes = [shape for shape in vars(contract).values() if is_typeddict(shape)]
    keys = {key for shape in shapes for key in get_type_hints(shape)}
    named = set(re.findall(r"\w+", texts("*.js")))
    assert keys - named == PROMISED


@pytest.mark.parametrize(
    ("pattern", "line"),
    [("*.py", 'OTHER: Final = "other."\n'), ("*.js", 'export const OTHER = "other.";\n')],
)
def test_the_second_parents_prefix_is_spelled_once(pattern: str, line: str) -> None:
    """In Python and in the scripts, and the same."""
    found = re.findall(r"^.*[\"'`^/]other\\?\..*\n", texts(pattern), re.MULTILINE)
    assert found == [line]
