"""The guide as it is built: every page stands, says its edition, and leads on."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urldefrag

import pytest
from mkdocs.config import load_config
from mkdocs.utils import meta

from calculator.publish.guide.background import load_background
from calculator.publish.guide.page_names import graded
from tests.publish.guide.built_pages import every_page, html_of, metadata, nav, nav_of
from tests.publish.guide.reader import Page, read
from tests.support import ROOT, editions, suzhou_2016

OWN_WORDS: Final = {
    "index.md": "what holds today; the interpretation says its edition",
    "calculator.md": "the form says its edition",
    "maintain.md": "how any edition is written",
    "glossary.md": "words of all editions",
    "proof.md": "proves every edition",
    "assurance.md": "about every edition",
    "embedding.md": "no policy",
    "hosting.md": "no policy",
    "security.md": "no policy",
    "privacy.md": "no policy",
    "accessibility.md": "no policy",
    "changelog.md": "news of the site",
    "english.md": "says its edition in English",
}
"""Pages without an edition box, and why."""


WRITTEN_LATER: Final = (
    "components.cdx.json",
    "embed/",
    "hosting/nginx",
    "hosting/htacc",
    "hosting/web",
)
"""What the build puts beside the pages; ``tests/browser/test_links.py`` follows these links."""


NOT_ASKED: Final = ("index.md", "calculator.md", "maintain.md", "english.md")
"""Pages that everybody comes to, or that say it in other words."""


TAGS: Final = (
    *("SiteName", "SiteDomain", "ColumnName", "ArticleTitle"),
    *("PubDate", "ContentSource", "Keywords", "description"),
)


@pytest.fixture
def page(built: Path, request: pytest.FixtureRequest) -> Page:
    """The built page that the test is about."""
    return read(html_of(built, request.param))


def front_matter(built: Path, page: str) -> dict[str, Any]:
    """What a page says of itself."""
    text = (built / "docs" / page).read_text(encoding="utf-8")
    return dict(meta.get_data(text)[1])


@pytest.mark.parametrize("page", every_page(), indirect=True)
def test_a_page_has_one_title_and_ends_with_what_to_do_next(page: Page) -> None:
    """The last section is 下一步."""
    assert page.headings[-1].strip() == "下一步"


@pytest.mark.parametrize(
    "page", [name for name in every_page() if name not in NOT_ASKED], indirect=True
)
def test_a_page_says_whom_it_concerns_before_anything_else(page: Page) -> None:
    """After the answer and before the first section."""
    assert "谁要看" in page.under(page.headings[0])


@pytest.mark.parametrize("page", every_page(), indirect=True)
def test_nothing_of_the_templates_is_left(page: Page) -> None:
    """No braces, no word of the data, no Python value in what is read."""
    assert re.findall(r"\{\{|\{%|\}\}|%\}|not seen|\bNone\b|Undefined|\{:", page.words) == []


@pytest.mark.parametrize("name", [name for name in every_page() if name not in OWN_WORDS])
def test_a_page_says_which_edition_it_is_about(built: Path, name: str) -> None:
    """Every page that depends on an edition has the box."""
    assert read(html_of(built, name)).edition


@pytest.mark.parametrize("name", every_page())
def test_a_page_says_what_it_is(built: Path, name: str) -> None:
    """Title, description, keywords, column, date and source stand in the front matter."""
    said = front_matter(built, name)
    needed = ("title", "description", "keywords", "column", "source")
    assert [key for key in needed if not said.get(key)] == []
    assert type(said["date"]) is date


def test_a_page_names_the_column_it_stands_in(built: Path) -> None:
    """ColumnName is the heading of the navigation above it."""
    columns = {
        page: column
        for section in load_config(str(ROOT / "mkdocs.yml")).nav or []
        for column, inside in section.items()
        for page in nav_of(inside if isinstance(inside, list) else [inside])
    }
    assert {page: front_matter(built, page)["column"] for page in nav()} == columns


@pytest.mark.parametrize("name", every_page())
def test_a_page_has_the_metadata_of_a_government_site(built: Path, name: str) -> None:
    """网页标签规范: the site, the column and the article, each told as the front matter has it."""
    said = front_matter(built, name)
    assert {
        key: content for key, content in metadata(html_of(built, name)).items() if key in TAGS
    } == {
        "SiteName": "苏州积分",
        "ColumnName": said["column"],
        "ArticleTitle": said["title"],
        "PubDate": said["date"].isoformat(),
        "ContentSource": said["source"],
        "Keywords": ",".join(said["keywords"]),
        "description": said["description"],
    }


def test_every_page_is_reached(built: Path) -> None:
    """By navigation or footer; every edition has its pages; engineers' notes are none."""
    docs = built / "docs"
    pages = {page.relative_to(docs).as_posix() for page in docs.rglob("*.md")}
    assert set(every_page()) == {page for page in pages if not page.startswith("engineering/")}


OFF_NAVIGATION: Final = [name for name in every_page() if name not in nav()]


@pytest.mark.parametrize("name", OFF_NAVIGATION)
def test_a_page_for_maintainers_is_not_found_by_residents(built: Path, name: str) -> None:
    """Its words are not in the index of the search."""
    index = json.loads((built / "site/search/search_index.json").read_text(encoding="utf-8"))
    stem = name.removesuffix(".md")
    assert [doc for doc in index["docs"] if doc["location"].startswith(f"{stem}/")] == []


