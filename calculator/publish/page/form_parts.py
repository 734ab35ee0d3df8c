"""What the form of an edition is made of: questions, ways without points, statements, ticks."""

from dataclasses import dataclass
from datetime import date

from calculator.standard.conditions import Condition
from calculator.standard.item import Item
from calculator.standard.standard import Question
from calculator.standard.ways import Way


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """A question, the items whose points show under it, and the tracks for which it is asked.

    An item's points show under the last question that it reads. ``known``: whether the edition
    reads it; a question of a way alone is not sent to the module.
    """

    question: Question
    settles: tuple[Item, ...]
    tracks: tuple[str, ...]
    known: bool = True


@dataclass(frozen=True, slots=True)
class WayPanel:
    """A way without points, and the answers to its question that lead to it.

    ``values`` are texts of the field; empty where the way asks nothing that can be asked here.
    """

    way: Way
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A question that may spare points, and the ways that its answer opens.

    ``asked`` None: ways of which no public source shows a condition that can be asked. ``days``:
    the first and the last day on which the question is of use.
    """

    asked: FormQuestion | None
    ways: tuple[WayPanel, ...]
    tracks: tuple[str, ...]
    days: tuple[date, date]


@dataclass(frozen=True, slots=True)
class Statement:
    """A condition that one answer decides, and the field and text that meet it."""

    condition: Condition
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class TickRow:
    """What may be ticked: a label, the questions that unfold, and the answers that mean none.

    ``yes`` is the text that ticking gives the first question; empty where it has to be chosen.
    """

    label: str
    asked: tuple[FormQuestion, ...]
    yes: str
    none: tuple[tuple[str, str], ...]

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks for which any of its questions is asked."""
        return tuple(dict.fromkeys(track for asked in self.asked for track in asked.tracks))
