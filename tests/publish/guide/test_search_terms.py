"""The search finds what the policy says and what people say, from the middle of a title too."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from calculator.publish.guide.search_terms import INDEX, add_search_words, read_search_words


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


def test_words_that_people_type_stand_beside_the_index(built: Path) -> None:
    """Each leads to a place of the index, and to one only."""
    index = json.loads((built / "site" / INDEX).read_text(encoding="utf-8"))
    words = read_search_words()
    assert index["words"] == words
    assert words.keys() - {doc["location"] for doc in index["docs"]} == set()
    counted = Counter(word for listed in words.values() for word in set(listed))
    assert [word for word, count in counted.items() if count > 1] == []


def test_words_are_written_as_they_are_compared() -> None:
    """In lower case, without spaces."""
    words = [word for listed in read_search_words().values() for word in listed]
    assert [word for word in words if word != word.lower().replace(" ", "")] == []


def test_words_for_a_place_that_is_gone_end_the_build(tmp_path: Path) -> None:
    """A heading renamed is noticed."""
    (tmp_path / INDEX).parent.mkdir(parents=True)
    (tmp_path / INDEX).write_text('{"docs": [{"location": "", "title": "", "text": ""}]}', "utf-8")
    with pytest.raises(KeyError, match="faq/#gap"):
        add_search_words(tmp_path)


def test_the_form_is_not_found_question_by_question(built: Path) -> None:
    """Who looks for it wants the calculator."""
    index = json.loads((built / "site" / INDEX).read_text(encoding="utf-8"))
    found = [doc["location"] for doc in index["docs"] if doc["location"].startswith("calculator/")]
    assert found == ["calculator/"]
