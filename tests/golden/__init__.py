"""The golden cases: people an officer can picture, with the points worked out by hand.

One TOML file an edition; its head says how to read and write it. The facts of a case are handed
on as the JSON text of a user's file, so that they take the same road.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import prod
from pathlib import Path
from typing import Any, Final

from calculator.interval import INFINITY, ZERO, Interval, exactly
from calculator.number import Number, Numeral, exact, read_number
from calculator.problems import InputError, Problem
from calculator.reading import Table

_FOLDER: Final = Path(__file__).parent
_NUMBER: Final = r"−?[0-9]+(?:\.[0-9]+)?"
_SUM: Final = re.compile(
    rf"(?:(?P<left>{_NUMBER}(?: [×+−] {_NUMBER})+) = )?"
    rf"(?P<result>{_NUMBER})(?:，上限 (?P<cap>{_NUMBER}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One person on one day: the answers, and what an officer works out from them.

    ``facts`` is JSON text. Items that ``lines`` does not name give 0. ``signed`` holds the name
    and the date of who checked it, both empty until then.
    """

    standard: str
    id: str
    situation: str
    guards: str
    on: date
    track: str
    facts: str
    lines: Mapping[str, Interval]
    total: Interval
    not_counted: tuple[str, ...]
    declared: tuple[str, ...]
    signed: tuple[str, str]


def cases() -> Iterator[Case]:
    """The cases of every file in this folder. Raises ``InputError`` with all faults of a file."""
    for path in sorted(_FOLDER.glob("*.toml")):
        problems: list[Problem] = []
        # Decimals stay as they were written, so that the facts hold the digits a user would type.
        data = tomllib.loads(path.read_text("utf-8"), parse_float=Numeral)
        root = Table(data, "", problems)
        standard = root.text("standard")
        all_no = _raw(root.table("all_no"))
        found = [_case(table, standard, all_no) for table in root.listed("cases")]
        root.done()
        if problems:
            raise InputError(
                Problem(f"{path.name} {p.where}", p.found, p.expected) for p in problems
            )
        yield from found


def _case(table: Table, standard: str, all_no: Mapping[str, Any]) -> Case:
    facts = _raw(table.table("facts"))
    unknown = table.texts("unknown", ())
    for fact in unknown:
        if fact not in all_no or fact in facts:
            table.fault("unknown", fact, "[all_no] 中有、facts 中没有的一项情况")
    answered = {fact: answer for fact, answer in all_no.items() if fact not in unknown} | facts
    lines = table.table("lines")
    case = Case(
        standard=standard,
        id=table.text("id"),
        situation=table.text("situation"),
        guards=table.text("guards"),
        on=table.day("on"),
        track=table.text("track"),
        facts=_json(answered),
        lines={item: _line(lines, item) for item in lines.names()},
        total=_total(table),
        not_counted=table.texts("not_counted", ()),
        declared=table.texts("declared", ()),
        signed=_signed(table.table("signed")),
    )
    table.done()
    return case


def _raw(table: Table) -> dict[str, Any]:
    return {key: table.raw(key) for key in table.names()}


def _json(value: object) -> str:
    """JSON text with every decimal digit for digit as it was written.

    >>> _json({"home_areas": [Numeral("74.90"), 60], "lives_in_own_home": True})
    '{"home_areas": [74.90, 60], "lives_in_own_home": true}'
    """
    match value:
        case Numeral():
            return str(value)
        case list():
            return f"[{', '.join(map(_json, value))}]"
        case dict():
            pairs = (f"{_json(key)}: {_json(each)}" for key, each in value.items())
            return f"{{{', '.join(pairs)}}}"
        case _:
            return json.dumps(value, ensure_ascii=False, default=str)


def _line(lines: Table, item: str) -> Interval:
    if isinstance(lines.peek(item), dict):
        open_line = lines.table(item)
        open_line.text("because")
        return _range(open_line)
    text = lines.text(item)
    points = _worked_out(text)
    if points is None:
        lines.fault(item, text, '算对的算式，例如 "60 + 1 × 20 = 80"、"101 × 5 = 505，上限 500"')
        return ZERO
    return exactly(points)


def _worked_out(text: str) -> Number | None:
    """What a sum on paper gives; None where it is no such sum, or is not right.

    >>> _worked_out("60"), _worked_out("60 + 1 × 20 = 80"), _worked_out("−100")
    (60, 80, -100)
    >>> _worked_out("101 × 5 = 505，上限 500")
    500

    A wrong result, a cap that does not bite, a sum without its result, another sign:

    >>> wrong = ["8 × 5 = 45", "100 × 5 = 500，上限 500", "8 × 5", "8*5 = 40"]
    >>> [_worked_out(text) for text in wrong]
    [None, None, None, None]
    """
    written = _SUM.fullmatch(text)
    if written is None:
        return None
    result = _value(written["result"])
    if written["left"] and _value(written["left"]) != result:
        return None
    if written["cap"] is None:
        return result
    cap = _value(written["cap"])
    return cap if cap < result else None


def _value(expression: str) -> Number:
    """Products first, then from left to right.

    >>> _value("200 − 60 + 2 × 2.5")
    145
    """
    first, *others = re.split(r" ([+−]) ", expression)
    value = _product(first)
    for sign, term in zip(others[::2], others[1::2], strict=True):
        value += _product(term) if sign == "+" else -_product(term)
    return exact(value)


def _product(term: str) -> Fraction:
    return prod((Fraction(each.replace("−", "-")) for each in term.split(" × ")), start=Fraction(1))


def _total(table: Table) -> Interval:
    if isinstance(table.peek("total"), dict):
        return _range(table.table("total"))
    return exactly(_number(table, "total"))


def _range(table: Table) -> Interval:
    low = -INFINITY if table.peek("low") is None else _number(table, "low")
    high = INFINITY if table.peek("high") is None else _number(table, "high")
    if high <= low:
        table.fault("high", high, "大于 low 的数，没有下限的不写 low，没有上限的不写 high")
    table.done()
    return Interval(low, high)


def _number(table: Table, key: str) -> Number:
    value = table.raw(key)
    number = read_number(str(value)) if type(value) in (int, Numeral) else None
    if number is None:
        table.fault(key, value, "一个数字")
    return number or 0


def _signed(table: Table) -> tuple[str, str]:
    name, day = str(table.raw("name", "")), str(table.raw("date", ""))
    if bool(name) != bool(day):
        table.fault("", [name, day], "姓名和日期都写，或都留空")
    table.done()
    return name, day
