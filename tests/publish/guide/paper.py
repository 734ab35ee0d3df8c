"""A printed worksheet, read as a stranger reads it: the words in its cells, nothing else.

Nothing of ``calculator`` is imported; the program only prints.
"""

import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
VOID: Final = {"br", "hr", "img", "input", "meta", "link"}


@dataclass
class Row:
    """What is printed in one row: its cells' words, the sentences of each way to work it out."""

    number: str = ""
    label: str = ""
    kind: str = ""
    how: str = ""
    member: bool = False
    facts: list[str] = field(default_factory=list)
    ends: dict[str, tuple[str, str]] = field(default_factory=dict)
    ways: list[list[str]] = field(default_factory=list)


class Paper(HTMLParser):
    """The rows of a printed sheet, from the words in its cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._open: list[tuple[str, str]] = []
        self._least = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Only classes are looked at, to tell the cells apart."""
        role = dict(attrs).get("class") or ""
        if tag not in VOID:
            self._open.append((tag, role))
        if tag == "tr":
            self.rows.append(Row(kind=role))
        if tag == "ol" and self.rows:
            self.rows[-1].ways.append([])
        if tag == "li" and self.rows:
            self.rows[-1].ways[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Words go where they stand."""
        words = data.strip()
        if not words or not self.rows:
            return
        row, (tag, role) = self.rows[-1], self._open[-1]
        match tag, role:
            case "td", "number":
                row.number += words
            case "th", "item":
                row.label += words
            case "b", "fact":
                row.facts.append(words)
            case "span", "least":
                self._least = words
            case "span", "most":
                row.ends[row.facts[-1]] = (self._least, words)
            case "li", _:
                row.ways[-1][-1] += words
            case "td", "how":
                row.how += words
            case "p", "member":
                row.member = True


@cache
def paper(standard: str) -> tuple[Row, ...]:
    """The sheet of an edition, printed by the program and read as a stranger reads it."""
    command = [sys.executable, "-m", "calculator.publish.guide.worksheet", standard]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return tuple(row for row in Paper(printed.stdout).rows if row.kind not in ("", "part"))
