"""No figure is typed in a page: each comes by name from a standard or from the background data."""

import re
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[3]
PAGES: Final = [
    *sorted(set((ROOT / "docs").rglob("*.md")) - set((ROOT / "docs/engineering").glob("*.md"))),
    *sorted((ROOT / "calculator/page/templates").glob("*.md")),
]
TYPED: Final = re.compile(
    r"[0-9０-９〇零一二两三四五六七八九十百千万亿]\s*"
    r"(?:分|年|个?月|日|条|次|人|㎡|平方米|周?岁|元|%|％)"
)
CALLS: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
WORDS: Final = re.compile(r"\"([^\"]*)\"")
ALLOWED: Final = {
    "零分": "not counted as zero: said of rows without a public figure, in no standard",
}


def typed(text: str) -> list[str]:
    """Every number before a unit that stands in the text itself, or in the words of a call."""
    own = CALLS.sub(lambda call: " ".join(WORDS.findall(call[0])), text)
    return [found for found in TYPED.findall(own) if found not in ALLOWED]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_figure_is_typed_in_a_page(page: Path) -> None:
    """A page has no number before a unit of its own."""
    assert typed(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "得 480 分",
        "满一年",
        "第九条",
        "5个月",
        "85.22%",
        "不少于 18 平方米",
        '{{ "两次" }}',
        "10 月",
    ],
)
def test_a_typed_figure_is_found(text: str) -> None:
    """Digits and Chinese numerals are found, spaced or not, in the words of a call too."""
    assert len(typed(text)) == 1


@pytest.mark.parametrize(
    "text", ["{{ window.first.day }} 日", '{{ article("9") }}', "三项待遇", "零分"]
)
def test_a_figure_by_name_passes(text: str) -> None:
    """What comes from the data, and what is no figure, is no fault."""
    assert typed(text) == []


@pytest.mark.parametrize("words", ALLOWED)
def test_what_is_allowed_is_needed(words: str) -> None:
    """An exception that no page needs any more goes."""
    assert any(words in page.read_text(encoding="utf-8") for page in PAGES)
