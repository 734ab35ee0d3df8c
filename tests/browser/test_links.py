"""Every address in the site's pages leads to a file that is there, and to a place in it."""

import re
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urldefrag

_ADDRESS = re.compile(r'<[a-z][^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


@cache
def ids(page: Path) -> frozenset[str]:
    """The places in a page."""
    return frozenset(map(unescape, _ID.findall(page.read_text(encoding="utf-8"))))


def leads(page: Path, link: str) -> bool:
    """Whether a relative address in a page is good."""
    address, place = urldefrag(unescape(link).partition("?")[0])
    target = (page.parent / unquote(address)).resolve() if address else page
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return not place or unquote(place) in ids(target)


def test_every_link_leads_somewhere(site: Path) -> None:
    """Header, navigation, text, styles and scripts of all pages but 404.html."""
    pages = [page for page in site.rglob("*.html") if page.name != "404.html"]
    broken = {
        (page.relative_to(site).as_posix(), link)
        for page in pages
        for link in _ADDRESS.findall(page.read_text(encoding="utf-8"))
        if not link.startswith(("https://", "data:")) and not leads(page, link)
    }
    assert broken == set()


def test_no_address_starts_at_the_root_of_the_host(site: Path) -> None:
    """The folder may stand under any path; but 404.html, which looks for it."""
    rooted = {
        (page.relative_to(site).as_posix(), link)
        for page in site.rglob("*.html")
        for link in _ADDRESS.findall(page.read_text(encoding="utf-8"))
        if link.startswith("/") and page.name != "404.html"
    }
    assert rooted == set()


def test_an_empty_sitemap_is_not_sent(site: Path) -> None:
    """Without SITE_URL there is none."""
    assert sorted(site.glob("sitemap*")) == []
