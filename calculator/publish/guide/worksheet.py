"""The worksheet (手工计分表): a standard on paper, with which a person gets the module's total.

A row an item, with what to fill in, how to work it out, and the two ends where it is left blank.

python -m calculator.publish.guide.worksheet ID      the sheet of an edition as HTML
"""

import sys
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from calculator.answers.facts import Fact
from calculator.answers.situation import Situation
from calculator.cli.loading import load_editions
from calculator.publish.guide.fragment import fragment
from calculator.publish.guide.instructions import instructions
from calculator.rules.worksheet import Places
from calculator.standard.item import PARTS, Item
from calculator.standard.standard import Question, Standard

UNLIMITED = "不限"
MARKS = ("甲", "乙", "丙")  # the lines of the three parts' sums


@dataclass(frozen=True, slots=True)
class Blank:
    """A question to fill in, and the answers at both ends where it is left empty."""

    question: Question
    least: str
    most: str


@dataclass(frozen=True, slots=True)
class WorksheetRow:
    """One numbered row; ``ways`` are several where sources differ. A member is not added up."""

    number: int
    item: Item
    member: bool
    blanks: tuple[Blank, ...]
    ways: tuple[tuple[str, ...], ...]

    @property
    def told(self) -> bool:
        """Whether only points officially told count."""
        return self.item.declaration is not None


def worksheet(standard: Standard) -> Markup:
    """The sheet of an edition."""
    found = rows(standard)
    parts = {key: [row for row in found if row.item.part == key] for key in PARTS}
    sums = {
        key: {
            "label": PARTS[key],
            "rows": [row.number for row in listed if not row.member],
            "mark": mark,
        }
        for mark, (key, listed) in zip(MARKS, parts.items(), strict=True)
    }
    vetoes = standard.limits.void_if if standard.limits else ()
    return fragment(
        "worksheet.html",
        standard=standard,
        parts=parts,
        sums=sums,
        floor=standard.limits.floor if standard.limits else None,
        vetoes=[veto.words for veto in vetoes],
    )


def rows(standard: Standard) -> list[WorksheetRow]:
    """The rows in the order of the table, each question where it is first needed."""
    places = _places(standard)
    inside = {member.id for item in standard.items for member in item.members}
    return [
        WorksheetRow(
            number=places[item.id],
            item=item,
            member=item.id in inside,
            blanks=tuple(
                _blank(fact, item, standard)
                for fact in item.facts
                if places[fact] == places[item.id] and not item.members
            ),
            ways=tuple(tuple(way) for way in instructions(item, standard, places)),
        )
        for item in standard.items
    ]


def _places(standard: Standard) -> Places:
    places: dict[str, int] = {}
    for number, item in enumerate(standard.items, start=1):
        places[item.id] = number
        for fact in item.facts:
            places.setdefault(fact, number)
    return places


def _blank(fact_id: str, item: Item, standard: Standard) -> Blank:
    question = standard.questions[fact_id]
    if fact_id not in item.monotonicity:  # points officially told have no ends
        return Blank(question, "", "")
    way = item.monotonicity[fact_id]
    ends = _ordered(question.fact, item, standard.passport.checked_on)
    return Blank(question, *(reversed(ends) if way == "down" else ends))


def _ordered(fact: Fact, item: Item, on: date) -> tuple[str, str]:
    """The answers that take the row lowest and highest, for what has no order of its own."""
    match fact.kind:
        case "flag":
            return "否", "是"
        case "choice":
            choices = fact.choices or {}
            of = {label: _reach(item, fact, choice, on) for choice, label in choices.items()}
            return min(of, key=of.__getitem__), max(of, key=of.__getitem__)
        case "date":
            ages = range(on.year - fact.earliest.year)
            by_age = {age: _reach(item, fact, _born(age, on), on) for age in ages}
            most = max(age for age in ages if by_age[age] == max(by_age.values()))
            low = [age for age in ages if by_age[age] == min(by_age.values())]
            least = next((age for age in low if age > most), low[0])
            return f"{least} 周岁", f"{most} 周岁"
        case "measures":
            return "没有", UNLIMITED
        case _:
            return "0", UNLIMITED


def _reach(item: Item, fact: Fact, answer: str | date, on: date) -> tuple[float, float]:
    points = item.points(Situation({fact.id: answer}, on))
    return float(points.low), float(points.high)


def _born(age: int, on: date) -> date:
    return on.replace(year=on.year - age, day=min(on.day, 28))


if __name__ == "__main__":
    print(worksheet(load_editions().get(sys.argv[1])))
