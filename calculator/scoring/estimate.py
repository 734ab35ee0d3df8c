"""The estimate: the points a person has under a standard, and what is still open.

    total = base + additional + deduction (deductions are negative)

Counts are taken as given on the day: nothing is clamped, no answer is checked against another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculator.answers.facts import Answers, extreme_answers
from calculator.answers.situation import Situation
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.totals import apply_limits, is_void, totals, vetoes_of
from calculator.standard.item import PARTS, Item
from calculator.standard.standard import Standard
from calculator.values.interval import Interval, interval_to_json, total
from calculator.values.number import Bound


@dataclass(frozen=True, slots=True)
class Line:
    """What one item gives: points, how sure its figures are, and how they come about."""

    item: Item
    points: Interval
    confidence: str
    capped: bool
    why: str
    members: tuple["Line", ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """The result; ``lines`` are the explanation, and their sum is the total.

    ``void`` is true where a veto of the standard applies, None where that is unknown.
    ``gains``: facts that would narrow the total, and by how much at most, the widest first.
    ``not_counted``: items
    without a public figure, neither answered no nor given declared points. ``declared``: items
    counted by declared points. ``ignored``: facts that this edition does not use.
    """

    standard: Standard
    track: str | None
    on: date
    void: bool | None
    lines: tuple[Line, ...]
    gains: Mapping[str, Bound]
    not_counted: tuple[str, ...]
    declared: tuple[str, ...]
    ignored: tuple[str, ...]

    @property
    def total(self) -> Interval:
        """All lines together; not below the floor, and nothing where a veto applies."""
        points = total(line.points for line in self.lines)
        return apply_limits(points, self.standard, void=self.void)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that would narrow the total, the widest first."""
        return tuple(self.gains)

    @property
    def parts(self) -> dict[str, Interval]:
        """The lines of each part together."""
        return {
            part: total(line.points for line in self.lines if line.item.part == part)
            for part in PARTS
        }

    @property
    def inferred(self) -> Interval:
        """How many of the points rest on inferred figures."""
        return total(line.points for line in self.lines if line.confidence == "inferred")

    def as_json(self) -> dict[str, Any]:
        """The estimate as the command line prints it."""
        return {
            "standard": self.standard.id,
            "on": self.on.isoformat(),
            "track": self.track,
            "total": interval_to_json(self.total),
            "parts": {part: interval_to_json(points) for part, points in self.parts.items()},
            "lines": [_line_as_json(line) for line in self.lines],
            "unknown": list(self.unknown),
            "not_counted": list(self.not_counted),
            "declared": list(self.declared),
            "ignored": list(self.ignored),
        }


def estimate(standard: Standard, facts: Answers, track: str | None, on: date) -> Estimate:
    """The points that ``facts`` give under ``standard`` for ``track`` on the day ``on``.

    ``track`` None is allowed where all tracks score alike. Raises ``InputError`` where it is not,
    or where the standard has no such track.
    """
    if track is None and len(standard.tracks) == 1:
        track = next(iter(standard.tracks))
    _check_track(standard, track, on)
    situation = Situation(facts, on)
    rows = standard.rows(track, on)
    counted = [item for item in rows if item.is_counted(situation)]
    return Estimate(
        standard=standard,
        track=track,
        on=on,
        void=is_void(standard, situation),
        lines=tuple(_line(item, situation) for item in counted),
        gains=_gains(counted, situation, standard),
        not_counted=tuple(item.id for item in rows if not item.is_counted(situation)),
        declared=tuple(item.id for item in rows if item.is_declared(situation)),
        ignored=tuple(fact for fact in facts if fact not in standard.uses),
    )


def _line_as_json(line: Line) -> dict[str, Any]:
    members = [_line_as_json(member) for member in line.members]
    return {
        "item": line.item.id,
        "part": line.item.part,
        "points": interval_to_json(line.points),
        "confidence": line.confidence,
    } | ({"members": members} if members else {})


def _check_track(standard: Standard, track: str | None, on: date) -> None:
    names = "、".join(standard.tracks)
    if track is None:
        served = {tuple(row.id for row in standard.rows(each, on)) for each in standard.tracks}
        if len(served) > 1:
            found = f"没有写，而 {standard.id} 各项待遇计分不同"
            raise InputError([Problem("track", found, f"其中之一：{names}")])
    elif track not in standard.tracks:
        raise InputError([Problem("track", f"读到 {quote_value(track)}", f"其中之一：{names}")])


def _line(item: Item, situation: Situation) -> Line:
    return Line(
        item=item,
        points=item.points(situation),
        confidence=item.confidence(situation),
        capped=item.is_capped(situation),
        why=item.why(situation),
        members=tuple(_line(member, situation) for member in item.members),
    )


def _gains(rows: list[Item], situation: Situation, standard: Standard) -> dict[str, Bound]:
    """The facts that would narrow the total, by how much an answer could take away."""
    gains: dict[str, Bound] = {}
    if totals(standard, rows, situation).total.is_exact:
        return {}
    for item in rows:
        width = item.points(situation).width
        if not width:
            continue
        for fact in item.monotonicity:
            if fact not in situation.answers:
                gain = max(_narrowing(item, situation, width, fact, standard))
                gains[fact] = gains.get(fact, 0) + gain
    for fact in _openvetoes_of(standard, situation):
        whole = apply_limits(total(item.points(situation) for item in rows), standard, void=None)
        gains[fact] = gains.get(fact, 0) + whole.width
    widest = sorted((fact for fact in gains if gains[fact]), key=lambda fact: -gains[fact])
    return {fact: gains[fact] for fact in widest}


def _openvetoes_of(standard: Standard, situation: Situation) -> Iterator[str]:
    """The unknown facts that decide whether the total is void."""
    for veto in vetoes_of(standard):
        if veto.met(situation) is None:
            yield from (fact for fact in veto.monotonicity if fact not in situation.answers)


def _narrowing(
    item: Item, situation: Situation, width: Bound, fact: str, standard: Standard
) -> Iterator[Bound]:
    """What each extreme answer to the fact would take away from the row's width."""
    for answer in extreme_answers(standard.facts_by_id[fact], situation.on):
        answered = replace(situation, answers={**situation.answers, fact: answer})
        left = item.points(answered).width
        yield 0 if left == width else width - left
