"""Answers as people type them, in a form or in a table."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from calculator.answers import day_within, read_each, read_value, within
from calculator.facts import Answer, Fact
from calculator.number import Numeral

_FLAGS = {"true": True, "false": False, "是": True, "否": False, "有": True, "没有": False}
_FULL_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: " "}
_UNITS: Final = {
    "平方米": ("平方米", "平米", "平方", "㎡", "m²", "m2"),
    "个月": ("个月", "月"),
}
"""How else people write a unit; any other is written as it is."""
_EASTERN_DAY = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-./年 ]([0-9]{1,2})[-./月 ]([0-9]{1,2})日?)", re.ASCII
)


def read_texts(texts: Mapping[str, str], known: Mapping[str, Fact], on: date) -> dict[str, Answer]:
    """The answers of a form or a table row, as people type them; an empty text is unknown.

    Raises ``InputError`` like ``read_answers``.
    """
    return read_each(
        {key: text for key, text in texts.items() if text.strip()}, known, on, read_text
    )


def read_text(fact: Fact, text: str, on: date) -> Answer | None:
    """A text as people type it: full-width digits, the unit behind the number, 1990年5月8日.

    None where it does not fit the fact.
    """
    text = narrow(text)
    match fact.kind:
        case "flag":
            return _FLAGS.get(text.lower())
        case "choice":
            by_label = {label: choice for choice, label in (fact.choices or {}).items()}
            return read_value(fact, by_label.get(text, text), on)
        case "date":
            return day_within(with_hyphens(text), fact.earliest, on)
        case "measures":
            return read_value(fact, [_numeral(fact, each) for each in _listed(text)], on)
        case _:
            return within(fact, _numeral(fact, text))


def narrow(text: str) -> str:
    """Full-width letters and digits as plain ones."""
    return text.translate(_FULL_WIDTH).strip()


def with_hyphens(text: str) -> str:
    """19900508, 1990.5.8 or 1990年5月8日 as 1990-05-08; anything else as it is."""
    parts = _EASTERN_DAY.fullmatch(text)
    return "-".join(part.zfill(2) for part in parts.groups() if part) if parts else text


def _listed(text: str) -> list[str]:
    """The parts of a list, joined with ``;``. The word ``none`` or 没有 is the empty list."""
    return [] if text in ("none", "没有") else [part for part in text.split(";") if part.strip()]


def _numeral(fact: Fact, text: str) -> Numeral:
    digits = text.strip().lower()
    for unit in _UNITS.get(fact.unit, (fact.unit,)):
        if unit and digits.endswith(unit):
            digits = digits.removesuffix(unit).rstrip()
            break
    return Numeral(re.sub(r"^0+(?=[0-9])", "", digits))
