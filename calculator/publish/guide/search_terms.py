"""The words that the search must know: the policy's own, and what people call them.

The index holds the words into which jieba cuts a page; a query finds a word from its beginning. So
a word that jieba keeps whole hides its second half (保险 in 社会保险), and one that it breaks into
single characters is found in the wrong places (大 and 市 for 大市).
"""

import re
from collections.abc import Iterator
from typing import Final

import jieba

from calculator.publish.guide.glossary import read_glossary
from calculator.standard.editions import Editions

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
