"""Pyodide made smaller: the same answers from fewer bytes."""

import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from calculator.publish.engine.bundle import PYODIDE
from calculator.publish.engine.trim import FILES, trimmed
from tests.publish.conftest import Answers

pytestmark = pytest.mark.node
REFUSED = ["", "no JSON", "[]", "{}", '{"on": 5}', '{"on": "2026-01-01", "standard": "none"}']
LARGEST = 3_550_000
"""Bytes of script and gzipped program where a host compresses nothing; they were 4.8 million."""


def test_trimmed_engine_answers_like_pyodide_as_it_is(
    interpreter: Path,
    asked: list[dict[str, Any]],
    answers: Callable[[Path, list[str]], Answers],
    tmp_path: Path,
) -> None:
    """To every request, and to what is no request, the answer is the same text, errors too."""
    whole = shutil.copytree(interpreter, tmp_path / "whole")
    for name in FILES:
        shutil.copy(PYODIDE / name, whole / name)
    texts = [*map(json.dumps, asked), *REFUSED]
    assert answers(interpreter, texts) == answers(whole, texts)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """What was kept from an earlier build is what a new one makes."""
    assert trimmed(PYODIDE, tmp_path / "new") == trimmed(PYODIDE)


def test_program_and_scripts_are_a_quarter_smaller() -> None:
    """The program goes gzipped by us, its scripts as they are."""
    files = trimmed(PYODIDE)
    scripts = [files[name] for name in ("pyodide.mjs", "pyodide.asm.mjs")]
    program = zlib.compress(files["pyodide.asm.wasm"], 9)
    assert sum(map(len, [program, *scripts])) <= LARGEST


def test_script_can_run_where_eval_is_forbidden() -> None:
    """Nothing that makes code of text is left in it."""
    script = trimmed(PYODIDE)["pyodide.asm.mjs"].decode()
    assert [word for word in ("eval(", "new Function") if word in script] == []
