"""An item from its table in a standard, or everything that is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from calculator.reading.table import Table
from calculator.rules.register import SHAPES
from calculator.rules.requires import read_requires
from calculator.rules.rounding import read_rounding
from calculator.rules.shape import Definitions
from calculator.rules.within import read_within
from calculator.standard.disputed import Disputed
from calculator.standard.item import PARTS, WHOSE, Item
from calculator.standard.passport import Source, read_passport
from calculator.standard.version import Version

_NO_FIGURES: Final = {  # keys of a row that hold no figure, and so have no evidence of their own
    *("id", "part", "group", "label", "rule", "fact", "note", "whose", "passport", "in_force"),
    *("clause", "sources", "confidence", "checked_on", "materials", "requires", "tracks", "rare"),
    "within",
}


def read_item(
    table: Table,
    definitions: Definitions,
    tracks: tuple[str, ...],
    materials: tuple[str, ...],
    sources: Mapping[str, Source],
) -> Item:
    """The row of a table, with each of its alternatives; faults go to the table."""
    alternatives = [
        read_item(variant, definitions, tracks, materials, sources)
        for variant in table.variants("alternatives")
    ]
    if alternatives:
        return _merge_alternatives(table, alternatives)
    item_id = table.text("id")
    if not re.fullmatch("[a-z][a-z0-9_]*", item_id):
        table.fault("id", item_id, "小写字母、数字和下划线")
    figure_keys = _figure_keys(table)
    rule = table.one_of("rule", tuple(SHAPES))
    if table.has_fault("rule"):
        table.skip_rest()  # the keys of an unknown shape cannot be read
    shape = SHAPES[rule].read(table, definitions)
    cap = table.number("cap") if table.get("cap") is not None else None
    passport = read_passport(table, sources)
    figures = {}
    for figure, evidence in table.tables("passport"):
        if figure not in figure_keys:
            expected = f"这一行里的一个数字：{'、'.join(sorted(figure_keys))}"
            table.fault("passport", figure, expected)
        figures[figure] = read_passport(evidence, sources, inherit=passport)
        evidence.reject_unknown_keys()
    item = Item(
        id=item_id,
        part=table.one_of("part", tuple(PARTS)),
        group=table.text("group"),
        label=table.text("label"),
        whose=table.one_of("whose", tuple(WHOSE), "applicant"),
        note=table.text("note", ""),
        rule=rule,
        scoring=Version(shape, read_rounding(table), cap, passport, figures),
        requires=read_requires(table, definitions),
        within=read_within(table, definitions),
        tracks=table.some_of("tracks", tracks) or tracks,
        in_force=table.period("in_force"),
        materials=table.some_of("materials", materials),
    )
    if (shape.declaration is not None) != (passport.confidence == "unpublished"):
        table.fault(
            "confidence", passport.confidence, 'rule 与 confidence 同为 "unpublished" 或同不是'
        )
    table.reject_unknown_keys()
    return item


def _figure_keys(table: Table) -> set[str]:
    """The keys of the figures of a row, those inside its lists of tables among them."""
    keys: set[str] = set()
    for key in table.names():
        value = table.get(key)
        if isinstance(value, list):
            keys.update(*(inner for inner in value if isinstance(inner, dict)))
        else:
            keys.add(key)
    return keys - _NO_FIGURES


def _merge_alternatives(table: Table, alternatives: list[Item]) -> Item:
    """One disputed row of several that differ in how they score and in evidence alone."""
    first = alternatives[0]
    if len(alternatives) < 2:
        table.fault("alternatives", len(alternatives), "至少两种说法")
    for other in alternatives[1:]:
        same_row = replace(other, scoring=first.scoring, rule=first.rule) == first
        # A group's members count nowhere else, and unpublished points are counted or not: both
        # must be so whichever source is right.
        same_kind = (other.members, other.declaration) == (first.members, first.declaration)
        if not same_row or not same_kind:
            expected = "只有写法、分值、上限、取整和出处不同的几种说法"
            table.fault("alternatives", other.label, expected)
    return replace(first, scoring=Disputed(tuple(item.versions[0] for item in alternatives)))
