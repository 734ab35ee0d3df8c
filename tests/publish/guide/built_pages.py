"""The pages of the navigation, and where and what they are once they are built."""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config import load_config

from tests.support import ROOT


def nav_of(entries: list[Any]) -> Iterator[str]:
    """The pages of a navigation, in its order."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
            continue
        for inside in entry.values():
            yield from nav_of(inside if isinstance(inside, list) else [inside])


@cache
def nav() -> list[str]:
    """The pages of the site's navigation."""
    return list(nav_of(load_config(str(ROOT / "mkdocs.yml")).nav or []))


@cache
def every_page() -> list[str]:
    """The pages of the site: those of the navigation, then those that only the footer leads to."""
    off = load_config(str(ROOT / "mkdocs.yml"))["not_in_nav"].patterns
    return [*nav(), *(path.pattern.removeprefix("/") for path in off)]


def html_of(built: Path, page: str) -> Path:
    """Where a page of the navigation is built."""
    stem = page.removesuffix(".md").removesuffix("index")
    return built / "site" / stem / "index.html"


def metadata(path: Path) -> dict[str, str]:
    """Name and content of each meta element."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r'<meta name="([^"]+)" content="([^"]*)">', text)
    return {name: unescape(content) for name, content in found}
