"""MkDocs hook: every page of the guide, rendered with the figures as MkDocs reads it.

``mkdocs.yml`` names this file. ``extra.standard`` is the edition that the guide explains,
``extra.engine`` the name of the engine's folder, which ``publish/mkdocs_site.py`` sets.
"""

import logging
from pathlib import Path
from typing import Any, Final

import jieba
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from calculator.cli.loading import load_editions
from calculator.publish.guide.pages import Pages, compiled_templates
from calculator.publish.guide.search_terms import add_search_words, teach_search_terms
from calculator.reading.problems import InputError

NO_ENGINE: Final = "none"
"""The engine's name where only pages are built, as tests of pages do."""

_pages: Pages


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the standards anew and teach the search their words."""
    global _pages  # noqa: PLW0603 - MkDocs passes nothing from one event of a hook to the next
    jieba.setLogLevel(logging.WARNING)
    try:
        editions = load_editions()
        engine = config.extra.get("engine", NO_ENGINE)
        _pages = Pages(editions, config.extra["standard"], engine, Path(config.docs_dir))
    except InputError as error:
        raise PluginError(str(error)) from error
    teach_search_terms(editions)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that stand in no file: the editions' own and the worksheets."""
    for path in _pages.of_editions:
        files.append(File.generated(config, path, content=""))
    return files


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - as MkDocs calls it
    """The page's Markdown. A template at fault ends the build, with its file and line."""
    try:
        return _pages.markdown(page.file.src_uri)
    except InputError as error:
        raise PluginError(str(error)) from error


def on_env(env: Environment, **_: Any) -> Environment:
    """Keep the theme's templates compiled between builds."""
    env.bytecode_cache = compiled_templates()
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Give the index of the search what people type; its own plugin has written it before."""
    add_search_words(Path(config.site_dir))
