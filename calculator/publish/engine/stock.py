"""The engine with Pyodide as it comes: larger and slower, and it leans on nothing private.

``ENGINE=stock make build`` makes it, so that a Pyodide that the trimmed engine does not fit yet
never keeps a figure from the site. The pages, the requests and the messages are the same; the
worker is ``page/shared/stock_worker.js``. Its bytes have no budget.
"""

import json
from pathlib import Path
from typing import Any, Final

from calculator.publish.engine.bundle import (
    PACKAGE,
    PYODIDE,
    fill_in,
    lock_without_packages,
    make_archive,
    write_engine,
)

FILES: Final = {
    "pyodide.mjs": "pyodide.js",
    "pyodide.asm.mjs": "pyodide.asm.js",
    "pyodide.asm.wasm": "engine.wasm",
    "python_stdlib.zip": "python_stdlib.zip",
}
"""Pyodide's files, byte for byte, and what they are called here: as in the trimmed engine."""

MODULE: Final = "calculator.zip"
UNBUILT: Final = "const BUILT = { sizes: {}, lock: {} };"


def make_stock_engine(data: dict[str, Any], into: Path) -> Path:
    """Write the engine for the standards' tables ``data`` below ``into``; gives its directory."""
    files = {ours: (PYODIDE / theirs).read_bytes() for theirs, ours in FILES.items()}
    files[MODULE] = make_archive(data)
    sizes = {name: len(content) for name, content in files.items() if not name.endswith(".js")}
    built = {"sizes": sizes, "lock": lock_without_packages()}
    script = (PACKAGE / "page/shared/stock_worker.js").read_text("utf-8")
    files["worker.js"] = fill_in(script, UNBUILT, json.dumps(built, separators=(",", ":")))
    return write_engine(files, into)
