"""The package as others install it: a library and a command, and nothing that only builds need."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[1]

WORKED: Final = {"birth_date": "1986-02-01", "education": "bachelor", "social_insurance_months": 96}
"""Of the example in ``calculator/__init__.py``: 550 points are certain under ``suzhou-2016``."""

PIP: Final = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command, ended; its output is text."""
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without an index from a copy: building writes beside the sources."""
    source = tmp_path_factory.mktemp("source")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(
        ROOT / "calculator", source / "calculator", ignore=shutil.ignore_patterns("__pycache__")
    )
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", "dist")
    built = run(*PIP, "wheel", *options, ".", cwd=source)
    assert built.returncode == 0, built.stderr
    return next((source / "dist").iterdir())


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that has the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    made = run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    assert made.returncode == 0, made.stderr
    python = folder / "bin/python"
    installed = run(*PIP, "--python", python, "install", "--no-index", wheel, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return python.parent


def test_the_wheel_holds_the_package_and_its_standards(wheel: Path) -> None:
    """Every file, but what makes the site and what the browser gets."""
    kept = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "calculator").rglob("*")
        if path.suffix in {".py", ".toml", ".typed"}
        if not path.is_relative_to(ROOT / "calculator/publish")
        if path.name != "template.toml"  # a shape's example, for the guide alone
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("calculator/")}
    assert packed == kept


def test_the_command_estimates(programs: Path, tmp_path: Path) -> None:
    """The worked example, by the installed command."""
    (tmp_path / "facts.json").write_text(json.dumps(WORKED), "utf-8")
    options = ("--standard", "suzhou-2016", "--track", "settlement", "--on", "2016-05-15", "--json")
    ended = run(programs / "suzhou-points", "estimate", "facts.json", *options, cwd=tmp_path)
    told: dict[str, Any] = json.loads(ended.stdout)
    assert told["before_deductions"] == {"low": 550, "high": None}


def test_the_library_offers_what_it_promises(programs: Path, tmp_path: Path) -> None:
    """Without what only commands or builds use."""
    ended = run(programs / "python", "-c", "from calculator import *; InputError", cwd=tmp_path)
    assert ended.stderr == ""


@pytest.mark.parametrize("command", [("suzhou-points",), ("python", "-m", "calculator")])
def test_a_usage_line_says_how_it_was_called(
    command: tuple[str, ...], programs: Path, tmp_path: Path
) -> None:
    """So that it can be typed again."""
    ended = run(programs / command[0], *command[1:], "estimate", cwd=tmp_path)
    assert f"{' '.join(command)} estimate " in ended.stderr.splitlines()[0]


def test_diff_does_without_the_golden_cases(programs: Path, tmp_path: Path) -> None:
    """They stand in a checkout only."""
    versions = ("suzhou-2016", "suzhou-2016")
    ended = run(programs / "suzhou-points", "diff", *versions, cwd=tmp_path)
    assert ended.returncode == 0
    assert "tests/golden/suzhou/2016.toml" in ended.stdout
