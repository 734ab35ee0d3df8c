"""One version of what a row gives: a shape with its figures, rounding, cap and evidence.

Most rows have one. Where sources differ there is one for each of them (``standard/disputed.py``),
which answers the same questions. ``met`` says whether the row's prerequisites are met.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from calculator.answers.situation import Situation
from calculator.rules.rounding import Rounding
from calculator.rules.shape import Monotonicity, Shape, TableLine
from calculator.standard.passport import Passport, weakest
from calculator.values.chinese import format_points
from calculator.values.interval import ZERO, Interval, hull
from calculator.values.logic import Truth
from calculator.values.number import Number

STILL_OPEN: Final = "还不清楚，先按可能的范围算"


@dataclass(frozen=True, slots=True)
class Version:
    """A shape, how its points are rounded, where they end, and what the figures rest on."""

    shape: Shape
    rounding: Rounding | None
    cap: Number | None
    passport: Passport
    figures: Mapping[str, Passport]

    @property
    def alternatives(self) -> tuple["Version", ...]:
        """None: sources agree."""
        return ()

    @property
    def monotonicity(self) -> Mapping[str, Monotonicity]:
        """Every fact that the shape reads, and where points go as it grows."""
        return self.shape.monotonicity

    @property
    def cap_words(self) -> str:
        """The cap as points; empty where there is none."""
        return "" if self.cap is None else format_points(self.cap)

    def uncapped(self, situation: Situation) -> Interval:
        """The shape's points, rounded, whatever the cap and the prerequisites say."""
        points = self.shape.points(situation)
        return points if self.rounding is None else self.rounding.of(points)

    def points(self, situation: Situation, met: Truth) -> Interval:
        """The shape's points, rounded, no further than the cap, if the prerequisites are met."""
        if met is False:
            return ZERO
        points = self.uncapped(situation)
        if self.cap is not None:
            points = points.capped(self.cap)
        return points if met else hull([ZERO, points])

    def is_capped(self, situation: Situation) -> bool:
        """Whether the cap holds back points that are known."""
        return self._cap_decides(situation) and self.uncapped(situation).is_exact

    def is_disputed(self, situation: Situation, met: Truth) -> bool:  # noqa: ARG002 - see Disputed
        """Never: sources agree."""
        return False

    def confidence(self, situation: Situation, met: Truth) -> str:
        """The least sure of the figures that decide for this person."""
        deciding = [self.passport]
        if self.points(situation, met) != ZERO:
            deciding += [
                passport
                for figure, passport in self.figures.items()
                if self._depends_on(figure, situation)
            ]
        return weakest([passport.confidence for passport in deciding])

    def why(self, situation: Situation, met: Truth, cap_words: str | None = None) -> str:
        """How the points come about, in the public's words.

        ``cap_words`` names the cap where other versions of the row have another one.
        """
        points = self.points(situation, met)
        if not points.is_exact:
            return STILL_OPEN
        # A group's members explain themselves; a shape can explain only what was answered.
        unanswered = any(fact not in situation.answers for fact in self.shape.monotonicity)
        if unanswered and not self.shape.members:
            result = f"计 {format_points(points.low)}" if points.low else "不计分"
            return f"没有回答的不影响这一项，{result}"
        why = self.shape.why(situation)
        if self.rounding and self.shape.points(situation) != ZERO:
            why = f"{why}，{self.rounding.words}，计 {format_points(self.uncapped(situation).low)}"
        cap_words = self.cap_words if cap_words is None else cap_words
        return f"{why}（上限 {cap_words}）" if cap_words and points.low else why

    def table_lines(self) -> list[TableLine]:
        """The row's lines in the guide's table, the cap as a line of its own."""
        return [*self.shape.table_lines(), *cap_line(self.cap_words)]

    def _depends_on(self, figure: str, situation: Situation) -> bool:
        """Whether a figure with a passport of its own bears on this person's points."""
        if figure == "cap":
            return self._cap_decides(situation)
        return self.shape.depends_on_figure(figure, situation)

    def _cap_decides(self, situation: Situation) -> bool:
        points = self.uncapped(situation)
        return self.cap is not None and points != points.capped(self.cap)


def cap_line(cap_words: str) -> list[TableLine]:
    """The last line of a row in the guide's table; none without a cap."""
    return [TableLine("最高", cap_words)] if cap_words else []
