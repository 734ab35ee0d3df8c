"""Where a figure comes from: sources, confidence, date last checked, clause.

A figure without a passport is refused by ``check``, and so is never shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from calculator.reading.kinds import NOT_SEEN
from calculator.reading.table import REQUIRED, Table

CONFIDENCE: Final = {
    "confirmed": "两个以上来源一致",
    "single": "仅见一个来源",
    "inferred": "推定：来自同类文本或相邻版本",
    "disputed": "来源之间不一致",
    "unpublished": "分值未公布",
}
"""How sure a figure is, the surest first, with the public's words for it."""


FIGURES_IN_TEXT: Final = "figures_in_text"
"""Where a row declares the figures that only its words hold; ``check`` compares them."""


READ: Final = {"whole": "读到全文", "part": "读到其中一部分", "beginning": "只读到开头"}
"""How much of a source could be read, with the public's words for it."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that was read. ``link`` where a government site could link it.

    ``read``, one of ``READ``: what does not stand in the part that was read may stand in the rest.
    """

    id: str
    title: str
    url: str
    seen: date
    link: bool
    read: str = "beginning"


@dataclass(frozen=True, slots=True)
class Passport:
    """The evidence for a figure; ``clause`` is None where nobody saw it."""

    sources: tuple[Source, ...]
    confidence: str
    checked_on: date
    clause: str | None

    @property
    def clause_words(self) -> str:
        """The clause, or that none was seen: of sources that were read in part, in that part."""
        if self.clause:
            return self.clause
        whole = all(source.read == "whole" for source in self.sources)
        return "没有见到条款编号" if whole else "在读到的部分里没有见到条款编号"


def read_source(source_id: str, table: Table) -> Source:
    """One source of a standard."""
    source = Source(
        id=source_id,
        title=table.text("title"),
        url=table.text_or_not_seen("url") or NOT_SEEN,
        seen=table.day("seen"),
        link=table.flag("link"),
        read=table.one_of("read", tuple(READ), "beginning"),
    )
    if source.link and not source.url.startswith("https://"):
        table.fault("url", source.url, "以 https:// 开头的地址（要作为链接显示）")
    table.reject_unknown_keys()
    return source


def read_passport(
    table: Table, sources: Mapping[str, Source], inherit: Passport | None = None
) -> Passport:
    """The passport of a row, or of one figure, which inherits what it does not say itself."""
    own = not {"sources", "confidence"}.isdisjoint(table.names())
    cited = []
    for name in table.texts("sources", () if inherit else REQUIRED):
        if name in sources:
            cited.append(sources[name])
        else:
            table.fault("sources", name, f"[sources] 中的来源：{'、'.join(sources)}", sources)
    passport = Passport(
        sources=tuple(cited) or (inherit.sources if inherit else ()),
        confidence=table.one_of(
            "confidence", tuple(CONFIDENCE), inherit.confidence if inherit else REQUIRED
        ),
        checked_on=_checked_on(table, inherit),
        clause=table.text_or_not_seen(
            "clause", (inherit.clause or NOT_SEEN) if inherit else REQUIRED
        ),
    )
    take_figures_in_text(table)
    # What a figure inherits has been said of its row; a source that is misspelt, of itself.
    settled = (inherit and not own) or table.has_fault("sources")
    if passport.confidence == "confirmed" and len(set(passport.sources)) < 2 and not settled:
        table.fault("confidence", "confirmed", "至少两个来源，或改为 single")
    return passport


def take_figures_in_text(table: Table) -> None:
    """Let a row declare the figures that only its words hold; here they have no further use."""
    table.texts(FIGURES_IN_TEXT, ())


def weakest(confidences: list[str]) -> str:
    """The least sure of several."""
    return max(confidences, key=list(CONFIDENCE).index)


def _checked_on(table: Table, inherit: Passport | None) -> date:
    if inherit and table.get("checked_on") is None:
        return inherit.checked_on
    return table.day("checked_on")
