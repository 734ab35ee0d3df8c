"""What can be asked of a person.

A fact is one answer; a missing one is unknown. ``facts.toml`` and an edition's own ``[facts]`` list
them; the two facts of an unpublished item are made from the item.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias, cast

from calculator.reading.table import Table
from calculator.values.number import Number

Answer: TypeAlias = bool | str | int | date | Number | tuple[Number, ...]
Answers: TypeAlias = Mapping[str, Answer]
"""A person's answers by fact id; a fact whose id is missing is unknown."""

KINDS: Final = ("flag", "choice", "count", "measure", "measures", "points", "date")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that can be asked: its kind and the range of its answers.

    ``kind`` is one of ``KINDS``. ``max``: the greatest number, of a count, a measure, each of
    several measures, or declared points; the least is 0. ``most``: how many measures at most.
    ``earliest``: the first day, of a date; the last is the day of the estimate. ``choices``: labels
    by choice, ascending where they have an order; None for other kinds. ``household``: the answer
    is the same for both parents. ``grows``: a count of months that goes on as time passes.
    ``from_age``: the age in years before which nobody has any of a count of months.
    ``step``: what a person can do about it, the verb of a sentence; empty where there is nothing to
    do. ``rare``: it does not apply to most people.
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
    from_age: int = 0
    step: str = ""
    rare: bool = False

    @property
    def allowed(self) -> str:
        """What an answer may be, in Chinese, as the end of an error message."""
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
    """The fact of one table of ``facts.toml`` or of an edition; faults go to the table."""
    kind = table.one_of("kind", KINDS)
    labels = table.table("choices")
    choices = {choice: labels.text(choice) for choice in labels.names()}
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
        from_age=table.whole("from_age", 0) if kind == "count" else 0,
        step=table.text("step", "") if kind in ("flag", "choice", "count") else "",
        rare=table.flag("rare"),
    )


def facts_of_unpublished(item_id: str, label: str, *, rare: bool = False) -> tuple[Fact, Fact]:
    """The two facts of an unpublished item: whether it applies, and the points declared for it.

    Declared points are those that an official told the applicant, 0 or more of a deduction too.
    """
    declared_label = f"{label}的官方分值"
    return (
        Fact(f"{item_id}_claimed", "flag", label, rare=rare),
        Fact(f"{item_id}_points_declared", "points", declared_label, "分", max=10_000, rare=rare),
    )


def numbers_of(answer: Answer) -> tuple[Number, ...]:
    """The numbers of an answer to a count, a measure, several measures or declared points."""
    return answer if isinstance(answer, tuple) else (cast("Number", answer),)


def extreme_answers(fact: Fact, on: date) -> list[Answer]:
    """The answers at both ends of a fact's range; every one of a flag or choice.

    ``on`` is the day of the estimate, the latest of a date.
    """
    match fact.kind:
        case "flag":
            return [False, True]
        case "choice":
            return list(fact.choices or ())
        case "measures":
            return [(), (fact.max,)]
        case "date":
            return [fact.earliest, on]
        case _:
            return [0, fact.max]
