"""Answers as people type them in a form or a table, and as a form's control holds them."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from calculator.answers.facts import Answer, Fact
from calculator.answers.read_answers import (
    date_within,
    number_within,
    read_answers_with,
    read_value,
)
from calculator.answers.typed_numbers import (
    MONTHS,
    read_months,
    read_typed_number,
    write_digits,
)
from calculator.values.number import Numeral, format_decimal

_FLAGS = {"true": True, "false": False, "是": True, "否": False, "有": True, "没有": False}
_FULL_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_UNITS: Final = {"平方米": ("平方米", "平米", "平方", "平", "㎡", "m²", "m2")}
"""How else people write a unit; a unit that is not here is only written as it is."""
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_WRITTEN_DAY: Final = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})"
    r"| ?[-./年 ] ?([0-9]{1,2}) ?[-./月 ] ?([0-9]{1,2}) ?[日号]?)"
)


def parse_typed_answers(
    texts: Mapping[str, str], facts_by_id: Mapping[str, Fact], on: date
) -> dict[str, Answer]:
    """The answers of a form or a table row, from texts by fact id; an empty text is unknown.

    Raises ``InputError`` like ``read_answers``.
    """
    filled_in = {fact_id: text for fact_id, text in texts.items() if text.strip()}
    return read_answers_with(parse_typed, filled_in, facts_by_id, on)


def parse_typed(fact: Fact, text: str, on: date) -> Answer | None:
    """The answer that a typed text is; None where it does not fit the fact.

    Taken as well: full-width digits, numbers and spans as ``typed_numbers`` reads them, the
    unit behind a number, a label of a choice, 1990年5月8日.
    """
    text = to_half_width(text)
    match fact.kind:
        case "flag":
            return _FLAGS.get(text.lower())
        case "choice":
            by_label = {label: choice for choice, label in (fact.choices or {}).items()}
            return read_value(fact, by_label.get(text, text), on)
        case "date":
            return date_within(hyphenate_date(text), fact.earliest, on)
        case "measures" if "," in text:
            return None  # 90,120 may be two homes
        case "measures":
            return read_value(fact, [_numeral(fact, part) for part in _split_list(text)], on)
        case _:
            return number_within(fact, _numeral(fact, text))


def format_answer(answer: Answer) -> str:
    """The text that ``parse_typed`` reads as this answer, as a form's control holds it.

    >>> format_answer(True), format_answer((90, Fraction(149, 2)))
    ('true', '90;74.5')
    >>> format_answer(()), format_answer(date(1981, 3, 2))
    ('none', '1981-03-02')
    """
    match answer:
        case bool():
            return "true" if answer else "false"
        case tuple():
            return ";".join(map(format_decimal, answer)) or "none"
        case int() | Fraction():
            return format_decimal(answer)
        case _:
            return str(answer)


def is_plain(fact: Fact, text: str) -> bool:
    """Whether nobody needs to be told how ``text`` is read: its digits stand there as they are."""
    text = to_half_width(text)
    match fact.kind:
        case "flag" | "choice":
            return True
        case "date":
            return text == write_digits(text) and not text.isdecimal()
        case _:
            parts = _split_list(text) if fact.kind == "measures" else [text]
            return all(_PLAIN.fullmatch(_without_unit(fact, part)) for part in parts)


def to_half_width(text: str) -> str:
    """The text with full-width letters, digits and spaces as plain ones, without outer spaces."""
    return text.translate(_FULL_WIDTH).strip()


def hyphenate_date(text: str) -> str:
    """19900508, 1990.5.8 or 1990年5月8日 as 1990-05-08; anything else as it is."""
    parts = _WRITTEN_DAY.fullmatch(write_digits(text))
    return "-".join(part.zfill(2) for part in parts.groups() if part) if parts else text


def _split_list(text: str) -> list[str]:
    """The parts of a list, which stand between ``;`` or 、; ``none`` or 没有 is the empty list."""
    if text in ("none", "没有"):
        return []
    return [part for part in re.split("[;、]", text) if part.strip()]


def _numeral(fact: Fact, text: str) -> Numeral | None:
    """The text as a JSON number without the fact's unit, years as months; None for other text."""
    text = text.strip()
    numeral = read_typed_number(_without_unit(fact, text))
    if numeral is None and fact.unit == MONTHS:
        months = read_months(text)
        return None if months is None else Numeral(months)
    return numeral


def _without_unit(fact: Fact, text: str) -> str:
    number = text.strip().lower()
    for unit in _UNITS.get(fact.unit, (fact.unit,)):
        if unit and number.endswith(unit):
            return number.removesuffix(unit).rstrip()
    return number
