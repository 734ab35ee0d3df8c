"""Ranking: who comes before whom, and who is admitted.

On equal totals the higher base points come first, on equal base points the earlier registration of
residence (办法 第七条). For a minor child's benefit the other parent's total is a reference on
equal totals; nothing says whether it comes before or after the other two. What the rules leave
open is a tie: never settled by input order, by id, or by what is more usual.

>>> from datetime import date
>>> ann = Applicant("ann", 500, 400, date(2012, 3, 1))
>>> bob = Applicant("bob", 500, 420, date(2013, 3, 1))
>>> [(place.rank, place.applicant.id, place.admitted) for place in rank([ann, bob], quota(1))]
[(1, 'bob', 'yes'), (2, 'ann', 'no')]
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final, Literal, TypeAlias

from calculator.values.number import INFINITY, Bound, Number

Admitted: TypeAlias = Literal["yes", "no", "tie", ""]
"""Empty where the list admits nobody yet; ``tie`` where a tie stands across the line."""

Tie: TypeAlias = Literal["equal", "date", "other", "order"]
"""Why people share a rank: all that is compared is equal; somebody's registration date is not
known; somebody's other parent's total is not; its two orders disagree."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """What ranking needs of one person: no answers.

    ``registered`` None: not known. ``other_parent_total`` None: there is none to refer to; always
    so where the benefit is not a child's. ``place``: the list they compete in, for schooling town,
    school and grade. ``row`` and ``note`` are handed through.
    """

    id: str
    total: Number
    base: Number
    registered: date | None = None
    other_parent_total: Number | None = None
    place: tuple[str, ...] = ()
    row: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Admission:
    """How a list admits: the first ``places``, of those with ``least`` points; None is no limit."""

    places: int | None = None
    least: Number | None = None

    def bars(self, total: Number) -> bool:
        """Whether a total is below the least."""
        return self.least is not None and total < self.least


def quota(places: int) -> Admission:
    """The ``places`` highest (办法 第二十条: by 入户指标数)."""
    return Admission(places=places)


def threshold(points: Number) -> Admission:
    """Everybody who reaches ``points`` (since 2021: 达标积分值)."""
    return Admission(least=points)


def seats(places: int, floor: Number | None = None) -> Admission:
    """The seats of a school and grade (入学实施细则 第二条); since 2021 with a district's floor."""
    return Admission(places, floor)


@dataclass(frozen=True, slots=True)
class RankedApplicant:
    """Where somebody stands in their list. People who tie share the first of their ranks.

    ``admitted`` is yes or no where every reading of the rules says so, else tie.
    """

    rank: int
    applicant: Applicant
    tie: Tie | None
    admitted: Admitted


def rank(
    applicants: Iterable[Applicant], admission: Admission | None = None
) -> Iterator[RankedApplicant]:
    """One list in order. People who tie share a rank; each is answered by the places they may take.

    Within a rank they stand by that answer and by id: the input's order leaves no trace.
    """
    ahead = 0
    highest_first = sorted(applicants, key=attrgetter("total"), reverse=True)
    for _, equal in groupby(highest_first, key=attrgetter("total")):
        same = list(equal)
        reach = _reach(same)
        rank = ahead + 1
        for block in _told_apart(same):
            tie = _tie(block)
            places = []
            for applicant in block:
                best, worst = (ahead + place for place in reach[applicant.id])
                admitted = _admitted(admission, applicant.total, best, worst)
                places.append(RankedApplicant(rank, applicant, tie, admitted))
            yield from sorted(places, key=_as_listed)
            rank += len(block)
        ahead += len(same)


def _told_apart(same: list[Applicant]) -> Iterator[list[Applicant]]:
    """Applicants with equal totals, cut wherever every reading has the same people ahead.

    "Left open" does not carry over: where A and B are open, and B and C, then all three share a
    block, even if A comes before C either way. This is the finest order without a contradiction.
    """
    if len(same) == 1:
        yield same
        return
    same.sort(key=_READINGS[0])
    cuts = set(range(1, len(same)))
    for reading in _READINGS:
        cuts &= _cuts([reading(applicant) for applicant in same])
    start = 0
    for cut in [*sorted(cuts), len(same)]:
        yield same[start:cut]
        start = cut


def _cuts(keys: Sequence["_Key"]) -> set[int]:
    """The lengths at which the first so many, as they stand, come strictly before the rest."""
    order = sorted(range(len(keys)), key=keys.__getitem__)
    return {
        place
        for place, furthest in enumerate(accumulate(order[:-1], max), start=1)
        if furthest == place - 1 and keys[order[place - 1]] != keys[order[place]]
    }


def _as_listed(place: RankedApplicant) -> tuple[int, str]:
    return ("yes", "", "tie", "no").index(place.admitted), place.applicant.id


def _reach(same: list[Applicant]) -> dict[str, tuple[int, int]]:
    """The best and the worst place of each among equal totals, over all readings."""
    reach = {each.id: (len(same), 1) for each in same}
    for reading in _READINGS:
        place = 1
        for _, equal in groupby(sorted(same, key=reading), key=reading):
            ids = [each.id for each in equal]
            last = place + len(ids) - 1
            for name in ids:
                best, worst = reach[name]
                reach[name] = (min(best, place), max(worst, last))
            place = last + 1
    return reach


def _tie(block: list[Applicant]) -> Tie | None:
    if len(block) == 1:
        return None
    if not all(each.registered for each in block):
        return "date"
    if len({(each.base, each.registered, each.other_parent_total) for each in block}) == 1:
        return "equal"
    return "other" if any(each.other_parent_total is None for each in block) else "order"


def _admitted(admission: Admission | None, total: Number, best: int, worst: int) -> Admitted:
    """The answer for somebody whose place is between ``best`` and ``worst``."""
    if admission is None:
        return ""
    if admission.bars(total):
        return "no"
    if admission.places is None or worst <= admission.places:
        return "yes"
    return "tie" if best <= admission.places else "no"


_Key: TypeAlias = tuple[Bound | date, ...]


def _last_resort(each: Applicant, unknown_date: date) -> _Key:
    """Base points and date decide; the other parent's total only where they do not.

    Where nothing is said, the far end from ``_reference_first`` is taken, so that it is open.
    """
    if each.registered is None:
        return (-each.base, unknown_date)
    other = each.other_parent_total
    return (-each.base, each.registered, -INFINITY if other is None else -other)


def _reference_first(each: Applicant, unknown_date: date) -> _Key:
    """The other parent's total decides, whoever has one being ahead; then base points and date."""
    other = each.other_parent_total
    return (INFINITY if other is None else -other, -each.base, each.registered or unknown_date)


_READINGS: Final[tuple[Callable[[Applicant], _Key], ...]] = (
    lambda each: _last_resort(each, date.min),
    lambda each: _last_resort(each, date.max),
    lambda each: _reference_first(each, date.min),
    lambda each: _reference_first(each, date.max),
)
"""Every way to order equal totals that the rules allow; all others lie between these."""
