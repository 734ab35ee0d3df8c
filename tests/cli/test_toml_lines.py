"""On which line of a TOML text each key stands."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator.cli.toml_lines import Place, find_lines
from calculator.standard.loading import STANDARDS

GOLDEN = Path(__file__).parents[1] / "golden"

TEXT = '''# a comment with [brackets] and "quotes"
id = "small"  # = 1
"quoted.key" = 1
dotted.inner = 2016-01-15

[passport]
sources = [
  "a",  # one
  "b",
]
note = """
[items]
"""

[tracks.settlement]
in_force = { from = 2016-01-15, until = "not seen" }

[[items]]
id = "age"
bands = [
  { from = 0, points = 5 },
  { from = 18, points = 10 },
]
requires = [{ fact = "education", one_of = ["doctor"] }]

[items.passport]
cap = { clause = '第三条' }

[[items]]
id = "age"

[[items]]
alternatives = [{ cap = 5 }, { points = 2 }]
when = 2016-01-15 10:00:00
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("id", 2),
        ("quoted.key", 3),
        ("dotted.inner", 4),
        ("passport", 6),
        ("passport.sources", 7),
        ("passport.sources.2", 9),
        ("passport.note", 11),
        ("tracks.settlement", 15),
        ("tracks.settlement.in_force.until", 16),
        ("items.age.id", 19),
        ("items.age.bands", 20),
        ("items.age.bands.1.points", 21),
        ("items.age.bands.2.points", 22),
        ("items.age.requires.one_of", 24),
        ("items.age.passport.cap.clause", 27),
        ("items.2.id", 30),
        ("items.3.points", 33),
        ("items.3.when", 34),
    ],
)
def test_a_key_path_is_found(path: str, line: int) -> None:
    """As messages write it: elements by their id or number, or left out."""
    assert find_lines(TEXT).find(path).line == line


@pytest.mark.parametrize(
    ("path", "line"),
    [("title", 1), ("passport.clause", 6), ("items.age.label", 18), ("items.3.label", 32)],
)
def test_a_key_that_is_missing_is_found_at_its_table(path: str, line: int) -> None:
    """The line of the table that lacks it."""
    assert find_lines(TEXT).find(path).line == line


def keys(value: object, place: Place, path: str) -> Iterator[tuple[str, Place]]:
    """Every key of a text as tomllib reads it, with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, place.tables[key]
            yield from keys(inner, place.tables[key], f"{path}.{key}")
    elif isinstance(value, list):
        for inner, element in zip(value, place.elements, strict=True):
            yield from keys(inner, element, path)


@pytest.mark.parametrize(
    "path", [*STANDARDS.rglob("*.toml"), *GOLDEN.rglob("*.toml")], ids=lambda path: path.name
)
def test_every_key_of_our_files_stands_on_its_line(path: Path) -> None:
    """What tomllib reads is found, each key on a line that holds it."""
    text = path.read_text("utf-8")
    lines = text.split("\n")
    found = list(keys(tomllib.loads(text), find_lines(text), ""))
    assert found != []
    assert [key for key, place in found if key not in lines[place.line - 1]] == []


def test_what_is_no_toml_is_not_scanned() -> None:
    """Only a text that tomllib has read is."""
    with pytest.raises(ValueError, match="no TOML at 4"):
        find_lines("a = ,")
