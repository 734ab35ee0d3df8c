"""Applicants with equal totals: in which order the rules put them, and where they leave it open.

Two things leave it open: the rules have several ``readings``, and what is compared may be unknown.
An unknown date may be earlier than all others or later, an unknown other parent's total higher or
lower, and whoever may turn out not to be eligible may not be there at all. This module says only
what holds under every reading and however the unknown turns out.

Under one reading a person's sort key lies between the one that their unknowns give at best and the
one at worst. One person is surely ahead of another exactly if their worst key is below the other's
best; so two sorted lists of keys tell everybody's best and worst position.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from calculator.ranking.applicant import Applicant
from calculator.ranking.readings import Reading
from calculator.standard.ranking import OTHER_PARENT_TOTAL
from calculator.values.number import INFINITY, Bound

Tie: TypeAlias = Literal["equal", "date", "other", "order"]
"""Why people share a rank: all that is compared is equal; somebody's registration date is unknown;
somebody's other parent's total is unknown; the readings give different orders."""

_SortKey: TypeAlias = tuple[Bound | date, ...]


class Positions(NamedTuple):
    """The best and the worst position that somebody may have, counted from 1."""

    best: int
    worst: int


def possible_positions(equals: Sequence[Applicant], readings: Sequence[Reading]) -> list[Positions]:
    """The positions of each among equal totals, in the order of ``equals``.

    Where a reading leaves several people equal, each of them may be the first or the last of them.
    The best position counts only those ahead who are surely eligible.
    """
    if len(equals) == 1:
        return [Positions(1, 1)]
    everybody = range(len(equals))
    best, worst = [len(equals)] * len(equals), [1] * len(equals)
    for reading in readings:
        at_best = [_sort_key(applicant, reading, at_best=True) for applicant in equals]
        at_worst = [_sort_key(applicant, reading, at_best=False) for applicant in equals]
        lowest = sorted(at_best)
        highest = sorted(at_worst[index] for index in everybody if equals[index].eligible)
        for index in everybody:
            best[index] = min(best[index], 1 + bisect_left(highest, at_best[index]))
            worst[index] = max(worst[index], bisect_right(lowest, at_worst[index]))
    return list(map(Positions, best, worst))


def split_into_blocks(
    equals: Sequence[Applicant], positions: Sequence[Positions]
) -> Iterator[list[tuple[Applicant, Positions]]]:
    """Applicants with equal totals and their positions, in blocks whose order is certain.

    Within a block the order is open. There is a cut after n people exactly if n of them are never
    worse than the n-th: all the rest are then behind each of them under every reading.

    That A before B is open does not carry over: where A and B are open, and B and C, all three
    share a block, even if A comes before C under every reading. No numbering could say so: B would
    need the rank of A and that of C. The blocks are the finest that no reading contradicts.
    """
    block: list[tuple[Applicant, Positions]] = []
    by_worst = sorted(range(len(equals)), key=lambda index: positions[index].worst)
    for count, index in enumerate(by_worst, start=1):
        block.append((equals[index], positions[index]))
        if positions[index].worst == count:
            yield block
            block = []


def reason_of_tie(block: Sequence[Applicant], readings: Sequence[Reading]) -> Tie | None:
    """Why the people of a block share a rank; None for one who is alone in it."""
    if len(block) == 1:
        return None
    compared = readings[0]
    if "registration_date" in compared and not all(person.registered for person in block):
        return "date"
    if OTHER_PARENT_TOTAL in compared and any(
        person.other_parent_total is None for person in block
    ):
        return "other"
    keys = {_sort_key(person, compared, at_best=True) for person in block}
    return "equal" if len(keys) == 1 else "order"


def _sort_key(applicant: Applicant, reading: Reading, *, at_best: bool) -> _SortKey:
    """The lower, the further ahead; what is unknown is first of all ``at_best``, else last."""
    key: list[Bound | date] = []
    for compared in reading:
        if compared == "base":
            key.append(-applicant.base)
        elif compared == OTHER_PARENT_TOTAL:
            other = applicant.other_parent_total
            highest = INFINITY if at_best else -INFINITY
            key.append(-(highest if other is None else other))
        else:
            key.append(applicant.registered or (date.min if at_best else date.max))
    return tuple(key)
