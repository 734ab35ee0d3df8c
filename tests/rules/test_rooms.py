"""The rooms of the shapes: all that is particular to one stands in it, and nowhere else."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from calculator.rules.register import SHAPES
from calculator.rules.requires import boundaries, worksheet

ROOT: Final = Path(__file__).parents[2]
RULES: Final = ROOT / "calculator/rules"
KINDS: Final = {"AtLeast", "IsOneOf", "IsTrue", "RowCounts"}
PARTS: Final = {"__init__.py", "boundaries.py", "rule.py", "template.toml", "worksheet.py"}


def imported_by(path: Path) -> Iterator[str]:
    """Every name that a file imports, with its module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_rooms_are_the_shapes() -> None:
    """A room is called as data calls its shape or modifier; requirements have one together."""
    rooms = {path.parent.name for path in RULES.glob("*/rule.py")}
    assert rooms == {*SHAPES, "requires", "within"}


@pytest.mark.parametrize("name", SHAPES)
def test_a_room_has_all_its_parts(name: str) -> None:
    """The rule, and what the build and the tests need beside it."""
    assert {path.name for path in (RULES / name).iterdir() if path.is_file()} == PARTS


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_stands_in_the_room_of_its_name(name: str) -> None:
    """So that what stands beside it is found."""
    assert SHAPES[name].__module__ == f"calculator.rules.{name}.rule"


@pytest.mark.parametrize("folder", ["calculator", "tests/boundaries"])
def test_only_the_register_imports_a_shape(folder: str) -> None:
    """Others ask through the protocol, and cannot test which shape or requirement it is."""
    paths = [path for path in (ROOT / folder).rglob("*.py") if "bootstrap" not in path.parts]
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in paths
        for name in imported_by(path)
        for parts in [name.split(".")]
        if parts[:2] == ["calculator", "rules"]
        if parts[2] in SHAPES or (parts[2] == "requires" and parts[-1] in KINDS)
        if path.parent != RULES / parts[2] and path != RULES / "register.py"
    }
    assert found == set()


def test_a_requirement_without_a_sentence_is_refused() -> None:
    """A sheet that leaves out a rule would give wrong points."""
    unknown: Any = object()
    with pytest.raises(TypeError, match="object"):
        worksheet.instruction(unknown, str, {})


def test_a_requirement_without_boundaries_is_refused() -> None:
    """A boundary that nobody looks for would have no case."""
    unknown: Any = object()
    with pytest.raises(TypeError, match="object"):
        list(boundaries.changes(unknown))
