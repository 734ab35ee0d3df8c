"""What the tests keep to themselves: none imports another, none sleeps, groups stay together."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
SLEEPS: Final = {"sleep", "wait_for_timeout"}


def trees() -> Iterator[tuple[str, ast.Module]]:
    """Every module below ``tests``, by its path there; the bench measures time and may pause."""
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS).as_posix()
        if not name.startswith("bench/"):
            yield name, ast.parse(path.read_text("utf-8"))


def imported(node: ast.AST) -> list[str]:
    """The modules, each with every name, that an import statement names."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [f"{node.module or ''}.{alias.name}" for alias in node.names]
    return []


def test_no_test_imports_a_test() -> None:
    """What two of them need stands in a module of its own."""
    found = [
        f"{name}: {module}"
        for name, tree in trees()
        for node in ast.walk(tree)
        for module in imported(node)
        if any(part.startswith("test_") for part in module.split(".")[:-1])
    ]
    assert found == []


def test_no_test_sleeps() -> None:
    """A guessed time is too short on a busy machine and too long on any other."""
    found = [
        f"{name}:{node.lineno}"
        for name, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") or getattr(node.func, "id", "")) in SLEEPS
    ]
    assert found == []


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process keeps all")
def test_a_file_stays_on_one_worker(request: pytest.FixtureRequest) -> None:
    """A pytest that pytest-xdist does not know yet hands single tests out, and says nothing."""
    assert request.node.nodeid.endswith(f"@{__file__}")
