"""Which folder of calculator/ may import which: arrows point one way, none out of the browser."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from calculator.publish.engine.bundle import FOLDERS

PACKAGE: Final = Path(__file__).parents[1] / "calculator"

BROWSER: Final = (
    "values",
    "reading",
    "answers",
    "rules",
    "standard",
    "scoring",
    "text",
    "page_api",
)
"""Each may import those before it."""

ALLOWED: Final = {
    **{folder: set(BROWSER[: place + 1]) for place, folder in enumerate(BROWSER)},
    "ranking": {*BROWSER, "ranking"} - {"page_api"},
    "cli": {*BROWSER, "ranking", "cli"} - {"page_api"},
    "publish": {*BROWSER, "ranking", "cli", "publish"},
}

ROOMS: Final = {
    "cli/check": {"cli/check"},
    "publish/engine": {"publish/engine"},
    "publish/hosting": {"publish/engine", "publish/hosting"},
    "publish/guide": {"publish/engine", "publish/guide", "publish/page"},
    "publish/page": {"publish/engine", "publish/guide", "publish/page"},
}
"""Rooms of a folder, and which rooms of that folder each may import."""


def imports(folder: str) -> Iterator[tuple[Path, list[str]]]:
    """Each import of ours below a folder: the file, and the parts of the module's name."""
    for path in (PACKAGE / folder).rglob("*.py"):
        if "bootstrap" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("calculator."):
                for alias in node.names:
                    yield path, f"{node.module}.{alias.name}".split(".")[1:]


@pytest.mark.parametrize("folder", ALLOWED)
def test_a_folder_imports_only_what_stands_below_it(folder: str) -> None:
    """The directions that each folder's ``__init__.py`` tells."""
    wrong = {
        f"{path.relative_to(PACKAGE)}: {'.'.join(module)}"
        for path, module in imports(folder)
        if module[0] not in ALLOWED[folder]
    }
    assert wrong == set()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_the_rooms_that_it_names(room: str) -> None:
    """Within a folder the rooms have directions too."""
    parent = room.partition("/")[0]
    rooms = {name for name in ROOMS if name.startswith(f"{parent}/")}
    wrong = {
        f"{path.relative_to(PACKAGE)}: {'.'.join(module)}"
        for path, module in imports(room)
        if "/".join(module[:2]) in rooms - ROOMS[room]
    }
    assert wrong == set()


def test_the_engine_takes_the_folders_of_the_browser() -> None:
    """No list of files to keep."""
    assert set(FOLDERS) == set(BROWSER)


@pytest.mark.parametrize("folder", [*ALLOWED, *ROOMS])
def test_a_folder_says_what_it_is_for(folder: str) -> None:
    """What is inside, who may import it, what it never imports."""
    text = ast.get_docstring(ast.parse((PACKAGE / folder / "__init__.py").read_text("utf-8"))) or ""
    assert len(text.splitlines()) >= 3
    assert "import" in text
