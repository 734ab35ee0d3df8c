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
from calculator.standard.item import PARTS, WHOSE, Item
from calculator.standard.passport import Source, read_passport

_NO_FIGURES: Final = {
    *("id", "part", "group", "label", "rule", "fact", "note", "whose", "passport", "in_force"),
    *("clause", "sources", "confidence", "checked_on", "materials", "requires", "tracks", "rare"),
}


def read_item(
    table: Table,
    definitions: Definitions,
    tracks: tuple[str, ...],
    materials: tuple[str, ...],
    sources: Mapping[str, Source],
) -> Item:
    """One row from its table; faults go to the table."""
    alternatives = tuple(
        read_item(each, definitions, tracks, materials, sources)
        for each in table.variants("alternatives")
    )
    if alternatives:
        _agree(table, alternatives)
        return replace(alternatives[0], alternatives=alternatives)
    item_id = table.text("id")
    if not re.fullmatch("[a-z][a-z0-9_]*", item_id):
        table.fault("id", item_id, "小写字母、数字和下划线")
    keys = _keys(table)
    rule = table.one_of("rule", tuple(SHAPES))
    if table.has_fault("rule"):
        table.skip_rest()  # the keys of an unknown shape cannot be read
    shape = SHAPES[rule].read(table, definitions)
    cap = table.number("cap") if table.get("cap") is not None else None
    passport = read_passport(table, sources)
    figures = {}
    for figure, evidence in table.tables("passport"):
        if figure not in keys:
            table.fault("passport", figure, f"这一行里的一个数字：{'、'.join(sorted(keys))}")
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
        shape=shape,
        rounding=read_rounding(table),
        cap=cap,
        alternatives=(),
        requires=read_requires(table, definitions),
        tracks=table.some_of("tracks", tracks) or tracks,
        in_force=table.period("in_force"),
        passport=passport,
        figures=figures,
        materials=table.some_of("materials", materials),
    )
    if (rule == "unpublished") != (passport.confidence == "unpublished"):
        table.fault(
            "confidence", passport.confidence, 'rule 与 confidence 同为 "unpublished" 或同不是'
        )
    table.reject_unknown_keys()
    return item


def _keys(table: Table) -> set[str]:
    """The names of the figures of a row, those inside its lists among them."""
    found = set()
    for key in table.names():
        value = table.get(key)
        found |= {key} if not isinstance(value, list) else set()
        found |= {inner for each in _tables(value) for inner in each}
    return found - _NO_FIGURES


def _tables(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _agree(table: Table, alternatives: tuple[Item, ...]) -> None:
    if len(alternatives) < 2:
        table.fault("alternatives", len(alternatives), "至少两种说法")
    first = alternatives[0]
    for each in alternatives[1:]:
        same = replace(
            each,
            shape=first.shape,
            cap=first.cap,
            rounding=first.rounding,
            passport=first.passport,
            figures=first.figures,
        )
        if same != first or each.shape.monotonicity != first.shape.monotonicity:
            table.fault("alternatives", each.label, "只有分值、上限、取整和出处不同的几种说法")
