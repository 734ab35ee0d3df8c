"""Evidence of a page's statements: collected, told in one fold; doubts are said in place."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from calculator.publish.guide.evidence import Evidence, describe_evidence
from calculator.publish.guide.mkdocs_pages import NO_ENGINE
from calculator.publish.guide.pages import Pages
from calculator.standard.passport import Passport, Source
from tests.publish.guide.built_pages import every_page, html_of
from tests.publish.guide.reader import read
from tests.support import editions

PAGES: Final = Pages(editions(), "suzhou-2016", NO_ENGINE)
FOLD: Final = 'class="rows evidence"'


def passport(confidence: str, clause: str | None = None, sources: int = 1) -> Passport:
    """Evidence of so many sources."""
    day = date(2026, 11, 25)
    source = Source("a", "A", "not seen", day, link=False)
    return Passport((source,) * sources, confidence, day, clause)


@pytest.mark.parametrize(
    ("confidence", "said"),
    [("confirmed", ""), ("single", ""), ("inferred", "推定"), ("disputed", "说法不一")],
)
def test_a_doubt_is_said_where_the_statement_stands(confidence: str, said: str) -> None:
    """Whoever does not open the fold is to know it."""
    assert Evidence().note("甲", passport(confidence)) == said


def test_the_fold_lists_the_surest_first_with_their_clauses() -> None:
    """Each statement once, under how sure it is."""
    evidence = Evidence()
    evidence.note("甲", passport("single"))
    evidence.note("乙", passport("confirmed", "办法第九条"))
    evidence.note("甲", passport("single"))
    assert evidence.by_confidence() == [
        ("两个以上来源一致", ["乙（办法第九条）"]),
        ("仅见一个来源", ["甲"]),
    ]


def test_a_long_statement_is_known_by_its_beginning() -> None:
    """And by its first sentence where that is short."""
    evidence = Evidence()
    evidence.note("不是必须，自愿申请。其他。", passport("single"))
    evidence.note("一二三四五六七八九十一二三四五六七八九十", passport("single"))
    assert evidence.by_confidence()[0][1] == [
        "不是必须，自愿申请",
        "一二三四五六七八九十一二三四五六七八……",
    ]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (passport("single"), "来源 1 处"),
        (passport("confirmed", "办法第九条", 2), "办法第九条，来源 2 处"),
        (passport("single", None, 2), "来源 2 处，仅见一个来源"),
        (passport("unpublished"), "来源 1 处，分值未公布"),
    ],
)
def test_evidence_of_a_row_is_a_few_words(given: Passport, said: str) -> None:
    """How sure it is only where the number of sources does not say it."""
    assert describe_evidence(given) == said


@pytest.mark.parametrize("name", every_page())
def test_evidence_that_a_page_collects_is_told(name: str) -> None:
    """A page that keeps a passport has the fold, once."""
    evidence = Evidence()
    text = PAGES.markdown(name, evidence)
    assert text.count(FOLD) == bool(evidence.said)


@pytest.mark.parametrize("name", ["settlement.md", "schooling.md", "medical.md", "faq.md"])
def test_a_page_for_residents_does_not_repeat_how_sure_it_is(built: Path, name: str) -> None:
    """Once, in the fold."""
    words = read(html_of(built, name)).words
    assert words.count("仅见一个来源") <= 1
