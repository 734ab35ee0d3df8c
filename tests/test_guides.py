"""What the guides for engineers say of the repository is so."""

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
GUIDES: Final = ("README.md", "CONTRIBUTING.md", "docs/engineering/measured.md")
TOP: Final = ("calculator", "docs", "tests")
"""The folders below which a path in a guide lies."""

NAMED: Final = re.compile(rf"`((?:{'|'.join(TOP)})/[^`\s]*)`|\]\(([^)#:]+)\)")
"""A path in backticks, or the target of a link."""

ROOMS: Final = sorted(
    path.name
    for path in (ROOT / "calculator").iterdir()
    if path.is_dir() and path.name != "__pycache__"
)


def paths_in(guide: str) -> set[str]:
    """The paths that a guide names; what stands for any name is ``*``."""
    text = (ROOT / guide).read_text("utf-8")
    return {re.sub(r"<\w+>", "*", quoted or linked) for quoted, linked in NAMED.findall(text)}


@pytest.mark.parametrize("guide", GUIDES)
def test_a_path_that_a_guide_names_is_there(guide: str) -> None:
    """Files and folders, with at least one of any name where the name is left open."""
    assert {path for path in paths_in(guide) if not any(ROOT.glob(path))} == set()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_of_the_package_is_described(room: str) -> None:
    """In the table of CONTRIBUTING.md."""
    assert f"| `calculator/{room}/` |" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_names_paths(guide: str) -> None:
    """The search for them finds some."""
    assert paths_in(guide) != set()