def test_maintainers_come_in_by_the_footer(built: Path) -> None:
    """From the home page; one of their pages leads to each of the others."""
    assert '<a class="md-copyright__maintain" href="maintain/">' in html_of(
        built, "index.md"
    ).read_text(encoding="utf-8")
    links = read(html_of(built, "maintain.md")).links
    others = {name.removesuffix(".md") for name in OFF_NAVIGATION} - {"maintain"}
    assert {other for other in others if f"../{other}/" not in links} == set()


def test_no_page_is_made_of_notes_for_engineers(built: Path) -> None:
    """What was measured is none of the public's reading, nor found by its search."""
    assert not (built / "site/engineering").exists()


@pytest.mark.parametrize("name", every_page())
def test_every_link_leads_somewhere(built: Path, name: str) -> None:
    """Links inside the site name a page that is there, and a place in it."""
    path = html_of(built, name)
    for link in read(path).links:
        address, anchor = urldefrag(link)
        address = address.partition("?")[0]
        target = (path.parent / unquote(address)).resolve() if address else path
        place = target.as_posix().removeprefix(f"{built.resolve() / 'site'}/")
        if link.startswith("https://") or place.startswith(WRITTEN_LATER):
            continue
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), link
        if anchor:
            assert f'id="{unquote(anchor)}"' in target.read_text(encoding="utf-8"), link


@pytest.mark.parametrize(
    "standard", editions().standards.values(), ids=lambda standard: standard.id
)
def test_every_row_of_an_edition_has_its_place(built: Path, standard: Any) -> None:
    """A row's anchor is ``item-<id>``, on the page of its edition."""
    page = "standard.md" if standard is suzhou_2016() else f"editions/{standard.id}.md"
    ids = read(html_of(built, page)).ids
    assert {f"item-{item.id}" for item in standard.items} - ids == set()


@pytest.mark.parametrize("track", suzhou_2016().tracks)
def test_points_time_and_papers_are_two_taps_from_home(built: Path, track: str) -> None:
    """Home leads to each benefit's page, which leads to what it takes, by when, which papers."""
    parts = {"points", "when", "papers"}
    page = read(html_of(built, f"{track}.md"))
    assert f"{track}/" in read(html_of(built, "index.md")).links
    assert {f"#{part}" for part in parts} - set(page.links) == set()
    assert parts - page.ids == set()


@pytest.mark.parametrize("track", suzhou_2016().tracks)
def test_the_interpretation_tells_every_window_condition_and_paper(built: Path, track: str) -> None:
    """What the edition holds of a benefit stands on its page."""
    words = read(html_of(built, f"policy-{track}.md")).words
    standard = suzhou_2016()
    told = [window.text for window in standard.windows if track in window.tracks]
    told += [condition.reason for condition in standard.conditions if track in condition.tracks]
    told += standard.papers["overall"].papers
    assert [text for text in told if text not in words] == []


@pytest.mark.parametrize("track", suzhou_2016().tracks)
def test_calculating_by_2016_is_one_tap_away(built: Path, track: str) -> None:
    """按 2016 版算：from the interpretation to the calculator, with place, edition and benefit."""
    page = read(html_of(built, f"policy-{track}.md"))
    assert "按 2016 版算" in page.words
    assert f"../calculator/?place=suzhou&standard=suzhou-2016&track={track}" in page.links


@pytest.mark.parametrize("track", suzhou_2016().tracks)
def test_a_benefit_page_holds_no_window_that_is_over(built: Path, track: str) -> None:
    """What holds today comes first; the articles of 2016 stand in the interpretation."""
    words = read(html_of(built, f"{track}.md")).words
    over = [
        window.text
        for window in suzhou_2016().windows
        if window.kind == "apply" and track in window.tracks
    ]
    assert [text for text in over if text in words] == []


def test_the_line_for_webmasters_follows_the_edition_in_force() -> None:
    """No sample of an embedding names an edition: each would be of one that rules no more."""
    samples = re.findall(
        r"<(?:script|iframe)[^>]*>", (ROOT / "docs/embedding.md").read_text("utf-8")
    )
    assert len(samples) > 3
    assert [tag for tag in samples if re.search(r"standard=", tag)] == []


def test_the_opinion_poll_is_printed_as_published(built: Path) -> None:
    """The shares keep their digits; their sum, and what it lacks, is computed."""
    words = read(html_of(built, "background.md")).words
    figures = ("85.22%", "3.10%", "11.38%", "99.70%", "0.30%")
    assert [figure for figure in figures if figure not in words] == []


def test_every_figure_of_the_making_is_told(built: Path) -> None:
    """No figure of the background is left in the drawer."""
    words = read(html_of(built, "background.md")).words
    figures = load_background().figures.values()
    assert [str(figure) for figure in figures if str(figure) not in words] == []


def test_only_what_a_government_could_link_is_linked(built: Path) -> None:
    """The links that leave the site are those of sources marked so."""
    may = {
        source.url
        for standard in editions().standards.values()
        for source in standard.sources.values()
        if source.link
    }
    outside = {
        link
        for name in every_page()
        for link in read(html_of(built, name)).links
        if link.startswith("http")
    }
    assert outside == may


@pytest.mark.parametrize(
    "standard", editions().standards.values(), ids=lambda standard: standard.id
)
def test_weak_rows_are_listed_openly(built: Path, standard: Any) -> None:
    """Every row unpublished or disputed, and what is only mentioned, is named under its edition."""
    section = read(html_of(built, "sources.md")).under(standard.edition)
    weak = [item.label for key in ("unpublished", "disputed") for item in graded(standard, key)]
    weak += [mention.label for mention in standard.mentioned]
    assert [label for label in weak if label not in section] == []
