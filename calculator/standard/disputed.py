"""Figures on which sources differ: the hull of what each says counts, and no answer narrows it.

    alternatives = [{ cap = 250 }, { cap = 300 }]

It answers what a single ``Version`` answers. The versions may have another shape and read other
facts, too: one source gives points once, another for every year. What stands around the figures,
such as prerequisites, is the same (``read_item`` refuses others), and none is a group.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calculator.answers.situation import Situation
from calculator.rules.shape import Monotonicity, Shape, TableLine, merge_monotonicity
from calculator.standard.version import STILL_OPEN, Version, cap_line
from calculator.values.interval import Interval, hull
from calculator.values.logic import Truth


@dataclass(frozen=True, slots=True)
class Disputed:
    """What each of at least two sources says, in the order of the data."""

    alternatives: tuple[Version, ...]

    @property
    def shape(self) -> Shape:
        """The first version's."""
        return self.alternatives[0].shape

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact that some version reads; ``any`` where two are pushed apart by it."""
        return merge_monotonicity(version.monotonicity for version in self.alternatives)

    @property
    def cap_words(self) -> str:
        """The caps that sources give; empty where none gives one."""
        caps = [version.cap_words for version in self.alternatives if version.cap is not None]
        return _join_disputed(caps) if caps else ""

    def points(self, situation: Situation, met: Truth) -> Interval:
        """The hull of what each version gives."""
        return hull(version.points(situation, met) for version in self.alternatives)

    def is_capped(self, situation: Situation) -> bool:
        """Whether every version's cap holds back points that are known."""
        return all(version.is_capped(situation) for version in self.alternatives)

    def is_disputed(self, situation: Situation, met: Truth) -> bool:
        """Whether the versions give this person different points."""
        return len({version.points(situation, met) for version in self.alternatives}) > 1

    def confidence(self, situation: Situation, met: Truth) -> str:
        """``disputed`` where the versions differ for this person; else that of the first."""
        if self.is_disputed(situation, met):
            return "disputed"
        return self.alternatives[0].confidence(situation, met)

    def why(self, situation: Situation, met: Truth) -> str:
        """One reason where the versions agree; each version's where they are known to differ."""
        if self.points(situation, met).is_exact:
            return self.alternatives[0].why(situation, met, self.cap_words)
        if not all(version.points(situation, met).is_exact for version in self.alternatives):
            return STILL_OPEN
        reasons = dict.fromkeys(version.why(situation, met) for version in self.alternatives)
        return f"来源不一致：{'；或 '.join(reasons)}"

    def table_lines(self) -> list[TableLine]:
        """The lines of all versions, those on one condition as one line, and the caps."""
        points_on: dict[str, list[str]] = {}
        for version in self.alternatives:
            for line in version.shape.table_lines():
                points_on.setdefault(line.condition, []).append(line.points)
        lines = [
            TableLine(condition, self._join_points(points))
            for condition, points in points_on.items()
        ]
        return [*lines, *cap_line(self.cap_words)]

    def _join_points(self, points: list[str]) -> str:
        """What sources give on one condition, of which some may not speak."""
        if len(points) < len(self.alternatives):
            return f"{' 或 '.join(points)}（来源不一致）"
        return _join_disputed(points)


def _join_disputed(points: Iterable[str]) -> str:
    """One figure, or the several that sources give."""
    different = list(dict.fromkeys(points))
    if len(different) == 1:
        return different[0]
    return f"{' 或 '.join(different)}（来源不一致）"
