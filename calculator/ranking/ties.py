"""Applicants with equal totals: in which order the rules put them, and where they leave it open.

On equal totals the higher base points come first, on equal base points the earlier registration of
residence (办法 第七条). For a minor child's benefit the other parent's total is "a reference" on
equal totals, and no text says whether it is looked at before or after the other two. A registration
date may be unknown as well. So there are several readings of the rules, and this module says only
what holds under every one of them.

A reading is a sort key. Four are enough; every other lies between them:

- The other parent's total is looked at last, or first. Looked at between base points and date, it
  would put any two people in an order that one of these gives too: with different base points that
  of "last", with equal ones that of "first".
- An unknown date is taken as earlier than all others, or as later. Somebody's best and worst
  position come about in these two: people with unknown dates are equal to each other there, and
  each of several equals may be the first or the last of them.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate, groupby
from typing import Final, Literal, TypeAlias

from calculator.ranking.applicant import Applicant
from calculator.values.number import INFINITY, Bound

Tie: TypeAlias = Literal["equal", "date", "other", "order"]
"""Why people share a rank: all that is compared is equal; somebody's registration date is unknown;
somebody has no other parent's total; looked at first or last, that total gives different orders."""

_SortKey: TypeAlias = tuple[Bound | date, ...]


def split_into_blocks(equals: list[Applicant]) -> Iterator[list[Applicant]]:
    """Applicants with equal totals, in blocks whose order is certain; sorts ``equals`` in place.

    Within a block the order is open. There is a cut only where every reading has the same people
    before it. Were one reading enough, an order that another reading contradicts would be given out
    as certain, and the rank of somebody, perhaps their seat, would rest on our choice of a reading.

    That A before B is open does not carry over: where A and B are open, and B and C, all three
    share a block, even if A comes before C under every reading. No numbering could say so: B would
    need the rank of A and that of C. The blocks are the finest that no reading contradicts.
    """
    if len(equals) == 1:
        yield equals
        return
    equals.sort(key=_READINGS[0])
    cuts = set(range(1, len(equals)))
    for reading in _READINGS:
        cuts &= _certain_cuts([reading(applicant) for applicant in equals])
    start = 0
    for cut in [*sorted(cuts), len(equals)]:
        yield equals[start:cut]
        start = cut


def possible_positions(equals: list[Applicant]) -> dict[str, tuple[int, int]]:
    """By id, the best and the worst position among equal totals, from 1, over all readings.

    Where a reading leaves several people equal, each of them may be the first or the last of them.
    """
    positions = {applicant.id: (len(equals), 1) for applicant in equals}
    for reading in _READINGS:
        first = 1
        for _, group in groupby(sorted(equals, key=reading), key=reading):
            ids = [applicant.id for applicant in group]
            last = first + len(ids) - 1
            for applicant_id in ids:
                best, worst = positions[applicant_id]
                positions[applicant_id] = (min(best, first), max(worst, last))
            first = last + 1
    return positions


def reason_of_tie(block: list[Applicant]) -> Tie | None:
    """Why the people of a block share a rank; None for one who is alone in it."""
    if len(block) == 1:
        return None
    if not all(applicant.registered for applicant in block):
        return "date"
    compared = {
        (applicant.base, applicant.registered, applicant.other_parent_total) for applicant in block
    }
    if len(compared) == 1:
        return "equal"
    return "other" if any(applicant.other_parent_total is None for applicant in block) else "order"


def _certain_cuts(keys: Sequence[_SortKey]) -> set[int]:
    """The lengths n at which the first n keys, as they stand, all come strictly before the rest."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    # The n lowest keys are the first n exactly if no index among them is n or greater.
    return {
        length
        for length, furthest in enumerate(accumulate(order[:-1], max), start=1)
        if furthest == length - 1 and keys[order[length - 1]] != keys[order[length]]
    }


def _other_total_last(applicant: Applicant, unknown_date: date) -> _SortKey:
    """Base points and date decide; the other parent's total only where both are equal.

    No rule says where somebody stands who has no other parent's total. Here they come first, in
    ``_other_total_first`` last, so that between people whom only this parts the order is open.
    """
    if applicant.registered is None:
        # Without the other total: nobody knows whether two unknown dates are equal.
        return (-applicant.base, unknown_date)
    other = applicant.other_parent_total
    return (-applicant.base, applicant.registered, -INFINITY if other is None else -other)


def _other_total_first(applicant: Applicant, unknown_date: date) -> _SortKey:
    """The other parent's total decides, whoever has none coming last; then base points and date."""
    other = applicant.other_parent_total
    return (
        INFINITY if other is None else -other,
        -applicant.base,
        applicant.registered or unknown_date,
    )


_READINGS: Final[tuple[Callable[[Applicant], _SortKey], ...]] = (
    lambda applicant: _other_total_last(applicant, date.min),
    lambda applicant: _other_total_last(applicant, date.max),
    lambda applicant: _other_total_first(applicant, date.min),
    lambda applicant: _other_total_first(applicant, date.max),
)
