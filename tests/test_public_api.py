"""The public face: what ``calculator`` promises is there, documented, and loaded only when used."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

import calculator

ROOT: Final = Path(__file__).parents[1]
SOURCE: Final = Path(calculator.__file__ or "").read_text("utf-8")

SAY_LOADED: Final = """
import sys
import calculator
print(*sorted(name for name in sys.modules if name.partition(".")[0] == "calculator"))
"""
"""Prints which modules of ours importing the package has loaded."""


def names_for_checkers() -> set[str]:
    """The names that type checkers see the package import."""
    imports = [node for node in ast.walk(ast.parse(SOURCE)) if isinstance(node, ast.ImportFrom)]
    ours = [node for node in imports if (node.module or "").startswith("calculator.")]
    return {alias.name for node in ours for alias in node.names}


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    """The browser runs this package too, where most of these modules are not."""
    ended = subprocess.run(
        [sys.executable, "-c", SAY_LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.splitlines()[0] == "calculator"


@pytest.mark.parametrize("name", calculator.__all__)
def test_a_promised_name_is_what_its_module_calls_so(name: str) -> None:
    """No promise is empty, none is another's."""
    assert getattr(calculator, name).__name__ == name


@pytest.mark.parametrize("name", calculator.__all__)
def test_a_promised_name_is_documented(name: str) -> None:
    """The package's docstring says what each is for."""
    assert f"``{name}``" in (calculator.__doc__ or "")


def test_type_checkers_see_the_promised_names() -> None:
    """Those and no others."""
    assert names_for_checkers() == set(calculator.__all__)


def test_what_is_not_promised_is_no_attribute() -> None:
    """``hasattr`` and ``from calculator import`` tell it as of any module."""
    with pytest.raises(AttributeError, match="'estimates'"):
        _ = calculator.estimates  # type: ignore[attr-defined]


def test_the_promised_names_are_listed() -> None:
    """An interactive prompt completes them before any is loaded."""
    assert set(calculator.__all__) <= set(dir(calculator))
