"""Build the site: check the standards → engine → pages → MkDocs → report of bytes.

python build_site.py          into site/, which stays as it was where anything is at fault
python build_site.py serve    preview: pages reload when a page, a template or a figure is saved
python build_site.py dist     and pack it into dist/

All that is done stands in the two hooks that ``mkdocs.yml`` names. ``ENGINE=stock`` in the
environment takes Pyodide as it comes: see ``calculator/publish/engine/stock.py``.
"""

import logging
import os
import shutil
import socket
import sys
from pathlib import Path

from mkdocs.commands.build import build as build_mkdocs
from mkdocs.commands.serve import serve as serve_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from calculator.publish.engine.budgets import LIMITS, sent
from calculator.publish.hosting.release import make_release

ROOT = Path(__file__).parent
CONFIG = str(ROOT / "mkdocs.yml")
BUILD = ROOT / "build"
SITE = ROOT / "site"
PORT = 8000
STOCK = os.environ.get("ENGINE") == "stock"
"""Whether the site gets Pyodide as it comes."""


def build() -> None:
    """Build ``site/`` anew. Raises ``MkDocsException``, and ``site/`` stays, where that fails."""
    made, former = BUILD / "site", BUILD / "site.former"
    for folder in (made, former):
        shutil.rmtree(folder, ignore_errors=True)
    build_mkdocs(load_config(CONFIG, site_dir=str(made), strict=True))
    if SITE.exists():
        SITE.rename(former)
    made.rename(SITE)
    shutil.rmtree(former, ignore_errors=True)
    report_bytes()


def report_bytes() -> None:
    """Print what the site weighs, and what of the engine goes over the wire."""
    size = sum(file.stat().st_size for file in SITE.rglob("*") if file.is_file())
    if STOCK:
        print(f"site/ {size / 1e6:.1f} MB with Pyodide as it comes: no budget holds for its engine")
        return
    print(f"site/ {size / 1e6:.1f} MB; the engine over the wire:")
    [engine] = (SITE / "engine").iterdir()
    for way, count in sent(engine).items():
        print(f"  {way:<6} {count / 1e6:.2f} MB (limit {LIMITS[way] / 1e6:.1f})")


def serve() -> None:
    """Preview the site until interrupted, on ``PORT`` or, where that is taken, on any other."""
    for logger in ("mkdocs.livereload", "mkdocs.commands.serve", "mkdocs.preview"):
        logging.getLogger(logger).setLevel(logging.INFO)
    serve_mkdocs(CONFIG, dev_addr=f"127.0.0.1:{_free_port()}")


def _free_port() -> int:
    for port in (PORT, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no port is free")


def main(arguments: list[str]) -> None:
    """Build, preview or pack; ends with a message on stderr where something is at fault."""
    # MkDocs only tells its command line what it found: a page, a link, an anchor.
    logging.basicConfig(format="%(message)s")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        if arguments == ["serve"]:
            serve()
            return
        build()
    except MkDocsException as error:
        sys.exit(str(error))
    if arguments == ["dist"]:
        if STOCK:
            print("This release holds Pyodide as it comes: larger, and without budgets.")
        print(make_release(SITE, ROOT / "dist", "-stock-engine" if STOCK else ""))


if __name__ == "__main__":
    main(sys.argv[1:])
