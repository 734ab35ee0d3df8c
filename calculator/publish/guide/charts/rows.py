"""What all charts are made of: rows one below the other, with a bar or a mark in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEFT: Final = 2  # of the plot, in units of the view, which is 320 wide
RIGHT: Final = 318
GLYPH: Final = 13.5  # the width of a Chinese character, as charts.css sets it
ROW: Final = 46  # a line of text and its bar
HEAD: Final = 34  # a heading among the rows
TOP: Final = 20  # what the axis takes
GAP: Final = 10  # before the next heading


@dataclass(frozen=True, slots=True)
class Bar:
    """What is drawn in a row, from ``start`` to ``end`` across the view; equal for a mark.

    ``kind``: solid (certain) · hatched (in doubt) · range (one figure, on which sources differ) ·
    open (no end: an arrow) · until (a last day whose first was not seen) · mark (one day or one
    figure; ``mark once`` from a single source) · none (nothing can be drawn).
    """

    kind: str
    start: float = LEFT
    end: float = LEFT


@dataclass(frozen=True, slots=True)
class ReachBar:
    """A labelled row at ``top``; a heading has no bars."""

    top: float
    label: str
    value: str
    bars: tuple[Bar, ...] = ()
    kind: str = ""

    @property
    def drop(self) -> int:
        """How far its value and bars move down, where label and value need a line each."""
        return 0 if _wide(self.label) + _wide(self.value) + GLYPH <= RIGHT - LEFT else 18

    @property
    def height(self) -> int:
        """From its top to the next row's."""
        return (ROW if self.bars else HEAD) + self.drop


def _wide(text: str) -> float:
    """About how wide a text is drawn."""
    return sum(GLYPH if character > "⺀" else GLYPH * 0.58 for character in text)


def below(rows: Sequence[ReachBar], start: float = 0) -> float:
    """Where the row after these begins."""
    return rows[-1].top + rows[-1].height if rows else start


def along(points: float, scale: float) -> float:
    """Where so many points lie, of ``scale`` that fill the width."""
    return round(LEFT + (RIGHT - LEFT) * points / scale, 1)
