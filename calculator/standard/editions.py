"""All editions that the product knows, and which of them rules a track on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from calculator.answers.facts import Fact
from calculator.reading.problems import InputError, Problem, closest, quote_value
from calculator.standard.read_standard import read_facts, read_standard
from calculator.standard.standard import Standard, Track

if TYPE_CHECKING:
    from calculator.standard.place import Place


@dataclass(frozen=True, slots=True)
class Editions:
    """The standards by id, the facts of ``facts.toml``, and every fact that any edition knows."""

    standards: Mapping[str, Standard]
    common_facts: Mapping[str, Fact]
    all_facts: Mapping[str, Fact]
    places: "Mapping[str, Place]"

    def get(self, standard_id: str) -> Standard:
        """The standard of that id. Raises ``InputError``."""
        if standard_id not in self.standards:
            found = f"读到 {quote_value(standard_id)}"
            expected = f"其中之一：{'、'.join(self.standards)}"
            meant = closest(standard_id, self.standards)
            raise InputError([Problem("standard", found, expected, meant=meant)])
        return self.standards[standard_id]

    def facts_accepted_by(self, standard: Standard) -> Mapping[str, Fact]:
        """Every fact that may stand in a document: this edition's, and those of any other."""
        return {**self.all_facts, **standard.facts_by_id}

    def last_seen(self, track: str, on: date) -> Standard | None:
        """The edition of the track whose days ended last before the day."""
        ended = [
            (period[1], standard)
            for standard in self.standards.values()
            if (period := self.period(standard, track)) and period[1] < on
        ]
        return max(ended, key=lambda pair: pair[0])[1] if ended else None

    def ruling(self, track: str, on: date) -> list[Standard]:
        """The editions that rule the track on the day: one, or none in a gap."""
        found = []
        for standard in self.standards.values():
            period = self.period(standard, track)
            if period and period[0] <= on <= period[1]:
                found.append(standard)
        return found

    def period(self, standard: Standard, track_id: str) -> tuple[date, date] | None:
        """The days on which an edition is known to rule a track, both ends inside.

        From the first day, or the first on which it was seen in use; to the last day, or the day
        before its successor, or the last on which it was seen in use, or without an end.
        """
        track = standard.tracks.get(track_id)
        if track is None:
            return None
        first = track.first or track.used_from
        last = track.last or self._day_before_successor(track) or track.used_until
        if last is None and track.replaced_by is None:
            last = date.max
        return (first, last) if first and last else None

    def _day_before_successor(self, track: Track) -> date | None:
        follower = self.standards.get(track.replaced_by or "")
        successor = follower.tracks.get(track.id) if follower else None
        return successor.first - timedelta(days=1) if successor and successor.first else None

    def gap(self, track: str, on: date) -> str:
        """What is known of a day that no edition rules."""
        last = self.last_seen(track, on)
        return last.tracks[track].after if last else "公开来源中最早的一版还没有施行。"


def read_editions(data: Mapping[str, Any]) -> Editions:
    """The editions from the tables of all files: ``{"facts": …, "standards": {name: …}}``."""
    facts = read_facts(data["facts"], "facts.toml")
    standards: list[Standard] = []
    places: dict[str, Place] = {}
    problems: list[Problem] = []
    for name, tables in data["standards"].items():
        try:
            standards.append(read_standard(tables, name, facts))
        except InputError as error:
            problems += error.problems
    for folder, tables in data.get("places", {}).items():
        from calculator.standard.place import read_place  # noqa: PLC0415 - not sent to the page

        try:
            places[folder] = read_place(folder, tables["place"], tables["ways"], facts)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return collect_editions(facts, standards, places)


def collect_editions(
    common_facts: Mapping[str, Fact],
    standards: Iterable[Standard],
    places: "Mapping[str, Place]" = MappingProxyType({}),
) -> Editions:
    """The editions of these standards; ``common_facts`` are those of ``facts.toml``.

    Raises ``InputError`` where two have one id, or declare one fact differently.
    """
    by_id: dict[str, Standard] = {}
    all_facts = dict(common_facts)
    problems = []
    for standard in standards:
        if standard.id in by_id:
            found = f"读到 {standard.id}，{by_id[standard.id].file} 也是"
            problems.append(Problem("id", found, "每个文件一个 id", standard.file))
        by_id[standard.id] = standard
        for fact in standard.facts_by_id.values():
            # An unpublished item may be called otherwise elsewhere: its two facts are the same.
            other = all_facts.setdefault(fact.id, fact)
            if replace(other, label=fact.label, rare=fact.rare) != fact:
                found, expected = "与另一个文件的定义不同", "相同的定义，或另一个名称"
                problems.append(Problem(f"facts.{fact.id}", found, expected, standard.file))
    if problems:
        raise InputError(problems)
    return Editions(by_id, common_facts, all_facts, places)
