"""The estimate: the points a person has under a standard, and what is still open.

    total = base + additional + deduction (deductions are negative)

Counts are taken as given on the day: nothing is clamped, no answer is checked against another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculator.facts import Answer, Answers, Fact
from calculator.interval import ZERO, Interval, hull, total
from calculator.item import PARTS, Item
from calculator.number import Bound, as_json
from calculator.problems import InputError, Problem, shown
from calculator.rules.requires import Requirement
from calculator.rules.shape import Case
from calculator.standard import Standard


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
        return limited(points, self.standard, void=self.void)

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
            "total": ends(self.total),
            "parts": {part: ends(points) for part, points in self.parts.items()},
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
    case = Case(facts, on)
    rows = standard.rows(track, on)
    counted = [item for item in rows if item.counted(case)]
    return Estimate(
        standard=standard,
        track=track,
        on=on,
        void=_void(standard, case),
        lines=tuple(_line(item, case) for item in counted),
        gains=_gains(counted, case, standard),
        not_counted=tuple(item.id for item in rows if not item.counted(case)),
        declared=tuple(item.id for item in rows if item.declared(case)),
        ignored=tuple(fact for fact in facts if fact not in standard.uses),
    )


def ends(points: Interval) -> dict[str, Any]:
    """An interval in JSON, an unbounded end as ``null``."""
    return {"low": as_json(points.low), "high": as_json(points.high)}


def _line_as_json(line: Line) -> dict[str, Any]:
    members = [_line_as_json(member) for member in line.members]
    return {
        "item": line.item.id,
        "part": line.item.part,
        "points": ends(line.points),
        "confidence": line.confidence,
    } | ({"members": members} if members else {})


def _void(standard: Standard, case: Case) -> bool | None:
    """Whether any veto of the standard applies."""
    found = [veto.met(case) for veto in _vetoes(standard)]
    return True if True in found else None if None in found else False


def _vetoes(standard: Standard) -> tuple[Requirement, ...]:
    return standard.limits.void_if if standard.limits else ()


def _check_track(standard: Standard, track: str | None, on: date) -> None:
    names = "、".join(standard.tracks)
    if track is None:
        served = {tuple(row.id for row in standard.rows(each, on)) for each in standard.tracks}
        if len(served) > 1:
            found = f"没有写，而 {standard.id} 各项待遇计分不同"
            raise InputError([Problem("track", found, f"其中之一：{names}")])
    elif track not in standard.tracks:
        raise InputError([Problem("track", f"读到 {shown(track)}", f"其中之一：{names}")])


def _line(item: Item, case: Case) -> Line:
    return Line(
        item=item,
        points=item.points(case),
        confidence=item.confidence(case),
        capped=item.cap_bit(case),
        why=item.why(case),
        members=tuple(_line(member, case) for member in item.members),
    )


def _gains(rows: list[Item], case: Case, standard: Standard) -> dict[str, Bound]:
    """The facts that would narrow the total, by how much an answer could take away."""
    gains: dict[str, Bound] = {}
    if totals(standard, rows, case).total.known:
        return {}
    for item in rows:
        width = item.points(case).width
        if not width:
            continue
        for fact in item.directions:
            if fact not in case.answers:
                gain = max(_narrowing(item, case, width, fact, standard))
                gains[fact] = gains.get(fact, 0) + gain
    for fact in _open_vetoes(standard, case):
        whole = limited(total(item.points(case) for item in rows), standard, void=None)
        gains[fact] = gains.get(fact, 0) + whole.width
    widest = sorted((fact for fact in gains if gains[fact]), key=lambda fact: -gains[fact])
    return {fact: gains[fact] for fact in widest}


def _open_vetoes(standard: Standard, case: Case) -> Iterator[str]:
    """The unknown facts that decide whether the total is void."""
    for veto in _vetoes(standard):
        if veto.met(case) is None:
            yield from (fact for fact in veto.directions if fact not in case.answers)


def _narrowing(
    item: Item, case: Case, width: Bound, fact: str, standard: Standard
) -> Iterator[Bound]:
    """What each extreme answer to the fact would take away from the row's width."""
    for answer in extremes(standard.known[fact], case.on):
        answered = replace(case, answers={**case.answers, fact: answer})
        left = item.points(answered).width
        yield 0 if left == width else width - left


def extremes(fact: Fact, on: date) -> list[Answer]:
    """The answers at the ends of a fact's range; all of them where they have no order."""
    match fact.kind:
        case "flag":
            return [False, True]
        case "choice":
            return list(fact.choices or ())
        case "measures":
            return [(), (fact.max,)]
        case "date":
            return [fact.earliest, on]
        case _:
            return [0, fact.max]


@dataclass(frozen=True, slots=True)
class Totals:
    """The bare numbers of an estimate: of the items not counted only how many."""

    total: Interval
    base: Interval
    not_counted: int


def totals(standard: Standard, rows: Sequence[Item], case: Case) -> Totals:
    """What ``estimate`` gives as total and base points, without lines and reasons.

    For many people at once: ``rows`` are ``standard.rows(track, on)``, looked up once.
    """
    low: Bound = 0
    high: Bound = 0
    base_low: Bound = 0
    base_high: Bound = 0
    not_counted = 0
    for item in rows:
        if not item.counted(case):
            not_counted += 1
            continue
        points = item.points(case)
        low += points.low
        high += points.high
        if item.part == "base":
            base_low += points.low
            base_high += points.high
    points = limited(Interval(low, high), standard, void=_void(standard, case))
    return Totals(points, Interval(base_low, base_high), not_counted)


def limited(points: Interval, standard: Standard, *, void: bool | None) -> Interval:
    """A sum of lines as a total: not below the standard's floor, nothing where a veto applies."""
    if standard.limits is None:
        return points
    if standard.limits.floor is not None:
        points = points.at_least(standard.limits.floor)
    if void is None:
        return hull([ZERO, points])
    return ZERO if void else points
