"""An item: one row of a standard that gives or takes points.

A shape with its figures, and the modifiers that any row may have: rounding, a cap, prerequisites,
the tracks it serves, the days it is in force. Where sources differ about a figure, a row has
alternatives, of which the hull counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from calculator.answers.situation import Situation
from calculator.rules.best_of import BestOf
from calculator.rules.requires import Requirement
from calculator.rules.rounding import Rounding
from calculator.rules.shape import Monotonicity, Shape, TableLine
from calculator.rules.sum_capped import SumCapped
from calculator.rules.unpublished import Unpublished
from calculator.standard.passport import Passport, weakest
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, Interval, hull
from calculator.values.number import Number

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
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact it reads, in the order of asking, and where points go as it grows."""
        opening = [requirement.monotonicity for requirement in self.requires]
        found: dict[str, Monotonicity] = {}
        for each in [*opening, self.shape.monotonicity]:
            for fact, way in each.items():
                found[fact] = way if found.get(fact, way) == way else "any"
        if self.part == "deduction":
            for fact in {fact for each in opening for fact in each} - set(self.shape.monotonicity):
                found[fact] = _turned(found[fact])
        return found

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures that a single award may give."""
        return self.shape.single_points

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact to ask for, in the order of asking."""
        if isinstance(self.shape, Unpublished):
            return (*self.monotonicity, self.shape.claimed.id, self.shape.declared.id)
        return tuple(self.monotonicity)

    def applies(self, track: str | None, on: date) -> bool:
        """Whether the row serves the track and the day; without a track, whether it serves any."""
        first, last = self.in_force
        return (track is None or track in self.tracks) and first <= on <= last

    def counted(self, situation: Situation) -> bool:
        """False for a row without a public figure that is neither answered no nor told."""
        return not isinstance(self.shape, Unpublished) or self.shape.counted(situation)

    def declared(self, situation: Situation) -> bool:
        """Whether its points are those officially told to the person."""
        return isinstance(self.shape, Unpublished) and self.shape.told(situation)

    @property
    def members(self) -> tuple["Item", ...]:
        """The rows of a group; they count inside it and nowhere else."""
        if isinstance(self.shape, BestOf | SumCapped):
            return cast("tuple[Item, ...]", self.shape.members)
        return ()

    def points(self, situation: Situation) -> Interval:
        """The shape's points, rounded, no further than the cap, if the prerequisites are met.

        Of disputed figures the hull.
        """
        if self.alternatives:
            return hull(each.points(situation) for each in self.alternatives)
        met = self._met(situation)
        if met is False:
            return ZERO
        points = self.uncapped(situation)
        if self.cap is not None:
            points = points.capped(self.cap)
        return points if met else hull([ZERO, points])

    def cap_bit(self, situation: Situation) -> bool:
        """Whether the cap holds back points that are known."""
        if self.alternatives:
            return all(each.cap_bit(situation) for each in self.alternatives)
        return (
            self._cap_decides(situation)
            and self.uncapped(situation).is_exact
            and self._met(situation) is True
        )

    def confidence(self, situation: Situation) -> str:
        """The least sure of the figures that decide for this case."""
        if len({each.points(situation) for each in self.alternatives}) > 1:
            return "disputed"
        if self.members:
            return self._confidence_of_members(situation)
        deciding = [self.passport]
        if self.points(situation) != ZERO:
            deciding += [
                self.figures[each] for each in self.figures if self._decides(each, situation)
            ]
        return weakest([passport.confidence for passport in deciding])

    def unmet(self, situation: Situation) -> Requirement | None:
        """The first prerequisite that is not met, if any."""
        return next((each for each in self.requires if each.met(situation) is False), None)

    def why(self, situation: Situation) -> str:
        """How the points come about, in the public's words."""
        unmet = self.unmet(situation)
        if unmet is not None:
            return f"需要{unmet.words}，不计分"
        points = self.points(situation)
        if self.alternatives and not points.is_exact:
            ways = dict.fromkeys(each.why(situation) for each in self.alternatives)
            if all(each.points(situation).is_exact for each in self.alternatives):
                return f"来源不一致：{'；或 '.join(ways)}"
        if not points.is_exact:
            return "还不清楚，先按可能的范围算"
        if not self.members and any(
            fact not in situation.answers for fact in self.shape.monotonicity
        ):
            result = f"计 {format_points(points.low)}" if points.low else "不计分"
            return f"没有回答的不影响这一项，{result}"
        why = self.shape.why(situation)
        if self.rounding and self.shape.points(situation) != ZERO:
            why = f"{why}，{self.rounding.words}，计 {format_points(self.uncapped(situation).low)}"
        caps = [each.cap for each in self.alternatives or (self,) if each.cap is not None]
        if not caps or not points.low:
            return why
        return f"{why}（上限 {_either([format_points(cap) for cap in caps])}）"

    def terms(self) -> list[TableLine]:
        """Its row in the guide's table, the cap as a line of its own."""
        lines = self.shape.terms()
        if self.alternatives:
            said: dict[str, list[str]] = {}
            for way in self.alternatives:
                for term in way.shape.terms():
                    said.setdefault(term.condition, []).append(term.points)
            lines = [TableLine(condition, _either(points)) for condition, points in said.items()]
        caps = [each.cap for each in self.alternatives] or [self.cap]
        shown = [format_points(cap) for cap in caps if cap is not None]
        if shown:
            lines.append(TableLine("最高", _either(shown)))
        return lines

    def _decides(self, figure: str, situation: Situation) -> bool:
        """Whether a figure with a passport of its own bears on this case."""
        if figure == "cap":
            return self._cap_decides(situation)
        if figure == "combine":
            given = [situation.answers.get(fact) for fact in self.shape.monotonicity]
            return any(
                each is None or (isinstance(each, tuple) and len(each) > 1) for each in given
            )
        return True

    def _cap_decides(self, situation: Situation) -> bool:
        points = self.uncapped(situation)
        return self.cap is not None and points != points.capped(self.cap)

    def uncapped(self, situation: Situation) -> Interval:
        """The shape's points, rounded, whatever the cap and the prerequisites say."""
        points = self.shape.points(situation)
        return points if self.rounding is None else self.rounding.of(points)

    def _confidence_of_members(self, situation: Situation) -> str:
        """Of those that give points; of none, of all. Of several, the group's own rule too."""
        counting = [each for each in self.members if each.points(situation) != ZERO]
        own = [self.passport.confidence] if len(counting) > 1 else []
        return weakest([*own, *(each.confidence(situation) for each in counting or self.members)])

    def _met(self, situation: Situation) -> bool | None:
        if not self.requires:
            return True
        answers = [each.met(situation) for each in self.requires]
        if False in answers:
            return False
        return None if None in answers else True


def _either(points: list[str]) -> str:
    """One figure, or the several that sources give."""
    ways = list(dict.fromkeys(points))
    return ways[0] if len(ways) == 1 else f"{' 或 '.join(ways)}（来源不一致）"


def _turned(way: Monotonicity) -> Monotonicity:
    return {"up": "down", "down": "up"}.get(way, "any")  # type: ignore[return-value]
