"""MkDocs hook: all of the site that is no page of the guide, before the pages and after them.

Before: the whole check of the standards, every golden case, and the engine. After: scripts, the
self-check's cases, embedded pages, headers, lists. ``mkdocs.yml`` names this file, so ``mkdocs
serve`` previews the same site that ``build_site.py`` builds.
"""

import hashlib
import logging
import os
import shutil
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from calculator.cli.golden_effects import GOLDEN
from calculator.cli.loading import load_editions
from calculator.publish.engine.made_engines import engine_of
from calculator.publish.golden import check_golden_cases
from calculator.publish.hosting.components import write_components
from calculator.publish.hosting.headers import write_policies
from calculator.publish.hosting.preview import strict
from calculator.publish.hosting.release import VERSION, source_time, write_version
from calculator.publish.hosting.server_samples import write_samples
from calculator.publish.page.client import write_client
from calculator.publish.page.embed import write_embed
from calculator.publish.page.self_check import write_cases
from calculator.publish.preview_engine import PreviewEngine
from calculator.reading.problems import InputError
from calculator.standard.editions import Editions
from calculator.standard.loading import STANDARDS, ignored_files, load_data

ROOT: Final = Path(__file__).parents[2]
PREVIEW_ENGINE: Final = PreviewEngine(ROOT / "build/engine-is-new")


log = logging.getLogger("mkdocs.site")


class _Build:
    """What one event of this hook leaves for the next."""

    preview = False
    editions: Editions
    engine: Path


def on_startup(command: str, **_: Any) -> None:
    """Remember whether this is a preview."""
    _Build.preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Refuse standards at fault; have the engine made and tell the pages its name."""
    try:
        data, editions = _checked(_digest_of_figures(), preview=_Build.preview)
    except InputError as error:
        raise PluginError(str(error)) from error
    os.environ.setdefault("SOURCE_DATE_EPOCH", source_time(editions))
    stock = os.environ.get("ENGINE") == "stock"
    made = PREVIEW_ENGINE.engine_of if _Build.preview else engine_of
    try:
        _Build.editions, _Build.engine = editions, made(data, editions, stock=stock)
    except RuntimeError as error:  # Node has said why
        raise PluginError(str(error)) from error
    config.extra["engine"] = _Build.engine.name
    return config


@lru_cache(maxsize=1)
def _checked(digest: str, *, preview: bool) -> tuple[dict[str, Any], Editions]:  # noqa: ARG001
    """The standards as tables and as objects, checked whole, with every golden case.

    ``digest`` says of which files, so that a preview reads them again only when one has changed.
    A figure with which a case comes out otherwise is refused; a preview only says so.
    """
    data = load_data()
    editions = load_editions()
    if ignored := list(ignored_files()):
        raise InputError(ignored)
    try:
        check_golden_cases(editions)
    except InputError as error:
        if not preview:
            raise
        log.warning(str(error))
    return data, editions


def _digest_of_figures() -> str:
    digest = hashlib.sha256()
    for folder in (STANDARDS, GOLDEN):
        for file in sorted(folder.rglob("*.toml")):
            digest.update(f"{file}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def on_post_build(config: MkDocsConfig) -> None:
    """Complete the site beside the pages."""
    site, standard = Path(config.site_dir), config.extra["standard"]
    shutil.copytree(_Build.engine, site / "engine" / _Build.engine.name)
    write_client(site)
    try:
        write_cases(_Build.editions, site / "proof")
        write_embed(_Build.editions, standard, _Build.engine.name, site)
    except InputError as error:
        raise PluginError(str(error)) from error
    if not config.site_url:  # a sitemap of addresses that nobody knows
        for sitemap in site.glob("sitemap.xml*"):
            sitemap.unlink()
    write_version(_Build.editions, _Build.engine.name, site)
    write_components(VERSION, int(source_time(_Build.editions)), site)
    if not _Build.preview:  # the preview adds a script to each page: its policy comes as a header
        write_policies(site)
    write_samples(site)
    if _Build.preview:
        PREVIEW_ENGINE.make_wanted()


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Send the headers of a well-kept host, and reload when a new engine has been made."""
    server.set_app(strict(server.serve_request))
    PREVIEW_ENGINE.mark.touch()
    server.watch(str(PREVIEW_ENGINE.mark))
    return server
