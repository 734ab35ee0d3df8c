"""An item: one row of a standard that gives or takes points.

A shape with its figures, and the modifiers that any row may have: a cap, prerequisites, the
tracks it serves, the days it is in force.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from calculator.interval import ZERO, Interval, hull
from calculator.number import Number
from calculator.passport import Passport, Source, read_passport, weakest
from calculator.reading import Table
from calculator.rules import SHAPES
from calculator.rules.requires import Requirement, read_requires
from calculator.rules.shape import Case, Direction, Known, Shape, Term, scored
from calculator.rules.unpublished import Unpublished

PARTS: Final = {"base": "基础分", "additional": "附加分", "deduction": "扣减分"}
"""total = base + additional + deduction, deductions being negative."""

WHOSE: Final = {
    "applicant": "申请人本人",
    "household": "申请人、配偶或未成年子女",
    "child": "随迁子女",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what it is called, how it scores, what it rests on."""

    id: str
    part: str
    group: str
    label: str
    whose: str
    note: str
    rule: str
    shape: Shape
    cap: Number | None
    requires: tuple[Requirement, ...]
    tracks: tuple[str, ...]
    in_force: tuple[date, date]
    passport: Passport
    figures: Mapping[str, Passport]
    materials: tuple[str, ...]

    @property
    def directions(self) -> Mapping[str, Direction]:
        """Every fact it reads, in the order of asking, and where points go as it grows."""
        opening = [requirement.directions for requirement in self.requires]
        found: dict[str, Direction] = {}
        for each in [*opening, self.shape.directions]:
            for fact, way in each.items():
                found[fact] = way if found.get(fact, way) == way else "any"
        if self.part == "deduction":
            for fact in {fact for each in opening for fact in each} - set(self.shape.directions):
                found[fact] = _turned(found[fact])
        return found

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact to ask for, in the order of asking."""
        if isinstance(self.shape, Unpublished):
            return (self.shape.claimed.id, self.shape.declared.id)
        return tuple(self.directions)

    def applies(self, track: str | None, on: date) -> bool:
        """Whether the row serves the track and the day; without a track, whether it serves any."""
        first, last = self.in_force
        return (track is None or track in self.tracks) and first <= on <= last

    def counted(self, case: Case) -> bool:
        """False for a row without a public figure that is neither answered no nor told."""
        return not isinstance(self.shape, Unpublished) or self.shape.counted(case)

    def declared(self, case: Case) -> bool:
        """Whether its points are those officially told to the person."""
        return isinstance(self.shape, Unpublished) and self.shape.told(case)

    def points(self, case: Case) -> Interval:
        """The shape's points, no further than the cap, if the prerequisites are met."""
        met = self._met(case)
        if met is False:
            return ZERO
        points = self.shape.points(case)
        if self.cap is not None:
            points = points.capped(self.cap)
        return points if met else hull([ZERO, points])

    def cap_bit(self, case: Case) -> bool:
        """Whether the cap holds back points that are known."""
        points = self.shape.points(case)
        return self.cap is not None and points.known and points != points.capped(self.cap)

    def confidence(self, case: Case) -> str:
        """The least sure of the figures that decide for this case."""
        deciding = [self.passport.confidence]
        if "cap" in self.figures and self.cap_bit(case):
            deciding.append(self.figures["cap"].confidence)
        return weakest(deciding)

    def unmet(self, case: Case) -> Requirement | None:
        """The first prerequisite that is not met, if any."""
        return next((each for each in self.requires if each.met(case) is False), None)

    def why(self, case: Case) -> str:
        """How the points come about, in the public's words."""
        unmet = self.unmet(case)
        if unmet is not None:
            return f"需要{unmet.words}，不计分"
        points = self.points(case)
        if not points.known:
            return "还不清楚，先按可能的范围算"
        why = self.shape.why(case)
        if self.cap is None or not points.low:
            return why
        return f"{why}（上限 {scored(self.cap)}）"

    def terms(self) -> list[Term]:
        """Its row in the guide's table, the cap and prerequisites as lines of their own."""
        lines = self.shape.terms()
        if self.cap is not None:
            lines.append(Term("最高", scored(self.cap)))
        return lines

    def _met(self, case: Case) -> bool | None:
        answers = [each.met(case) for each in self.requires]
        if False in answers:
            return False
        return None if None in answers else True


def read_item(
    table: Table,
    known: Known,
    tracks: tuple[str, ...],
    materials: tuple[str, ...],
    sources: Mapping[str, Source],
) -> Item:
    """One row from its table; faults go to the table."""
    item_id = table.text("id")
    rule = table.one_of("rule", tuple(SHAPES))
    shape = SHAPES[rule].read(table, known)
    cap = table.number("cap") if table.peek("cap") is not None else None
    passport = read_passport(table, sources)
    figures = {}
    for figure, evidence in table.tables("passport"):
        figures[figure] = read_passport(evidence, sources, inherit=passport)
        evidence.done()
    item = Item(
        id=item_id,
        part=table.one_of("part", tuple(PARTS)),
        group=table.text("group"),
        label=table.text("label"),
        whose=table.one_of("whose", tuple(WHOSE), "applicant"),
        note=table.text("note", ""),
        rule=rule,
        shape=shape,
        cap=cap,
        requires=read_requires(table, known),
        tracks=_subset(table, "tracks", tracks),
        in_force=_days(table),
        passport=passport,
        figures=figures,
        materials=_some(table, "materials", materials),
    )
    if (rule == "unpublished") != (passport.confidence == "unpublished"):
        table.fault(
            "confidence", passport.confidence, 'rule 与 confidence 同为 "unpublished" 或同不是'
        )
    table.done()
    return item


def _turned(way: Direction) -> Direction:
    return {"up": "down", "down": "up"}.get(way, "any")  # type: ignore[return-value]


def _subset(table: Table, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    return _some(table, key, allowed) or allowed


def _some(table: Table, key: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    named = table.texts(key, ())
    for each in named:
        if each not in allowed:
            table.fault(key, each, f"其中之一：{'、'.join(allowed)}")
    return named


def _days(table: Table) -> tuple[date, date]:
    if table.peek("in_force") is None:
        return date.min, date.max
    days = table.table("in_force")
    first, last = days.day("from"), days.day("until")
    if last < first:
        days.fault("until", str(last), f"不早于 {first}")
    days.done()
    return first, last
