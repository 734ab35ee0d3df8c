"""Build the site: check the standards → engine → pages → MkDocs → report of bytes.

python build_site.py          into site/
python build_site.py serve    and serve it on a loopback port
python build_site.py dist     and pack it into dist/
"""

import logging
import os
import shutil
import sys
from pathlib import Path

import jieba
from mkdocs.commands.build import build as build_mkdocs
from mkdocs.config import load_config

from calculator.publish.engine.budgets import LIMITS, sent
from calculator.publish.engine.bundle import make_engine
from calculator.publish.engine.trace_requests import requests
from calculator.publish.guide.pages import render_pages
from calculator.publish.guide.search_terms import teach_search_terms
from calculator.publish.hosting.components import write_components
from calculator.publish.hosting.headers import write_policies
from calculator.publish.hosting.release import VERSION, make_release, source_time, write_version
from calculator.publish.hosting.server import address, make_server
from calculator.publish.hosting.server_samples import write_samples
from calculator.publish.page.client import write_client
from calculator.publish.page.embed import write_embed
from calculator.publish.page.self_check import write_cases
from calculator.reading.problems import InputError
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data

ROOT = Path(__file__).parent
BUILD = ROOT / "build"
SITE = ROOT / "site"


def build() -> None:
    """Build ``site/`` anew. Raises ``InputError`` where a standard is at fault."""
    data = load_data()
    editions = read_editions(data)
    os.environ.setdefault("SOURCE_DATE_EPOCH", source_time(editions))
    shutil.rmtree(BUILD, ignore_errors=True)
    engine = make_engine(data, requests(editions), BUILD / "engine")
    (BUILD / "docs").mkdir()
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    jieba.setLogLevel(logging.WARNING)
    config = load_config(
        str(ROOT / "mkdocs.yml"), docs_dir=str(BUILD / "docs"), site_dir=str(SITE), strict=True
    )
    render_pages(editions, config.extra["standard"], engine, BUILD / "docs")
    teach_search_terms(editions)
    build_mkdocs(config)
    shutil.copytree(BUILD / "engine", SITE / "engine")
    write_client(SITE)
    write_cases(editions, SITE / "proof")
    if not config.site_url:
        for empty in SITE.glob("sitemap.xml*"):
            empty.unlink()
    write_embed(editions, config.extra["standard"], engine, SITE)
    write_version(editions, engine, SITE)
    write_components(VERSION, SITE)
    write_policies(SITE)
    write_samples(SITE)
    report(engine)


def report(engine: Path) -> None:
    """Print what the site weighs, and what of the engine goes over the wire."""
    size = sum(file.stat().st_size for file in SITE.rglob("*") if file.is_file())
    print(f"site/ {size / 1e6:.1f} MB; the engine over the wire:")
    for way, count in sent(engine).items():
        print(f"  {way:<6} {count / 1e6:.2f} MB (limit {LIMITS[way] / 1e6:.1f})")


def serve() -> None:
    """Serve ``site/`` until interrupted."""
    with make_server(SITE, port=8000) as server:
        print(f"Serving on {address(server)}  (Ctrl-C stops)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    try:
        build()
    except InputError as error:
        sys.exit(str(error))
    if sys.argv[1:] == ["serve"]:
        serve()
    if sys.argv[1:] == ["dist"]:
        print(make_release(SITE, ROOT / "dist"))
