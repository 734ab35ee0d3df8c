"""Golden cases: people an officer can picture, with the points worked out by hand.

One TOML file an edition, whose head says how to read and write it. The tests check every case, and
so does the visitor's own browser with the same code, from the same tables sent as JSON.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

from calculator.answers.facts import Answers, Fact
from calculator.answers.read_answers import read_answers
from calculator.reading.problems import InputError
from calculator.reading.table import Table, read_root
from calculator.scoring.estimate import Estimate, estimate
from calculator.scoring.totals import apply_limits
from calculator.scoring.worked_sum import evaluate_sum
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, ZERO, Interval, exactly, total
from calculator.values.number import Number, Numeral, format_decimal


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """One person on one day, and the points that an officer works out by hand.

    ``situation`` and ``guards`` are sentences: who this is, and which boundary the case guards.
    ``lines`` are points by item id; items that it does not name give 0. ``base`` is None where the
    base points were not worked out apart. ``not_counted`` and ``declared`` are item ids, as in an
    estimate. ``signed``: the name of who checked the case and the date, both empty until then.
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
    """One value of an estimate that is not what was worked out by hand.

    ``what``: an item id, a part, ``total``, ``sum`` (of the case's own lines), ``not_counted`` or
    ``declared``. The two values are intervals, or sets of item ids.
    """

    what: str
    by_hand: object
    found: object


def check_case(case: GoldenCase, standard: Standard) -> tuple[Interval, tuple[Difference, ...]]:
    """The total that the module gives, and every difference from the case; none if it is right.

    Raises ``InputError`` where the standard does not have the case's track.
    """
    result = estimate(standard, case.facts, case.track, case.on)
    return result.total, tuple(
        Difference(what, by_hand, found)
        for what, by_hand, found in _compared(case, result)
        if by_hand != found
    )


def _compared(case: GoldenCase, result: Estimate) -> Iterator[tuple[str, object, object]]:
    """Every value to compare: what it is, as worked out by hand, as the module gives it."""
    given = {line.item.id: line.points for line in result.lines}
    for item_id in {**given, **case.lines}:
        yield item_id, case.lines.get(item_id, ZERO), given.get(item_id)
    part_of = {item.id: item.part for item in result.standard.items}
    for part, points in result.parts.items():
        by_hand = total(line for item, line in case.lines.items() if part_of.get(item) == part)
        stated = case.base if part == "base" else None
        yield part, stated or by_hand, points
    yield "total", case.total, result.total
    sum_of_lines = apply_limits(total(case.lines.values()), result.standard, void=result.void)
    yield "sum", case.total, sum_of_lines
    yield "not_counted", set(case.not_counted), set(result.not_counted)
    yield "declared", set(case.declared), set(result.declared)


def read_golden_cases(
    tables: Mapping[str, Any], facts_by_id: Mapping[str, Fact], name: str
) -> tuple[GoldenCase, ...]:
    """The cases of a golden file, from its tables; ``name`` is the file's, for messages.

    ``facts_by_id`` holds every fact that a case may answer. Raises ``InputError`` with every fault.
    """
    return read_root(tables, name, partial(_read_cases, facts_by_id))


def _read_cases(facts_by_id: Mapping[str, Fact], root: Table) -> tuple[GoldenCase, ...]:
    root.text("standard", "")  # which edition the file is about: for the reader of the file
    all_no = _raw(root.table("all_no"))
    return tuple(_read_case(table, all_no, facts_by_id) for table in root.listed("cases"))


def _read_case(
    table: Table, all_no: Mapping[str, Any], facts_by_id: Mapping[str, Fact]
) -> GoldenCase:
    """One case; what it does not answer itself is answered as in ``[all_no]``."""
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
        facts=(
            _answers(table, answered, facts, facts_by_id, on) if not table.has_fault("on") else {}
        ),
        track=table.text("track"),
        on=on,
        lines={item_id: _read_line(lines, item_id) for item_id in lines.names()},
        base=None if table.get("base") is None else exactly(table.number("base")),
        total=_read_total(table),
        not_counted=table.texts("not_counted", ()),
        declared=table.texts("declared", ()),
        signed=_read_signed(table.table("signed")),
    )
    table.reject_unknown_keys()
    return case


def _answers(
    table: Table,
    answered: Mapping[str, Any],
    own: Mapping[str, Any],
    facts_by_id: Mapping[str, Fact],
    on: date,
) -> Answers:
    """The case's answers; a fault stands where the answer does, in the case or in ``all_no``."""
    try:
        return read_answers(answered, facts_by_id, on)
    except InputError as error:
        for problem in error.problems:
            place = f"{table.where}.facts" if problem.where in own else "all_no"
            table.problems.append(replace(problem, where=f"{place}.{problem.where}"))
        return {}


def _raw(table: Table) -> dict[str, Any]:
    return {key: _as_json_value(table.raw(key)) for key in table.names()}


def _as_json_value(value: object) -> object:
    """A value of a TOML file as the readers of JSON give it: a number as ``Numeral``."""
    if isinstance(value, list):
        return [_as_json_value(element) for element in value]
    if isinstance(value, Number) and not isinstance(value, bool):
        return Numeral(format_decimal(value))
    return value


def _read_line(lines: Table, item_id: str) -> Interval:
    """An item's points: a sum as on paper, or a range with the reason why it is open."""
    if isinstance(lines.get(item_id), dict):
        open_line = lines.table(item_id)
        open_line.text("because")
        return _read_range(open_line)
    text = lines.text(item_id)
    points = evaluate_sum(text)
    if points is None:
        lines.fault(item_id, text, '算对的算式，例如 "60 + 1 × 20 = 80"、"101 × 5 = 505，上限 500"')
        return ZERO
    return exactly(points)


def _read_total(table: Table) -> Interval:
    if isinstance(table.get("total"), dict):
        return _read_range(table.table("total"))
    return exactly(table.number("total"))


def _read_range(table: Table) -> Interval:
    """An interval of two different ends; one that is not written is unbounded."""
    low = -INFINITY if table.get("low") is None else table.number("low")
    high = INFINITY if table.get("high") is None else table.number("high")
    if high <= low:
        table.fault("high", high, "大于 low 的数，没有下限的不写 low，没有上限的不写 high")
    table.reject_unknown_keys()
    return Interval(low, high)


def _read_signed(table: Table) -> tuple[str, str]:
    name, day = str(table.raw("name", "")), str(table.raw("date", ""))
    if bool(name) != bool(day):
        table.fault("", [name, day], "姓名和日期都写，或都留空")
    table.reject_unknown_keys()
    return name, day
