"""The words that the search must know: the policy's own, and what people call them.

The index holds the words into which jieba cuts a page; a query finds a word from its beginning. So
a word that jieba keeps whole hides its second half (保险 in 社会保险), and one that it breaks into
single characters is found in the wrong places (大 and 市 for 大市).
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import jieba

from calculator.publish.guide.glossary import read_glossary
from calculator.standard.editions import Editions

WORDS_FILE: Final = Path(__file__).with_name("search_words.toml")
"""What people type, by the place that answers it; ``page/shared/search_worker.js`` weighs it."""

INDEX: Final = "search/search_index.json"
CALCULATOR: Final = "calculator/"

_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2,}")


def teach_search_terms(editions: Editions) -> None:
    """Make jieba cut our words as they are looked for; to be called before MkDocs builds."""
    for word in search_words(editions):
        pieces = list(jieba.cut(word, HMM=False))
        if len(word) <= 3 and any(len(piece) == 1 for piece in pieces):
            jieba.add_word(word)
        for piece in pieces:
            halves = piece[:2], piece[2:]
            if len(piece) == 4 and all(half in jieba.dt.FREQ for half in halves):
                jieba.suggest_freq(halves, tune=True)


def search_words(editions: Editions) -> list[str]:
    """Every run of Chinese characters in our terms, each once."""
    return list(dict.fromkeys(run for term in _terms(editions) for run in _HAN.findall(term)))


def _terms(editions: Editions) -> Iterator[str]:
    for term in read_glossary():
        yield term.word
        yield from term.also
    for standard in editions.standards.values():
        yield standard.title
        for track in standard.tracks.values():
            yield from (track.label, track.plain)
        for item in standard.items:
            yield from (item.group, item.label)
        yield from standard.materials.values()


def read_search_words() -> Mapping[str, list[str]]:
    """The words of ``search_words.toml`` by their place in the site."""
    words: Mapping[str, list[str]] = tomllib.loads(WORDS_FILE.read_text("utf-8"))["words"]
    return words


def add_search_words(site: Path) -> None:
    """Put the words beside the entries of a built site's index, and drop the form's questions.

    Raises ``KeyError`` where a word leads to a place that the index does not have.
    """
    path = site / INDEX
    index = json.loads(path.read_text("utf-8"))
    index["docs"] = [doc for doc in index["docs"] if not _is_question(doc["location"])]
    for doc in index["docs"]:
        if doc["location"] == CALCULATOR:
            doc["text"] = ""
    index["words"] = dict(read_search_words())
    missing = index["words"].keys() - {doc["location"] for doc in index["docs"]}
    if missing:
        raise KeyError(*sorted(missing))
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _is_question(location: str) -> bool:
    """Whether the entry is a piece of the calculator's form: who looks for it wants the page."""
    return location.startswith(f"{CALCULATOR}#")
