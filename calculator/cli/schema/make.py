"""The JSON Schemas of a standard and of ``facts.toml``, from what their readers ask for."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Final, TypeAlias

from calculator.answers.facts import KINDS, Fact
from calculator.cli.schema.probe import ANY_NAME, Node, Probe, Run, Schema
from calculator.reading.table import Table
from calculator.rules.register import SHAPES
from calculator.standard.read_standard import read_fact_tables, read_standard_tables

Read: TypeAlias = Callable[[Table], object]

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""The edition of JSON Schema that editors of TOML understand."""

_KNOWN: Final = {ANY_NAME: Fact(ANY_NAME, "flag", "")}
_BOTH: Final = (frozenset({"any"}), frozenset({"all"}))
"""A condition has ``all`` or ``any``."""


def standard_schema() -> Schema:
    """What a standard's file may hold."""
    asked = partial(read_standard_tables, _KNOWN, "")
    defined = partial(read_standard_tables, {}, "")
    first = next(iter(SHAPES))
    ways: list[tuple[Read, dict[str, str]]] = [
        *((asked, {"rule": rule}) for rule in SHAPES),
        *((defined, {"rule": first, "kind": kind}) for kind in KINDS),
    ]
    runs = [_schema_of(read, names, absent) for read, names in ways for absent in _BOTH]
    return {"$schema": DRAFT, "title": "计分标准", **_any_of(runs)}


def facts_schema() -> Schema:
    """What ``facts.toml`` may hold."""
    runs = [_schema_of(read_fact_tables, {"kind": kind}, frozenset()) for kind in KINDS]
    return {"$schema": DRAFT, "title": "申请人情况", **_any_of(runs)}


def _schema_of(read: Read, words: dict[str, str], absent: frozenset[str]) -> Schema:
    """The schema of one way through the readers, once with and once without what may be left."""
    full, bare = Node(), Node()
    for node, run in ((full, Run(True, words, absent)), (bare, Run(False, words, absent))):  # noqa: FBT003
        root = Probe(node, run)
        read(root)
        root.reject_unknown_keys()
    return _object(full, bare)


def _object(full: Node, bare: Node | None) -> Schema:
    """The schema of a table; ``bare`` is it as read without what may be left out, if it was."""
    properties: Schema = {**full.schemas}
    required = _required(full, bare)
    for key, node in full.tables.items():
        inner = bare.tables.get(key) if bare else None
        properties[key] = _object(node, inner)
        if inner and properties[key].get("required") and key != ANY_NAME:
            required.add(key)
    for key, node in full.lists.items():
        items = _object(node, bare.lists.get(key) if bare else None)
        properties[key] = {"type": "array", "items": items}
    for key, nodes in full.forms.items():
        properties[key] = _forms(key, [_object(node, node) for node in nodes])
    other = properties.pop(ANY_NAME, None)
    more = not full.closed if other is None else other
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": more}
    if full.variants:
        # What the alternatives say need not stand in the row itself.
        ways = {"type": "array", "items": {"type": "object"}, "minItems": 2}
        properties[full.variants] = ways
        schema["anyOf"] = [{"required": [full.variants]}, {"required": sorted(required)}]
    elif required:
        schema["required"] = sorted(required)
    return schema


def _required(full: Node, bare: Node | None) -> set[str]:
    """The keys that a file must hold: those that are read although nothing is there."""
    if bare is not None:
        return bare.required - {ANY_NAME}
    return full.required - full.looked_at - {ANY_NAME}


def _forms(key: str, tables: list[Schema]) -> Schema:
    """A key that takes the name of a flag or one of several tables, by itself or in a list."""
    distinct: list[Schema] = []
    for table in tables:
        if table not in distinct:
            distinct.append(table)
    one: Schema = {"anyOf": [{"type": "string"}, *distinct]}
    several: Schema = {"type": "array", "items": one, "minItems": 1}
    if key == "any":
        return {"type": "array", "items": several, "minItems": 2}
    return several if key == "all" else {"anyOf": [*one["anyOf"], several]}


def _any_of(schemas: Iterable[Schema]) -> Schema:
    merged: Schema = {}
    for schema in schemas:
        merged = _either(merged, schema) if merged else schema
    return merged


def _either(one: Schema, other: Schema) -> Schema:
    """A schema that takes what either takes; where they differ in one place, there."""
    if one == other:
        return one
    if _alike(one, other):
        merged = {**one}
        merged["properties"] = {
            key: _either(schema, other["properties"][key])
            for key, schema in one["properties"].items()
        }
        for key in ("items", "additionalProperties"):
            if isinstance(one.get(key), dict):
                merged[key] = _either(one[key], other[key])
        return merged
    if one.get("type") == other.get("type") == "array" and "items" in one and "items" in other:
        return {**one, "items": _either(one["items"], other["items"])}
    ways: list[Schema] = []
    for way in (*_ways(one), *_ways(other)):
        if way not in ways:
            ways.append(way)
    return {"anyOf": ways}


def _alike(one: Schema, other: Schema) -> bool:
    """Whether both are of tables with the same keys, of which the same are required."""

    def outline(schema: Schema) -> list[Any]:
        rest = schema.get("additionalProperties")
        keys = [schema.get(key) for key in ("type", "required", "anyOf")]
        return [*keys, isinstance(rest, dict) or rest, set(schema.get("properties", {}))]

    return one.get("type") == "object" and outline(one) == outline(other)


def _ways(schema: Schema) -> Iterator[Schema]:
    if set(schema) == {"anyOf"}:
        yield from schema["anyOf"]
    else:
        yield schema
