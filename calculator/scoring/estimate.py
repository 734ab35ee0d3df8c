"""The estimate: the points that a person has under a standard, and what is still open.

    total = base + additional + deduction (deductions are negative)

Counts are taken as given on the day: nothing is clamped, no answer is checked against another.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from calculator.answers.facts import Answers, Fact
from calculator.answers.situation import Situation
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.rules.shape import telling_answers_of
from calculator.scoring.totals import apply_limits, is_void, totals, vetoes_of
from calculator.standard.item import PARTS, Item
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, Interval, interval_to_json, total
from calculator.values.number import Bound


@dataclass(frozen=True, slots=True)
class Line:
    """What one item gives to one person, and why.

    ``confidence`` is that of the figures that decide here. ``capped``: the item would give more
    without its cap. ``why``: in Chinese, without a full stop. ``members``: the lines of a group's
    items, of which ``points`` is made; empty for other items.
    """

    item: Item
    points: Interval
    confidence: str
    capped: bool
    why: str
    members: tuple["Line", ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """One person's points under a standard; ``lines`` are the explanation, and sum up to the total.

    ``track`` is None where all tracks score alike and none was named. ``void``: whether a veto of
    the standard applies, None where that is unknown. ``narrowing``: the unanswered facts that would
    narrow the total, and by how many points at most, in the order in which to ask (``unknown``).
    ``not_counted``: items without
    a public figure, neither answered no nor given declared points. ``declared``: items counted by
    declared points. ``ignored``: answered facts that this edition does not use.
    """

    standard: Standard
    track: str | None
    on: date
    void: bool | None
    lines: tuple[Line, ...]
    narrowing: Mapping[str, Bound]
    not_counted: tuple[str, ...]
    declared: tuple[str, ...]
    ignored: tuple[str, ...]

    @property
    def total(self) -> Interval:
        """The sum of the lines; not below the standard's floor, and 0 where a veto applies."""
        points = total(line.points for line in self.lines)
        return apply_limits(points, self.standard, void=self.void)

    @property
    def before_deductions(self) -> Interval:
        """The total as it would be with nothing deducted: deductions 0, floor and vetoes as ever.

        A veto is no deduction: it voids whatever the lines give, and an unknown one leaves this
        open. Neither end lies below the total's; where nothing is deducted it is the total.
        """
        points = total(line.points for line in self.lines if line.item.part != "deduction")
        return apply_limits(points, self.standard, void=self.void)

    @property
    def deductions_are_endless(self) -> bool:
        """Whether open answers may still take away any number of points."""
        return self.parts["deduction"].low == -INFINITY

    @property
    def against_cutoffs(self) -> Interval:
        """What to hold against a cutoff: before deductions while these have no end, else the total.

        A total without a lower end would reach no cutoff, whatever is certain.
        """
        return self.before_deductions if self.deductions_are_endless else self.total

    @property
    def unknown(self) -> tuple[str, ...]:
        """The unanswered facts that would narrow the total, the one that narrows most first.

        A fact that only ends an endless deduction counts as many points as are certain before
        deductions: so many are at stake. With little answered it stands behind what gives points;
        the surer the points are, the sooner it is asked.
        """
        return tuple(self.narrowing)

    @property
    def parts(self) -> dict[str, Interval]:
        """The sum of the lines of each part; floor and vetoes are not applied."""
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
            "before_deductions": interval_to_json(self.before_deductions),
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
        narrowing=_narrowing_facts(counted, situation, standard),
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
    """Raise ``InputError`` where the standard lacks the track, or none is named but it matters."""
    names = "、".join(standard.tracks)
    if track is None:
        rows_by_track = [standard.rows(named, on) for named in standard.tracks]
        if len({tuple(row.id for row in rows) for rows in rows_by_track}) > 1:
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


def _narrowing_facts(
    rows: list[Item], situation: Situation, standard: Standard
) -> dict[str, Bound]:
    """The unanswered facts that would narrow the total, and by how many points at most.

    A fact that opens several rows narrows all of them. In the order of ``Estimate.unknown``; of
    equal ones, in that of the rows.
    """
    # Rows may be open where the total is not: below its floor, or where a veto applies.
    if totals(standard, rows, situation).total.is_exact:
        return {}
    readers: dict[str, list[Item]] = {}
    for item in rows:
        if item.points(situation).width:
            for fact in item.monotonicity:
                if fact not in situation.answers:
                    readers.setdefault(fact, []).append(item)
    found = {
        fact: _narrowed_by(standard.facts_by_id[fact], reading, situation)
        for fact, reading in readers.items()
    }
    for fact in _open_veto_facts(standard, situation):
        whole = apply_limits(total(item.points(situation) for item in rows), standard, void=None)
        found[fact] = found.get(fact, 0) + whole.width
    given = total(item.points(situation) for item in rows if item.part != "deduction")
    weights = dict(found)
    for fact, reading in readers.items():
        if found[fact] == INFINITY and _only_deducts(reading, situation):
            weights[fact] = given.low
    most_first = sorted((fact for fact in found if found[fact]), key=lambda fact: -weights[fact])
    return {fact: found[fact] for fact in most_first}


def _narrowed_by(fact: Fact, rows: Iterable[Item], situation: Situation) -> Bound:
    """By how many points an answer to the fact narrows these rows at most.

    Of what sources dispute some answer between the ends may narrow it more: not all are tried.
    """
    widths = [(item, item.points(situation).width) for item in rows]
    return max(
        sum(
            0 if left == width else width - left  # both may be infinite
            for item, width in widths
            for left in [item.points(answered).width]
        )
        for answer in telling_answers_of(rows, fact, situation.on)
        for answered in [replace(situation, answers={**situation.answers, fact.id: answer})]
    )


def _only_deducts(rows: Iterable[Item], situation: Situation) -> bool:
    """Whether of these rows only deductions have no end."""
    reach = [(item, item.points(situation).width) for item in rows]
    return all(item.part == "deduction" for item, width in reach if width == INFINITY)


def _open_veto_facts(standard: Standard, situation: Situation) -> Iterator[str]:
    """The unanswered facts that decide whether the total is void."""
    for veto in vetoes_of(standard):
        if veto.met(situation) is None:
            yield from (fact for fact in veto.monotonicity if fact not in situation.answers)
