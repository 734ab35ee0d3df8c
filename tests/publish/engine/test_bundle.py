"""The engine's archive: what runs in the browser, and nothing else."""

import ast
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from calculator.page_api.bridge import MODULES
from calculator.publish.engine.bundle import (
    BUILD_ONLY,
    FOLDERS,
    NOT_ASKED_FOR,
    PACKAGE,
    as_json,
    make_archive,
)
from calculator.standard.loading import load_data
from calculator.values.number import read_number

REQUEST = {"standard": "suzhou-2016", "track": "", "on": "2016-05-15", "fields": {}}


def archived() -> list[str]:
    """The names of our files in the archive, below ``calculator/``."""
    with zipfile.ZipFile(io.BytesIO(make_archive(load_data()))) as archive:
        return [name.removeprefix("calculator/") for name in archive.namelist()]


def test_archive_holds_no_command_line_no_build_no_page() -> None:
    """Whole folders, and none of what only a desk or the build needs."""
    assert {name.partition("/")[0] for name in archived()} == {"__init__.py", *FOLDERS}


def test_archive_holds_of_a_shape_its_rule_alone() -> None:
    """No worksheet sentence, no boundary: only the build and the tests read them."""
    names = {name.rpartition("/")[2] for name in archived() if name.startswith("rules/")}
    modules = {path.name for path in (PACKAGE / "rules").glob("*.py")} - set(BUILD_ONLY)
    assert names == {*modules, "rule.py"}


def imported(module: str) -> Iterator[str]:
    """The files of ours that a file of ours imports, packages on the way among them."""
    tree = ast.parse((PACKAGE / module).read_text("utf-8"))
    for_checkers = {
        node
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in for_checkers:
            continue
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for first, *rest in (name.split(".") for name in names):
            paths = ["/".join(rest[:depth]) for depth in range(len(rest) + 1)]
            files = [f"{path}.py" for path in paths] + [f"{path}/__init__.py" for path in paths]
            if first == "calculator":
                yield from (
                    file.lstrip("/") for file in files if (PACKAGE / file.lstrip("/")).is_file()
                )


MODULES_OF_PAGE = ("page_api/bridge.py", *(f"page_api/{name}.py" for name in MODULES.values()))
"""What the page reaches: the bridge, and the modules that it loads when they are first asked."""


def needed(*modules: str) -> set[str]:
    """Files and everything of ours that they import, at any depth."""
    found: set[str] = set()
    waiting = [*modules]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += imported(module)
    return found


def test_archive_holds_every_module_that_the_bridge_imports() -> None:
    """What is imported at any depth is there, though nobody calls it in a test.

    Left out on purpose is only what the build's own answers, made with this archive, never import.
    """
    assert sorted(needed(*MODULES_OF_PAGE) - set(archived()) - set(NOT_ASKED_FOR)) == []


def test_archive_is_the_same_bytes_for_the_same_sources() -> None:
    """Two builds give one archive."""
    assert make_archive(load_data()) == make_archive(load_data())


def test_archive_answers_alone(tmp_path: Path) -> None:
    """With the standard library and nothing else of ours, the archive gives an estimate."""
    with zipfile.ZipFile(io.BytesIO(make_archive(load_data()))) as archive:
        archive.extractall(tmp_path)
    code = "import sys; from calculator.page_api.bridge import respond; print(respond(sys.argv[1]))"
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}",
            json.dumps(REQUEST),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    against_cutoffs = json.loads(done.stdout)["estimate"]["against_cutoffs"]
    assert against_cutoffs == {"low": 0, "high": None}


def test_tables_arrive_as_they_were_read() -> None:
    """Days become text, decimals come back to the digit."""
    text = as_json({"points": Fraction(1, 2), "from": 5})
    assert json.loads(text, parse_float=read_number) == {"points": Fraction(1, 2), "from": 5}


def test_number_without_an_exact_form_is_refused() -> None:
    """What a JSON number cannot hold to the digit does not travel."""
    with pytest.raises(TypeError):
        as_json({"points": Fraction(1, 3)})
