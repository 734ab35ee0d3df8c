"""Papers: what to bring for one step of an edition's procedure.

[[papers]]
id = "settlement_complete"
tracks = ["settlement"]     # not written: every track
title = "取得资格后，办户口时带"
list = ["积分户籍准入卡"]    # in the order of the text
"""

from collections.abc import Mapping
from dataclasses import dataclass

from calculator.reading.table import Table
from calculator.standard.passport import Passport, Source, read_passport


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of one step, in the public's words."""

    id: str
    tracks: tuple[str, ...]
    title: str
    papers: tuple[str, ...]
    passport: Passport


def read_papers(
    root: Table, tracks: tuple[str, ...], sources: Mapping[str, Source]
) -> dict[str, Papers]:
    """The papers of a standard's ``[[papers]]`` by their ids; faults go to ``root``."""
    found: dict[str, Papers] = {}
    for table in root.listed("papers"):
        papers = Papers(
            id=table.text("id"),
            tracks=table.some_of("tracks", tracks) or tracks,
            title=table.text("title"),
            papers=table.texts("list"),
            passport=read_passport(table, sources),
        )
        table.reject_unknown_keys()
        if papers.id in found:
            table.fault("id", papers.id, "未用过的 id（这一个上面已有）")
        found[papers.id] = papers
    return found
