"""The search finds what the policy says and what people say, from the middle of a title too."""

import json
from pathlib import Path
from typing import Any

import pytest


def found(built: Path, query: str, field: str) -> set[str]:
    """The pages and sections of whose words in a field one begins with the query."""
    index = json.loads((built / "site/search/search_index.json").read_text(encoding="utf-8"))
    docs: list[dict[str, Any]] = index["docs"]
    return {
        entry["location"]
        for entry in docs
        if any(word.startswith(query) for word in entry[field].split("\u200b"))
    }


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("落户", "settlement/"),
        ("准入", "settlement/"),
        ("上学", "schooling/"),
        ("入学", "schooling/"),
        ("参保", "medical/"),
        ("入医", "medical/"),
        ("分数线", "cutoffs/"),
        ("计分", "worksheet/"),
        ("制定", "background/"),
        ("可信", "sources/"),
    ],
)
def test_a_page_is_found_by_a_word_of_its_title(built: Path, query: str, page: str) -> None:
    """First word or not."""
    assert page in found(built, query, "title")


@pytest.mark.parametrize(
    ("query", "term"),
    [
        ("社保", "社会保险"),
        ("保险", "社会保险"),
        ("公积金", "住房公积金"),
        ("人口", "流动人口"),
        ("疫苗", "预防接种证"),
        ("接种", "预防接种证"),
        ("职称", "专业技术职称"),
        ("分数线", "达标积分值"),
        ("学位", "可供学位数"),
    ],
)
def test_a_term_is_found_by_what_people_call_it(built: Path, query: str, term: str) -> None:
    """The glossary leads from the everyday word to the policy's."""
    places = found(built, query, "text") | found(built, query, "title")
    assert [place for place in places if term in _title(built, place).replace("\u200b", "")]


def _title(built: Path, location: str) -> str:
    index = json.loads((built / "site/search/search_index.json").read_text(encoding="utf-8"))
    return next(str(entry["title"]) for entry in index["docs"] if entry["location"] == location)
