"""A release: what the site says of its version, and one zip that any static server can hold.

``version.json`` is how an embedding site learns of a new edition. Two builds of one source make the
same zip: no times, no rights, no order of this machine.
"""

import hashlib
import json
import tomllib
import zipfile
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Final

from calculator.standard.editions import Editions

_PYPROJECT: Final = Path(__file__).parents[3] / "pyproject.toml"

VERSION: Final[str] = tomllib.loads(_PYPROJECT.read_text("utf-8"))["project"]["version"]
"""Of site and package alike: raised by hand in ``pyproject.toml``, nowhere else."""

EMBED = 1
"""Of the loader's address and of its messages."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
_RIGHTS = 0o644 << 16


def write_version(editions: Editions, engine: str, site: Path) -> None:
    """Write ``site/version.json``: release, editions with their benefits, and the engine's hash.

    ``engine`` is the name of the engine's folder: a hash of its contents.
    """
    told = {
        "product": "suzhou-points",
        "version": VERSION,
        "embed": EMBED,
        "engine": engine,
        "editions": [
            {
                "id": standard.id,
                "title": standard.title,
                "edition": standard.edition,
                "tracks": list(standard.tracks),
                "checked_on": standard.passport.checked_on.isoformat(),
            }
            for standard in editions.standards.values()
        ],
    }
    text = json.dumps(told, ensure_ascii=False, indent=1)
    (site / "version.json").write_text(text + "\n", "utf-8")


def source_time(editions: Editions) -> str:
    """Seconds for SOURCE_DATE_EPOCH: the last day on which an edition was checked."""
    last = max(standard.passport.checked_on for standard in editions.standards.values())
    return str(int(datetime.combine(last, time(), UTC).timestamp()))


def make_release(site: Path, into: Path, kind: str = "") -> Path:
    """The zip of the site in the folder ``into``, with ``SHA256SUMS`` beside it and one inside.

    ``kind`` ends its name, for a release that is not the usual one.
    """
    into.mkdir(exist_ok=True)
    name = f"suzhou-points-{VERSION}{kind}"
    files = {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }
    sums = "".join(_sum(content, path) for path, content in sorted(files.items()))
    files["SHA256SUMS"] = sums.encode()
    made = into / f"{name}.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", _EPOCH)
            entry.create_system = 3
            entry.external_attr = _RIGHTS
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    (into / "SHA256SUMS").write_text(_sum(made.read_bytes(), made.name), "utf-8")
    return made


def _sum(content: bytes, path: str) -> str:
    return f"{hashlib.sha256(content).hexdigest()}  {path}\n"
