"""What the guide says beside the standards, each with its evidence: ``background.toml``.

    [statements.couple]
    text = "……"
    clause = "办法第七条"
    sources = ["mirror"]
    confidence = "single"
    checked_on = 2026-11-23

Words that rest on no source, the glossary and the news of the site, stand in files of their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from calculator.ranking.applicant import Applicant
from calculator.reading.table import Table, read_root
from calculator.reading.toml_file import read_toml
from calculator.standard.passport import Passport, Source, read_passport, read_source

FILE: Final = Path(__file__).with_name("background.toml")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the making of the policy, as it was published: its digits are kept."""

    label: str
    value: str
    unit: str
    when: str
    note: str
    passport: Passport

    def __str__(self) -> str:
        return f"{self.value}{'' if self.unit == '%' else ' '}{self.unit}"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence in our own words; ``when`` where it is a step of the making."""

    text: str
    when: str
    passport: Passport


@dataclass(frozen=True, slots=True)
class RankingExample:
    """Made-up applicants who show how a list is ranked, and its places."""

    track: str
    places: int
    applicants: tuple[Applicant, ...]


@dataclass(frozen=True, slots=True)
class Background:
    """All of ``background.toml``."""

    figures: Mapping[str, Figure]
    steps: tuple[Statement, ...]
    statements: Mapping[str, Statement]
    lists: Mapping[str, RankingExample]
    sources: Mapping[str, Source]

    def total(self, *figures: str) -> Decimal:
        """The sum of figures, exactly."""
        return sum((Decimal(self.figures[figure].value) for figure in figures), Decimal(0))


def load_background() -> Background:
    """The background of the product. Raises ``InputError`` with every fault."""
    return read_background(read_toml(FILE), FILE.name)


def read_background(data: Mapping[str, Any], name: str) -> Background:
    """The background from the tables of its file. Raises ``InputError`` with every fault."""
    return read_root(data, name, _background)


def _background(root: Table) -> Background:
    sources = {key: read_source(key, table) for key, table in root.tables("sources")}
    return Background(
        figures={key: _read_figure(figure, sources) for key, figure in root.tables("figures")},
        steps=tuple(_read_step(step, sources) for step in root.listed("steps")),
        statements={
            key: _read_statement(statement, sources) for key, statement in root.tables("statements")
        },
        lists={key: _read_list(example) for key, example in root.tables("lists")},
        sources=sources,
    )


def _read_figure(table: Table, sources: Mapping[str, Source]) -> Figure:
    figure = Figure(
        label=table.text("label"),
        value=table.text("value"),
        unit=table.text("unit"),
        when=table.text("when", ""),
        note=table.text("note", ""),
        passport=read_passport(table, sources),
    )
    table.reject_unknown_keys()
    return figure


def _read_step(table: Table, sources: Mapping[str, Source]) -> Statement:
    step = Statement(table.text("what"), table.text("when"), read_passport(table, sources))
    table.reject_unknown_keys()
    return step


def _read_statement(table: Table, sources: Mapping[str, Source]) -> Statement:
    statement = Statement(table.text("text"), "", read_passport(table, sources))
    table.reject_unknown_keys()
    return statement


def _read_list(table: Table) -> RankingExample:
    example = RankingExample(
        track=table.text("track"),
        places=table.whole("places", least=1),
        applicants=tuple(_read_applicants(table)),
    )
    table.reject_unknown_keys()
    return example


def _read_applicants(table: Table) -> Iterator[Applicant]:
    for applicant in table.listed("applicants"):
        other = applicant.whole("other") if applicant.get("other") is not None else None
        yield Applicant(
            id=applicant.text("id"),
            total=applicant.number("total"),
            base=applicant.number("base"),
            registered=applicant.day("registered"),
            other_parent_total=other,
        )
        applicant.reject_unknown_keys()


def format_day(day: date) -> str:
    """A day as it is read out.

    >>> format_day(date(2016, 1, 15))
    '2016 年 1 月 15 日'
    """
    return f"{day.year} 年 {day.month} 月 {day.day} 日"
