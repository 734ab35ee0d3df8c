"""A standard: one edition of the table of items, with its figures, words, dates and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from calculator.answers.facts import Fact
from calculator.rules.requires import Requirement
from calculator.standard.conditions import Condition
from calculator.standard.cutoffs import Cutoff
from calculator.standard.item import Item
from calculator.standard.passport import Passport, Source
from calculator.standard.ranking import Ranking
from calculator.standard.windows import Window
from calculator.values.number import Number

if TYPE_CHECKING:
    from calculator.standard.papers import Papers

FAMILY_RULES: Final = ("better", "applicant")
"""The better total of the parents who may apply, or that of the first, who is the applicant."""


@dataclass(frozen=True, slots=True)
class Track:
    """A benefit applied for, and the days on which this edition rules it.

    ``first`` and ``last`` are None where no source says; ``used_from`` and ``used_until`` are then
    the days between which public sources show it in use, where they do. ``replaced_by`` is the
    edition that follows, ``after`` what is known of the time after the last day. ``materials`` are
    those that everybody brings who applies, whatever the answers.
    """

    id: str
    label: str
    plain: str
    child: bool
    first: date | None
    last: date | None
    used_from: date | None
    used_until: date | None
    replaced_by: str | None
    after: str
    materials: tuple[str, ...]
    passport: Passport


@dataclass(frozen=True, slots=True)
class Limits:
    """What a standard says of the total as a whole: its floor, and what makes it void."""

    floor: Number | None
    void_if: tuple[Requirement, ...]
    passport: Passport


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Something that a text speaks of, but of which no row was seen."""

    label: str
    note: str
    passport: Passport


@dataclass(frozen=True, slots=True)
class Contact:
    """Where to go and whom to ask, in the public's words."""

    text: str
    passport: Passport


@dataclass(frozen=True, slots=True)
class Question:
    """How this edition asks for a fact, and what the answer counts here.

    ``counted_from``: the day from which months count here; None where the edition names none.
    """

    fact: Fact
    text: str
    scope: str
    help: str
    counted_from: date | None = None


@dataclass(frozen=True, slots=True)
class Standard:
    """One edition: tracks, questions, items in the order of the table, sources.

    ``file`` is the name of its file as messages show it. ``family_rule``: whose total counts where
    two parents apply for a child, one of ``FAMILY_RULES``.
    """

    file: str
    id: str
    title: str
    edition: str
    number: str | None
    area: str
    notice: str
    passport: Passport
    tracks: Mapping[str, Track]
    items: tuple[Item, ...]
    limits: Limits | None
    family_rule: str
    conditions: tuple[Condition, ...]
    windows: tuple[Window, ...]
    cutoffs: tuple[Cutoff, ...]
    ranking: Ranking | None
    mentioned: tuple[Mentioned, ...]
    contact: Contact | None
    questions: Mapping[str, Question]
    papers: "Mapping[str, Papers]"
    materials: Mapping[str, str]
    sources: Mapping[str, Source]
    facts_by_id: Mapping[str, Fact]

    def rows(self, track: str | None, on: date) -> tuple[Item, ...]:
        """The items that count of themselves for a track on a day; for any where none is named."""
        inside = {member.id for item in self.items for member in item.members}
        return tuple(
            item for item in self.items if item.id not in inside and item.applies(track, on)
        )

    @property
    def uses(self) -> frozenset[str]:
        """Every fact that this edition asks for."""
        return frozenset(self.questions)
