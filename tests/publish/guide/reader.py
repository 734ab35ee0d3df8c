"""Reading a built page: its headings, links, ids and words."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_HEADING = "\n# "
_VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Page:
    """What a page of the site holds; ``words`` leave out code and scripts."""

    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    words: str = ""
    edition: bool = False

    def under(self, heading: str) -> str:
        """The words between a heading and the next one."""
        return self.words.partition(f"{_HEADING}{heading}\n")[2].partition(_HEADING)[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        self.page.ids.add(has.get("id") or "")
        if tag not in _VOID:
            self._inside.append(tag)
        if "edition" in (has.get("class") or "").split():
            self.page.edition = True
        if tag == "a" and has.get("href") and self._counts():
            self.page.links.append(has["href"] or "")
        if tag in {"h1", "h2", "h3"} and self._counts():
            self.page.headings.append("")
            self.page.words += _HEADING

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._inside.pop()

    def handle_endtag(self, tag: str) -> None:
        while tag in self._inside and self._inside.pop() != tag:
            pass
        if tag in {"h1", "h2", "h3"}:
            self.page.words += "\n"

    def handle_data(self, data: str) -> None:
        if not self._counts() or {"script", "style", "code", "pre"} & set(self._inside):
            return
        if {"h1", "h2", "h3"} & set(self._inside):
            self.page.headings[-1] += data
        self.page.words += data

    def _counts(self) -> bool:
        return "article" in self._inside


def read(path: Path) -> Page:
    """The article of a page."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader.page
