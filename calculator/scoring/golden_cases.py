"""Golden cases: people an officer can picture, with the points worked out by hand.

One TOML file an edition; its head says how to read and write it. The tests judge each case, and
so does the visitor's own browser, with the same code: the tables come as TOML or as JSON.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import partial
from math import prod
from typing import Any, Final

from calculator.answers.facts import Answers, Fact
from calculator.answers.read_answers import read_answers
from calculator.reading.problems import InputError
from calculator.reading.table import Table, read_root
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.totals import apply_limits
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, total
from calculator.values.number import Number, Numeral, format_decimal, normalize

_NUMBER: Final = r"−?[0-9]+(?:\.[0-9]+)?"
_SUM: Final = re.compile(
    rf"(?:(?P<left>{_NUMBER}(?: [×+−] {_NUMBER})+) = )?"
    rf"(?P<result>{_NUMBER})(?:，上限 (?P<cap>{_NUMBER}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """One person on one day: the answers, and what an officer works out from them.

    Items that ``lines`` does not name give 0. ``base`` is None where the base points were not
    worked out apart. ``signed`` holds the name and the date of who checked it, both empty until
    then.
    """

    id: str
    situation: str
    guards: str
    facts: Answers
    track: str
    on: date
    lines: Mapping[str, Interval]
    base: Interval | None
    total: Interval
    not_counted: tuple[str, ...]
    declared: tuple[str, ...]
    signed: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a result is not what was worked out by hand; ``what`` is an item, a part or a list."""

    what: str
    by_hand: object
    found: object


def check_case(case: GoldenCase, standard: Standard) -> tuple[Interval, tuple[Difference, ...]]:
    """The total that the module gives, and every difference from the case: none if it is right."""
    result = estimate(standard, case.facts, case.track, case.on)
    return result.total, tuple(
        Difference(what, by_hand, found)
        for what, by_hand, found in _compared(case, result)
        if by_hand != found
    )


def _compared(case: GoldenCase, result: Estimate) -> Iterator[tuple[str, object, object]]:
    given = {line.item.id: line.points for line in result.lines}
    for item in {**given, **case.lines}:
        yield item, case.lines.get(item, ZERO), given.get(item)
    part_of = {item.id: item.part for item in result.standard.items}
    for part, points in result.parts.items():
        own = [each for item, each in case.lines.items() if part_of.get(item) == part]
        stated = case.base if part == "base" else None
        yield part, stated or total(own), points
    yield "total", case.total, result.total
    by_hand = apply_limits(total(case.lines.values()), result.standard, void=result.void)
    yield "sum", case.total, by_hand
    yield "not_counted", set(case.not_counted), set(result.not_counted)
    yield "declared", set(case.declared), set(result.declared)


def read_golden_cases(
    tables: Mapping[str, Any], known: Mapping[str, Fact], name: str
) -> tuple[GoldenCase, ...]:
    """The cases of a golden file, from its tables; ``name`` is the file's, for messages.

    Raises ``InputError`` with every fault.
    """
    return read_root(tables, name, partial(_cases, known))


def _cases(known: Mapping[str, Fact], root: Table) -> tuple[GoldenCase, ...]:
    root.text("standard", "")
    all_no = _raw(root.table("all_no"))
    return tuple(_case(table, all_no, known) for table in root.listed("cases"))


def _case(table: Table, all_no: Mapping[str, Any], known: Mapping[str, Fact]) -> GoldenCase:
    facts = _raw(table.table("facts"))
    unknown = table.texts("unknown", ())
    for fact in unknown:
        if fact not in all_no or fact in facts:
            table.fault("unknown", fact, "[all_no] 中有、facts 中没有的一项情况")
    answered = {fact: answer for fact, answer in all_no.items() if fact not in unknown} | facts
    on = table.day("on")
    lines = table.table("lines")
    case = GoldenCase(
        id=table.text("id"),
        situation=table.text("situation"),
        guards=table.text("guards"),
        facts=_answers(table, answered, facts, known, on) if not table.has_fault("on") else {},
        track=table.text("track"),
        on=on,
        lines={item: _line(lines, item) for item in lines.names()},
        base=None if table.get("base") is None else exactly(table.number("base")),
        total=_total(table),
        not_counted=table.texts("not_counted", ()),
        declared=table.texts("declared", ()),
        signed=_signed(table.table("signed")),
    )
    table.reject_unknown_keys()
    return case


def _answers(
    table: Table,
    answered: Mapping[str, Any],
    own: Mapping[str, Any],
    known: Mapping[str, Fact],
    on: date,
) -> Answers:
    """The case's answers; a fault stands where the answer does, in the case or in ``all_no``."""
    try:
        return read_answers(answered, known, on)
    except InputError as error:
        for problem in error.problems:
            place = f"{table.where}.facts" if problem.where in own else "all_no"
            table.problems.append(replace(problem, where=f"{place}.{problem.where}"))
        return {}


def _raw(table: Table) -> dict[str, Any]:
    return {key: _as_read(table.raw(key)) for key in table.names()}


def _as_read(value: object) -> object:
    """A value of a TOML file as the same value of a JSON file is read."""
    if isinstance(value, list):
        return [_as_read(each) for each in value]
    if isinstance(value, Number) and not isinstance(value, bool):
        return Numeral(format_decimal(value))
    return value


def _line(lines: Table, item: str) -> Interval:
    if isinstance(lines.get(item), dict):
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
    return normalize(value)


def _product(term: str) -> Fraction:
    return prod((Fraction(each.replace("−", "-")) for each in term.split(" × ")), start=Fraction(1))


def _total(table: Table) -> Interval:
    if isinstance(table.get("total"), dict):
        return _range(table.table("total"))
    return exactly(table.number("total"))


def _range(table: Table) -> Interval:
    low = -INFINITY if table.get("low") is None else table.number("low")
    high = INFINITY if table.get("high") is None else table.number("high")
    if high <= low:
        table.fault("high", high, "大于 low 的数，没有下限的不写 low，没有上限的不写 high")
    table.reject_unknown_keys()
    return Interval(low, high)


def _signed(table: Table) -> tuple[str, str]:
    name, day = str(table.raw("name", "")), str(table.raw("date", ""))
    if bool(name) != bool(day):
        table.fault("", [name, day], "姓名和日期都写，或都留空")
    table.reject_unknown_keys()
    return name, day
