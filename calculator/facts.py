"""What can be asked of a person, and reading their answers.

A fact is one answer; a missing one is unknown. ``facts.toml`` lists them; the two facts of an
unpublished item come with the item. Answers are read from a JSON document, or from the texts of
a form or a table.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeAlias

from calculator.number import Number, Numeral, read_number
from calculator.problems import InputError, Problem, named, shown
from calculator.reading import Table

Answer: TypeAlias = bool | str | int | date | Number | tuple[Number, ...]
Answers: TypeAlias = Mapping[str, Answer]
"""Known answers by fact id; an id that is missing is unknown."""

_TOLD: Final = "_points_declared"

KINDS: Final = ("flag", "choice", "count", "measure", "measures", "points", "date")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be asked: its kind and the range of its answers.

    ``household``: it is the same for both parents. ``grows``: a count of months that goes on as
    time passes. ``step``: what a person can do about it, the verb of a sentence; empty where there
    is nothing to do. ``rare``: most people have nothing of it.
    """

    id: str
    kind: str
    label: str
    unit: str = ""
    max: int = 0
    most: int = 1
    earliest: date = date.min
    choices: Mapping[str, str] | None = None
    household: bool = False
    grows: bool = False
    step: str = ""
    rare: bool = False

    @property
    def allowed(self) -> str:
        """What an answer may be, in words."""
        match self.kind:
            case "flag":
                return "true 或 false"
            case "choice":
                return f"其中之一：{'、'.join(self.choices or ())}"
            case "count":
                return f"0 到 {self.max} 的整数（{self.unit}）"
            case "measure":
                return f"0 到 {self.max} 的数（{self.unit}）"
            case "measures":
                return f"最多 {self.most} 个 0 到 {self.max} 的数的列表（{self.unit}）"
            case "points":
                return f"0 到 {self.max} 的数（分）"
            case _:
                return f"一个日期，写作 1990-05-08，从 {self.earliest} 起，不晚于估算日期"


def read_fact(fact_id: str, table: Table) -> Fact:
    """One fact of a data file."""
    kind = table.one_of("kind", KINDS)
    choices = {key: each.text(key) for each in [table.table("choices")] for key in each.names()}
    if kind == "choice" and not choices:
        table.fault("choices", {}, "至少一个选项")
    return Fact(
        id=fact_id,
        kind=kind,
        label=table.text("label"),
        unit=table.text("unit") if kind in ("count", "measure", "measures") else "",
        max=table.whole("max") if kind in ("count", "measure", "measures", "points") else 0,
        most=table.whole("most", 20) if kind == "measures" else 1,
        earliest=table.day("min") if kind == "date" else date.min,
        choices=choices or None,
        household=table.flag("household"),
        grows=table.flag("grows") if kind == "count" else False,
        step=table.text("step", "") if kind in ("flag", "choice", "count") else "",
        rare=table.flag("rare"),
    )


def claim(item_id: str, label: str, *, rare: bool = False) -> tuple[Fact, Fact]:
    """The two facts of an unpublished item: whether it applies, and the points officially told."""
    told = f"{label}的官方分值"
    return (
        Fact(f"{item_id}_claimed", "flag", label, rare=rare),
        Fact(f"{item_id}_points_declared", "points", told, "分", max=10_000, rare=rare),
    )


def read_answers(
    document: Mapping[str, Any], known: Mapping[str, Fact], on: date
) -> dict[str, Answer]:
    """The answers of a JSON object as ``document.read_object`` gives it.

    ``known`` holds every fact that any edition knows; ``on`` is the day the facts are as of.
    Raises ``InputError`` with every key that is unknown and every value that does not fit.
    """
    return _read(document, known, on, read_value)


def read_texts(texts: Mapping[str, str], known: Mapping[str, Fact], on: date) -> dict[str, Answer]:
    """The answers of a form or a table row, as people type them; an empty text is unknown.

    Raises ``InputError`` like ``read_answers``.
    """
    return _read({key: text for key, text in texts.items() if text.strip()}, known, on, read_text)


def _read(
    given: Mapping[str, Any],
    known: Mapping[str, Fact],
    on: date,
    read: Callable[[Fact, Any, date], Answer | None],
) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for key, value in given.items():
        fact = known.get(key)
        if fact is None:
            problems.append(
                Problem(named(key), f"不认识的键，值为 {shown(value)}", "计分标准中的情况")
            )
        elif value is not None:
            answer = read(fact, value, on)
            if answer is None:
                problems.append(Problem(key, f"读到 {shown(value)}", fact.allowed))
            else:
                answers[key] = answer
    for claimed, declared in contradictions(answers):
        told = f"一处说没有（false），一处又填了官方分值 {shown(answers[declared])}"
        problems.append(Problem(f"{claimed}、{declared}", told, "只答其中一处"))
    if problems:
        raise InputError(problems)
    return answers


def contradictions(answers: Answers) -> list[tuple[str, str]]:
    """Where points were told for what was answered no: the two facts."""
    pairs = [(f"{key.removesuffix(_TOLD)}_claimed", key) for key in answers if key.endswith(_TOLD)]
    return [pair for pair in pairs if answers.get(pair[0]) is False]


def read_value(fact: Fact, value: Any, on: date) -> Answer | None:
    """A value of a JSON document, numbers being ``Numeral``; None where it does not fit."""
    match fact.kind:
        case "flag":
            return value if isinstance(value, bool) else None
        case "choice":
            return value if _is_plain_text(value) and value in (fact.choices or ()) else None
        case "date":
            return _day(value, fact.earliest, on) if _is_plain_text(value) else None
        case "measures":
            if not isinstance(value, list) or len(value) > fact.most:
                return None
            measures = [_within(fact, each) for each in value]
            return tuple(m for m in measures if m is not None) if None not in measures else None
        case _:
            return _within(fact, value)


def _is_plain_text(value: Any) -> bool:
    return isinstance(value, str) and not isinstance(value, Numeral)


def _within(fact: Fact, value: Any) -> Number | None:
    """The number that a numeral stands for, where it is of the fact's kind and range."""
    number = read_number(value) if isinstance(value, Numeral) else None
    if number is None or not 0 <= number <= fact.max:
        return None
    return number if isinstance(number, int) or fact.kind != "count" else None


def read_day(text: str) -> date | None:
    """A calendar day written 2016-05-15; None for anything else, 31 February among it."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII) is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _day(text: str, earliest: date, latest: date) -> date | None:
    day = read_day(text)
    return day if day and earliest <= day <= latest else None


_FLAGS = {"true": True, "false": False, "是": True, "否": False, "有": True, "没有": False}
_FULL_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)} | {0x3000: " "}


def narrow(text: str) -> str:
    """Full-width letters and digits as plain ones."""
    return text.translate(_FULL_WIDTH).strip()


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
            return _day(with_hyphens(text), fact.earliest, on)
        case "measures":
            return read_value(fact, [_numeral(fact, each) for each in _listed(text)], on)
        case _:
            return _within(fact, _numeral(fact, text))


_EASTERN_DAY = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|[-./年 ]([0-9]{1,2})[-./月 ]([0-9]{1,2})日?)", re.ASCII
)


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


_UNITS: Final = {
    "平方米": ("平方米", "平米", "平方", "㎡", "m²", "m2"),
    "个月": ("个月", "月"),
}
"""How else people write a unit; any other is written as it is."""
