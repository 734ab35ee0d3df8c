"""How many of a list are admitted, and whether somebody is whose position may be open."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from calculator.values.number import Number

Admitted: TypeAlias = Literal["yes", "no", "tie", ""]
"""``tie``: a tie stands across the last place, so that the rules do not say. Empty: the list admits
nobody yet."""


@dataclass(frozen=True, slots=True)
class Admission:
    """A list admits the first ``places`` of those with at least ``least`` points.

    None is no limit.
    """

    places: int | None = None
    least: Number | None = None

    def bars(self, total: Number) -> bool:
        """Whether a total is below the least, so that no position helps."""
        return self.least is not None and total < self.least

    def admits(self, total: Number, best: int, worst: int) -> Admitted:
        """The answer for a total in a position from ``best`` to ``worst``, counted from 1."""
        if self.bars(total):
            return "no"
        if self.places is None or worst <= self.places:
            return "yes"
        return "tie" if best <= self.places else "no"


def quota(places: int) -> Admission:
    """The ``places`` highest (办法 第二十条: by 入户指标数)."""
    return Admission(places=places)


def threshold(points: Number) -> Admission:
    """Everybody who reaches ``points`` (since 2021: 达标积分值)."""
    return Admission(least=points)


def seats(places: int, floor: Number | None = None) -> Admission:
    """The seats of a school and grade (入学实施细则 第二条); since 2021 with a district's floor."""
    return Admission(places, floor)
