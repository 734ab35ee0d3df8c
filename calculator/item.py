"""An item: one row of a standard that gives or takes points.

A shape with its figures, and the modifiers that any row may have: rounding, a cap, prerequisites,
the tracks it serves, the days it is in force. Where sources differ about a figure, a row has
alternatives, of which the hull counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from calculator.interval import ZERO, Interval, hull
from calculator.number import Number
from calculator.passport import Passport, weakest
from calculator.rules.best_of import BestOf
from calculator.rules.requires import Requirement
from calculator.rules.rounding import Rounding
from calculator.rules.shape import Case, Direction, Shape, Term, scored
from calculator.rules.sum_capped import SumCapped
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
    rounding: Rounding | None
    cap: Number | None
    alternatives: tuple["Item", ...]
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
    def awards(self) -> tuple[Number, ...]:
        """The figures that a single award may give."""
        return self.shape.awards

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact to ask for, in the order of asking."""
        if isinstance(self.shape, Unpublished):
            return (*self.directions, self.shape.claimed.id, self.shape.declared.id)
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

    @property
    def members(self) -> tuple["Item", ...]:
        """The rows of a group; they count inside it and nowhere else."""
        if isinstance(self.shape, BestOf | SumCapped):
            return cast("tuple[Item, ...]", self.shape.members)
        return ()

    def points(self, case: Case) -> Interval:
        """The shape's points, rounded, no further than the cap, if the prerequisites are met.

        Of disputed figures the hull.
        """
        if self.alternatives:
            return hull(each.points(case) for each in self.alternatives)
        met = self._met(case)
        if met is False:
            return ZERO
        points = self.uncapped(case)
        if self.cap is not None:
            points = points.capped(self.cap)
        return points if met else hull([ZERO, points])

    def cap_bit(self, case: Case) -> bool:
        """Whether the cap holds back points that are known."""
        if self.alternatives:
            return all(each.cap_bit(case) for each in self.alternatives)
        return self._cap_decides(case) and self.uncapped(case).known and self._met(case) is True

    def confidence(self, case: Case) -> str:
        """The least sure of the figures that decide for this case."""
        if len({each.points(case) for each in self.alternatives}) > 1:
            return "disputed"
        if self.members:
            return self._confidence_of_members(case)
        deciding = [self.passport]
        if self.points(case) != ZERO:
            deciding += [self.figures[each] for each in self.figures if self._decides(each, case)]
        return weakest([passport.confidence for passport in deciding])

    def unmet(self, case: Case) -> Requirement | None:
        """The first prerequisite that is not met, if any."""
        return next((each for each in self.requires if each.met(case) is False), None)

    def why(self, case: Case) -> str:
        """How the points come about, in the public's words."""
        unmet = self.unmet(case)
        if unmet is not None:
            return f"需要{unmet.words}，不计分"
        points = self.points(case)
        if self.alternatives and not points.known:
            ways = dict.fromkeys(each.why(case) for each in self.alternatives)
            if all(each.points(case).known for each in self.alternatives):
                return f"来源不一致：{'；或 '.join(ways)}"
        if not points.known:
            return "还不清楚，先按可能的范围算"
        if not self.members and any(fact not in case.answers for fact in self.shape.directions):
            result = f"计 {scored(points.low)}" if points.low else "不计分"
            return f"没有回答的不影响这一项，{result}"
        why = self.shape.why(case)
        if self.rounding and self.shape.points(case) != ZERO:
            why = f"{why}，{self.rounding.words}，计 {scored(self.uncapped(case).low)}"
        caps = [each.cap for each in self.alternatives or (self,) if each.cap is not None]
        if not caps or not points.low:
            return why
        return f"{why}（上限 {_either([scored(cap) for cap in caps])}）"

    def terms(self) -> list[Term]:
        """Its row in the guide's table, the cap as a line of its own."""
        lines = self.shape.terms()
        if self.alternatives:
            said: dict[str, list[str]] = {}
            for way in self.alternatives:
                for term in way.shape.terms():
                    said.setdefault(term.condition, []).append(term.points)
            lines = [Term(condition, _either(points)) for condition, points in said.items()]
        caps = [each.cap for each in self.alternatives] or [self.cap]
        shown = [scored(cap) for cap in caps if cap is not None]
        if shown:
            lines.append(Term("最高", _either(shown)))
        return lines

    def _decides(self, figure: str, case: Case) -> bool:
        """Whether a figure with a passport of its own bears on this case."""
        if figure == "cap":
            return self._cap_decides(case)
        if figure == "combine":
            given = [case.answers.get(fact) for fact in self.shape.directions]
            return any(
                each is None or (isinstance(each, tuple) and len(each) > 1) for each in given
            )
        return True

    def _cap_decides(self, case: Case) -> bool:
        points = self.uncapped(case)
        return self.cap is not None and points != points.capped(self.cap)

    def uncapped(self, case: Case) -> Interval:
        """The shape's points, rounded, whatever the cap and the prerequisites say."""
        points = self.shape.points(case)
        return points if self.rounding is None else self.rounding.of(points)

    def _confidence_of_members(self, case: Case) -> str:
        """Of those that give points; of none, of all. Of several, the group's own rule too."""
        counting = [each for each in self.members if each.points(case) != ZERO]
        own = [self.passport.confidence] if len(counting) > 1 else []
        return weakest([*own, *(each.confidence(case) for each in counting or self.members)])

    def _met(self, case: Case) -> bool | None:
        if not self.requires:
            return True
        answers = [each.met(case) for each in self.requires]
        if False in answers:
            return False
        return None if None in answers else True


def _either(points: list[str]) -> str:
    """One figure, or the several that sources give."""
    ways = list(dict.fromkeys(points))
    return ways[0] if len(ways) == 1 else f"{' 或 '.join(ways)}（来源不一致）"


def _turned(way: Direction) -> Direction:
    return {"up": "down", "down": "up"}.get(way, "any")  # type: ignore[return-value]
