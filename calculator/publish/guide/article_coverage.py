"""The coverage map: every provision that was seen, and what becomes of it here.

Articles stand in ``article_coverage.toml``, with their subject in our own words. Rows, conditions,
dates and what is merely mentioned are taken from the standards, so that none can be forgotten.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Final

from markupsafe import Markup

from calculator.publish.guide.fragment import fragment
from calculator.reading.table import Table, read_root
from calculator.reading.toml_file import read_toml
from calculator.standard.passport import Passport, read_passport
from calculator.standard.standard import Standard

FILE: Final = Path(__file__).with_suffix(".toml")
HOW: Final = {
    "computed": "计算",
    "asked": "询问",
    "officer": "交由窗口",
    "not_covered": "未覆盖",
}
"""What becomes of a provision, with the public's words for it."""

_DIGITS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was seen, in part or whole; ``short`` is its name in a clause."""

    id: str
    title: str
    short: str
    known: str


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision: where it stands, what it is about, what becomes of it, and why.

    ``used`` are the rows, conditions and dates that rest on it.
    """

    document: Document
    number: int | None
    label: str
    subject: str
    how: str
    reason: str
    passport: Passport
    used: tuple[str, ...] = ()

    @property
    def clause(self) -> str:
        """The clause as a standard cites it."""
        return self.document.short + (self.label if self.number else "")


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands in an edition, and what becomes of it."""

    kind: str
    label: str
    how: str
    reason: str
    passport: Passport


def coverage(standards: Mapping[str, Standard], standard_id: str) -> Markup:
    """The map; ``standard_id`` is the edition whose sources the articles name."""
    documents, found = provisions(standards[standard_id], standards)
    listed = {document: [p for p in found if p.document.id == document] for document in documents}
    of_editions = [(standard, list(entries(standard))) for standard in standards.values()]
    every = [entry.how for entry in found]
    every += [entry.how for _, listed_entries in of_editions for entry in listed_entries]
    return fragment(
        "coverage.html",
        documents=documents.values(),
        provisions=listed,
        missing={
            document: missing([p.number for p in listed[document] if p.number])
            for document in documents
        },
        editions=of_editions,
        how=HOW,
        counts={how: every.count(how) for how in HOW},
    )


def provisions(
    standard: Standard, standards: Mapping[str, Standard]
) -> tuple[dict[str, Document], list[Provision]]:
    """The documents and articles of ``article_coverage.toml``, and what rests on each.

    Raises ``InputError`` with every fault of the file.
    """
    return read_root(read_toml(FILE), FILE.name, partial(_provisions, standard, standards))


def _provisions(
    standard: Standard, standards: Mapping[str, Standard], root: Table
) -> tuple[dict[str, Document], list[Provision]]:
    documents = {key: _document(key, table) for key, table in root.tables("documents")}
    uses = _uses(standards)
    found = [_provision(table, documents, standard, uses) for table in root.listed("articles")]
    return documents, found


def _document(key: str, table: Table) -> Document:
    document = Document(key, table.text("title"), table.text("short"), table.text("known"))
    table.reject_unknown_keys()
    return document


def _provision(
    table: Table,
    documents: Mapping[str, Document],
    standard: Standard,
    uses: Mapping[str, tuple[str, ...]],
) -> Provision:
    document = documents[table.one_of("document", tuple(documents))]
    number = table.whole("number") if table.get("number") is not None else None
    paragraph = table.whole("paragraph") if table.get("paragraph") is not None else None
    label = table.text("name", "") if number is None else article(number, paragraph)
    clause = document.short + (label if number else "")
    provision = Provision(
        document=document,
        number=number,
        label=label,
        subject=table.text("subject"),
        how=table.one_of("how", tuple(HOW)),
        reason=table.text("reason"),
        passport=_evidence(table, standard, clause),
        used=uses.get(clause, ()),
    )
    table.reject_unknown_keys()
    return provision


def _evidence(table: Table, standard: Standard, clause: str) -> Passport:
    found = Passport((), "unpublished", standard.passport.checked_on, clause)
    return read_passport(table, standard.sources, inherit=found)


def _uses(standards: Mapping[str, Standard]) -> dict[str, tuple[str, ...]]:
    """What rests on each cited clause, by the clause."""
    found: dict[str, dict[str, None]] = {}
    for standard in standards.values():
        for entry in entries(standard):
            for clause in cited(entry.passport.clause or ""):
                found.setdefault(clause, {})[f"{entry.kind}“{entry.label}”"] = None
    return {clause: tuple(labels) for clause, labels in found.items()}


def entries(standard: Standard) -> Iterator[Entry]:
    """Every row, condition, date and mere mention of an edition."""
    for item in standard.items:
        if item.declaration:
            how, reason = "asked", "分值未公布：只问有没有，可以填官方告知的分值。"
        else:
            how, reason = "computed", "按标准的分值计算。"
        yield Entry("计分项", item.label, how, reason, item.passport)
    for condition in standard.conditions:
        reason = "问了以后说明符不符合，不计分。"
        yield Entry("条件", condition.label, "asked", reason, condition.passport)
    for window in standard.windows:
        how, reason = "officer", "只转述；以窗口公布的为准。"
        if window.last:
            how, reason = "computed", "由程序按日期提示。"
        label = "、".join(standard.tracks[track].plain for track in window.tracks)
        yield Entry("时间", f"{label}：{window.label}", how, reason, window.passport)
    for mention in standard.mentioned:
        yield Entry("提到过", mention.label, "not_covered", mention.note, mention.passport)


def cited(clause: str) -> list[str]:
    """The single clauses that a citation names.

    >>> cited("办法第九条；居住证管理暂行办法第二十二条、第二十三条")
    ['办法第九条', '居住证管理暂行办法第二十二条', '居住证管理暂行办法第二十三条']
    >>> cited("2020 年度告知书")
    ['2020 年度告知书']
    """
    found = []
    for part in filter(None, clause.split("；")):
        document = re.split("第[一二三四五六七八九十]+条", part)[0]
        articles = re.findall("第[一二三四五六七八九十]+条(?:（[一二三四五六七八九十]+）)?", part)
        found += [document + article for article in articles] or [part]
    return found


def article(number: int, paragraph: int | None = None) -> str:
    """An article's name.

    >>> article(7), article(10, 11), article(36)
    ('第七条', '第十条（十一）', '第三十六条')
    """
    return f"第{_chinese(number)}条" + (f"（{_chinese(paragraph)}）" if paragraph else "")


def missing(numbers: list[int]) -> str:
    """The articles before the last one known that were not seen.

    >>> missing([4, 5, 8])
    '第一条至第三条、第六条、第七条'
    """
    unseen = [number for number in range(1, max(numbers, default=0)) if number not in numbers]
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(unseen), key=lambda pair: pair[1] - pair[0])
    ]
    return "、".join(
        f"{article(run[0])}至{article(run[-1])}" if len(run) > 2 else "、".join(map(article, run))
        for run in runs
    )


def _chinese(number: int) -> str:
    """A number below a hundred as articles write it."""
    tens, ones = divmod(number, 10)
    lead = {0: "", 1: "十"}.get(tens, f"{_DIGITS[tens]}十")
    return lead + (_DIGITS[ones] if ones else "")
