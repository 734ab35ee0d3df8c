"""The coverage map is complete: nothing that the standards cite or hold is forgotten."""

import re
from collections.abc import Iterator

import pytest

from calculator.publish.guide.article_coverage import (
    HOW,
    article,
    cited,
    coverage,
    entries,
    provisions,
)
from tests.support import editions, suzhou_2016

STANDARDS = editions().standards
DOCUMENTS, PROVISIONS = provisions(suzhou_2016(), STANDARDS)
PAGE = coverage(STANDARDS, "suzhou-2016")

# The articles of 2016 that public material holds, as it numbers them.
SEEN = {
    "办法": [*range(1, 48)],
    "户籍准入实施细则": [4, 5, 7, 8],
    "入学实施细则": [2, 14, 15, 16],
    "入医实施细则": [2, 3, 4, 7, 8],
    "居住证管理暂行办法": [22, 23],
}


def clauses() -> Iterator[str]:
    """Every single clause that any standard cites, for whatever it holds."""
    for standard in STANDARDS.values():
        figures = (passport for item in standard.items for passport in item.figures.values())
        passports = [
            standard.passport,
            *(entry.passport for entry in entries(standard)),
            *(cutoff.passport for cutoff in standard.cutoffs),
            *(track.passport for track in standard.tracks.values()),
            *figures,
        ]
        for passport in passports:
            yield from cited(passport.clause or "")


def test_every_cited_clause_is_on_the_map() -> None:
    """Whatever a standard rests on has its place."""
    assert set(clauses()) - {entry.clause for entry in PROVISIONS} == set()


@pytest.mark.parametrize("short", sorted(SEEN))
def test_every_known_article_is_on_the_map(short: str) -> None:
    """No number that was seen is left out, and none is made up."""
    numbers = {entry.number for entry in PROVISIONS if entry.document.short == short}
    assert numbers == set(SEEN[short])


def test_every_provision_stands_once() -> None:
    """No clause has two lines that could contradict each other."""
    places = [(entry.document.id, entry.label) for entry in PROVISIONS]
    assert sorted(set(places)) == sorted(places)


def test_the_papers_of_article_ten_are_all_there() -> None:
    """Its eleven paragraphs each have a line."""
    labels = {entry.label for entry in PROVISIONS if entry.number == 10}
    assert labels == {article(10, paragraph) for paragraph in [None, *range(1, 12)]}


def test_every_part_of_an_edition_is_on_the_page() -> None:
    """Each row, condition, date and mention of each edition, by its label."""
    held = [
        label
        for standard in STANDARDS.values()
        for group in (standard.items, standard.conditions, standard.windows, standard.mentioned)
        for label in (entry.label for entry in group)
    ]
    assert [label for label in held if label not in PAGE] == []


def test_what_has_no_figure_is_asked_not_computed() -> None:
    """An unpublished row is never said to be computed."""
    asked = {
        entry.label
        for entry in entries(suzhou_2016())
        if entry.kind == "计分项" and entry.how == "asked"
    }
    unpublished = {item.label for item in suzhou_2016().items if item.rule == "unpublished"}
    assert asked == unpublished


def test_every_way_is_used_and_counted() -> None:
    """The four counts on the page are those of its lines."""
    counts = dict(re.findall(r'<li><span class="how-mark (\w+)">[^<]+</span><b>(\d+)</b>', PAGE))
    marks = re.findall(r'<span class="how-mark (\w+)">', PAGE)
    assert counts == {how: str(marks.count(how) - 1) for how in HOW}


def test_what_was_not_seen_is_said() -> None:
    """The gaps between the known articles of a document of which only excerpts were seen."""
    assert "第三条至第十三条" in PAGE
