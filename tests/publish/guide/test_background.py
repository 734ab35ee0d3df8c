"""What the guide says beside the standards, and what it says of several editions at once."""

import pytest

from calculator.publish.guide.articles import cite, clauses_of
from calculator.publish.guide.background import FILE, load_background, read_background
from calculator.publish.guide.page_names import bibliography, cutoffs, places, succession
from calculator.reading.problems import InputError
from calculator.reading.toml_file import read_toml
from tests.support import editions, suzhou_2016


def test_every_source_is_listed_once() -> None:
    """By address, and by title where no address was seen."""
    listed = [cited.source.url for cited in bibliography(editions(), load_background())]
    used = {
        source.url
        for standard in editions().standards.values()
        for source in standard.sources.values()
    }
    assert {url for url in listed if listed.count(url) > 1} <= {"not seen"}
    assert used - set(listed) == set()


def test_an_article_that_nobody_saw_cannot_be_cited() -> None:
    """A citation names an article that some evidence names."""
    clauses = clauses_of(suzhou_2016(), load_background())
    assert cite(15, "入学实施细则", clauses) == "入学实施细则第十五条"
    for unseen in (48, 60):
        with pytest.raises(LookupError):
            cite(unseen, "办法", clauses)


def test_a_figure_without_evidence_is_refused() -> None:
    """The background data needs a passport, as a standard does."""
    data = read_toml(FILE)
    del data["figures"]["meetings"]["sources"]
    with pytest.raises(InputError, match=r"figures\.meetings\.sources"):
        read_background(data, "background.toml")


def test_editions_follow_each_other_by_track() -> None:
    """Each benefit goes its own way through the editions."""
    chains = succession(editions(), suzhou_2016())
    assert {track: [ruling.standard.id for ruling in chain] for track, chain in chains.items()} == {
        "settlement": ["suzhou-2016", "suzhou-2021", "suzhou-2023-settlement"],
        "schooling": ["suzhou-2016", "suzhou-2021", "suzhou-2024-schooling"],
        "medical": ["suzhou-2016", "suzhou-2021"],
    }


def test_lines_stand_by_year_and_those_without_one_last() -> None:
    """Past lines of all editions in one list."""
    years = [cutoff.year for cutoff in cutoffs(editions(), "schooling")]
    assert years == [2017, None, None, None]


def test_the_example_lists_show_what_the_rules_decide_and_leave_open() -> None:
    """For a household one quota settles all; for a child the other parent's total leaves a tie."""
    lists = load_background().lists
    settlement = [
        (ranked.rank, ranked.applicant.id, ranked.admitted)
        for ranked in places(lists["settlement"], suzhou_2016())
    ]
    schooling = [
        (ranked.rank, ranked.applicant.id, ranked.admitted)
        for ranked in places(lists["schooling"], suzhou_2016())
    ]
    assert settlement == [
        (1, "A", "yes"),
        (2, "B", "yes"),
        (3, "C", "yes"),
        (4, "D", "no"),
        (5, "E", "no"),
        (6, "F", "no"),
    ]
    assert schooling == [(1, "A", "yes"), (2, "B", "tie"), (2, "C", "tie"), (4, "D", "no")]
