"""An item: one row of a standard that gives or takes points.

What it gives stands in its ``scoring``: one version of a shape with its figures, rounding and cap,
or several where sources differ. The item adds what any row may have: prerequisites, the tracks it
serves, the days it is in force, the group without public figures to which it belongs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from calculator.answers.facts import Answer, Fact
from calculator.answers.situation import Situation
from calculator.rules.requires import Requirement
from calculator.rules.rounding import Rounding
from calculator.rules.shape import (
    Declaration,
    Monotonicity,
    Shape,
    TableLine,
    merge_monotonicity,
)
from calculator.rules.within import Within
from calculator.standard.disputed import Disputed
from calculator.standard.passport import Passport, weakest
from calculator.standard.version import Version
from calculator.values.interval import ZERO, Interval
from calculator.values.logic import Truth, all_of
from calculator.values.number import Number

PARTS: Final = {"base": "基础分", "additional": "附加分", "deduction": "扣减分"}
"""total = base + additional + deduction, deductions being negative."""

WHOSE: Final = {
    "applicant": "申请人本人",
    "household": "申请人、配偶或未成年子女",
    "child": "随迁子女",
}

_OPPOSITE: Final[Mapping[Monotonicity, Monotonicity]] = {"up": "down", "down": "up", "any": "any"}


@dataclass(frozen=True, slots=True)
class Item:
    """One row: what it is called, how it scores, when and for whom it counts."""

    id: str
    part: str
    group: str
    label: str
    whose: str
    note: str
    rule: str
    scoring: Version | Disputed
    requires: tuple[Requirement, ...]
    within: Within | None
    tracks: tuple[str, ...]
    in_force: tuple[date, date]
    materials: tuple[str, ...]

    @property
    def alternatives(self) -> tuple[Version, ...]:
        """What each source says where they differ; none where they agree."""
        return self.scoring.alternatives

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version of the figures, of which there is one where sources agree."""
        return self.scoring.alternatives or (cast("Version", self.scoring),)

    @property
    def shape(self) -> Shape:
        """The shape; of disputed figures that of the first version."""
        return self.scoring.shape

    @property
    def rounding(self) -> Rounding | None:
        """The rounding; of disputed figures that of the first version."""
        return self.versions[0].rounding

    @property
    def cap(self) -> Number | None:
        """The cap; of disputed figures that of the first version."""
        return self.versions[0].cap

    @property
    def passport(self) -> Passport:
        """What the row rests on; of disputed figures what the first version does."""
        return self.versions[0].passport

    @property
    def figures(self) -> Mapping[str, Passport]:
        """The figures with evidence of their own, by key; those of the first version."""
        return self.versions[0].figures

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact it reads, in the order of asking, and where points go as it grows."""
        opening = merge_monotonicity(opener.monotonicity for opener in self._openers)
        scoring = self.scoring.monotonicity
        if self.part == "deduction":
            # What opens a deduction takes points away: an answer that opens it pushes down. A fact
            # that is read as a prerequisite and as a measure keeps both, which ``check`` refuses.
            opening = {
                fact: direction if fact in scoring else _OPPOSITE[direction]
                for fact, direction in opening.items()
            }
        return merge_monotonicity([opening, scoring])

    @property
    def _openers(self) -> tuple[Requirement | Within, ...]:
        """What must be so before the row counts at all."""
        return self.requires if self.within is None else (*self.requires, self.within)

    def telling_answers(self, fact: Fact, on: date) -> Iterable[Answer]:
        """Answers to a fact that it reads, those that give least and most points among them."""
        readers = (*self._openers, *(version.shape for version in self.versions))
        return dict.fromkeys(
            answer
            for reader in readers
            if fact.id in reader.monotonicity
            for answer in reader.telling_answers(fact, on)
        )

    @property
    def single_points(self) -> tuple[Number, ...]:
        """The figures that a single award may give; none where there is no public figure."""
        return self.shape.single_points

    @property
    def declaration(self) -> Declaration | None:
        """The facts that are asked instead of a figure; None where there is a public one."""
        return self.shape.declaration

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of every fact to ask for, in the order of asking."""
        return (*self.monotonicity, *(fact.id for fact in self.declaration or ()))

    @property
    def members(self) -> tuple["Item", ...]:
        """The rows of a group; they count inside it and nowhere else."""
        return cast("tuple[Item, ...]", self.shape.members)

    def applies(self, track: str | None, on: date) -> bool:
        """Whether the row serves the track and the day; without a track, whether it serves any."""
        first, last = self.in_force
        return (track is None or track in self.tracks) and first <= on <= last

    def is_counted(self, situation: Situation) -> bool:
        """Whether it enters the total; False where nobody knows its points yet."""
        return self.shape.is_counted(situation)

    def is_declared(self, situation: Situation) -> bool:
        """Whether its points are those officially told to the person."""
        return self.shape.is_declared(situation)

    def met(self, situation: Situation) -> Truth:
        """Whether the row may count: what it requires is met, and its group does not exclude it.

        None where that is unknown.
        """
        if self._is_excluded(situation):
            return False
        if not self.requires:
            return True  # most rows have none, and a ranking asks each row of everybody
        return all_of(requirement.met(situation) for requirement in self.requires)

    def points(self, situation: Situation) -> Interval:
        """The points, rounded, no further than the cap, 0 where a prerequisite is not met.

        Of disputed figures the hull.
        """
        return self.scoring.points(situation, self.met(situation))

    def is_capped(self, situation: Situation) -> bool:
        """Whether the cap holds back points that are known."""
        return self.scoring.is_capped(situation) and self.met(situation) is True

    def _is_excluded(self, situation: Situation) -> bool:
        """Whether the answers about its group leave it no points."""
        if self.within is None:
            return False  # before all else: most rows belong to no group
        return self.within.excludes(situation, self.scoring.monotonicity)

    def confidence(self, situation: Situation) -> str:
        """The least sure of the figures that decide for this person."""
        met = self.met(situation)
        if self.members and not self.scoring.is_disputed(situation, met):
            return self._confidence_of_members(situation)
        return self.scoring.confidence(situation, met)

    def unmet(self, situation: Situation) -> Requirement | None:
        """The first prerequisite that is not met, if any."""
        return next(
            (required for required in self.requires if required.met(situation) is False), None
        )

    def why(self, situation: Situation) -> str:
        """How the points come about, in the public's words."""
        if self.within is not None and self._is_excluded(situation):
            return self.within.why(situation)
        unmet = self.unmet(situation)
        if unmet is not None:
            return f"需要{unmet.words}，不计分"
        return self.scoring.why(situation, self.met(situation))

    def table_lines(self) -> list[TableLine]:
        """Its lines in the guide's table, the cap as a line of its own."""
        lines = self.scoring.table_lines()
        return lines if self.within is None else [*lines, self.within.table_line()]

    def _confidence_of_members(self, situation: Situation) -> str:
        """Of those that give points; of none, of all. Of several, the group's own rule too."""
        counting = [member for member in self.members if member.points(situation) != ZERO]
        own = [self.passport.confidence] if len(counting) > 1 else []
        members = counting or self.members
        return weakest([*own, *(member.confidence(situation) for member in members)])
