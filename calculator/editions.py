"""All editions that the product knows, and which of them rules a track on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculator.facts import Fact
from calculator.problems import InputError, Problem, shown
from calculator.standard import Standard, read_facts, read_standard


@dataclass(frozen=True, slots=True)
class Editions:
    """The standards by id, and every fact that any of them knows."""

    standards: Mapping[str, Standard]
    facts: Mapping[str, Fact]

    def get(self, standard_id: str) -> Standard:
        """The standard of that id. Raises ``InputError``."""
        if standard_id not in self.standards:
            raise InputError(
                [
                    Problem(
                        "standard",
                        f"读到 {shown(standard_id)}",
                        f"其中之一：{'、'.join(self.standards)}",
                    )
                ]
            )
        return self.standards[standard_id]

    def known_to(self, standard: Standard) -> Mapping[str, Fact]:
        """Every fact that may stand in a document: this edition's, and those of any other."""
        return {**self.facts, **standard.known}

    def in_force(self, track: str, on: date) -> Standard:
        """The one edition that rules the track on the day.

        Raises ``InputError`` where there is none, or where the data allows more than one: a gap
        or an overlap is said, never settled by taking the last one.
        """
        ruling = [each for each in self.standards.values() if _rules(each, track, on)]
        if len(ruling) == 1:
            return ruling[0]
        found = "、".join(each.id for each in ruling) or "没有一个版本"
        raise InputError(
            [
                Problem(
                    "standard", f"{on} 对 {track} 生效的是：{found}", "用 --standard 指明的一个版本"
                )
            ]
        )


def read_editions(data: Mapping[str, Any]) -> Editions:
    """The editions from the tables of all files: ``{"facts": …, "standards": {name: …}}``."""
    facts = read_facts(data["facts"], "facts.toml")
    return gather(
        facts, (read_standard(each, name, facts) for name, each in data["standards"].items())
    )


def gather(facts: Mapping[str, Fact], standards: Iterable[Standard]) -> Editions:
    """The editions of these standards."""
    by_id = {standard.id: standard for standard in standards}
    known = {fact: each for standard in by_id.values() for fact, each in standard.known.items()}
    return Editions(by_id, {**facts, **known})


def _rules(standard: Standard, track_id: str, on: date) -> bool:
    track = standard.tracks.get(track_id)
    if track is None or track.first is None:
        return False
    return track.first <= on and (track.last is None or on <= track.last)
