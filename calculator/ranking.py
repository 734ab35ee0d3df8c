"""Ranking: who comes before whom, and who is admitted.

On equal totals the higher base points come first, on equal base points the earlier registration of
residence (办法 第七条). For a minor child's benefit the other parent's total is a reference on
equal totals; nothing says whether it comes before or after the other two. What the rules leave
open is a tie: never settled by input order, by id, or by what is more usual.

>>> from datetime import date
>>> ann = Applicant("ann", 500, 400, date(2012, 3, 1))
>>> bob = Applicant("bob", 500, 420, date(2013, 3, 1))
>>> [(place.rank, place.applicant.id, place.admitted) for place in ranked([ann, bob], quota(1))]
[(1, 'bob', 'yes'), (2, 'ann', 'no')]
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final, Literal, TypeAlias

from calculator.number import INFINITY, Bound, Number

Admitted: TypeAlias = Literal["yes", "no", "tie", ""]
"""Empty where the list admits nobody yet; ``tie`` where a tie stands across the line."""

Tie: TypeAlias = Literal["equal", "date", "order"]
"""Why people share a rank: all that is compared is equal; somebody's registration date is not
known; the two orders of the other parent's total disagree."""


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
class Place:
    """Where somebody stands in their list. People who tie share the first of their ranks."""

    rank: int
    applicant: Applicant
    tie: Tie | None
    admitted: Admitted


def ranked(applicants: Iterable[Applicant], admission: Admission | None = None) -> Iterator[Place]:
    """One list in order; people who tie stand by id, so that the input's order leaves no trace."""
    ahead = 0
    for block in blocks(applicants):
        tie = _tie(block)
        admitted = _admitted(admission, block[0].total, ahead, ahead + len(block))
        for applicant in sorted(block, key=attrgetter("id")):
            yield Place(ahead + 1, applicant, tie, admitted)
        ahead += len(block)


def blocks(applicants: Iterable[Applicant]) -> Iterator[list[Applicant]]:
    """The applicants, best first; in one block those whom the rules do not tell apart.

    "Left open" does not carry over: where A and B are open, and B and C, then all three share a
    block, even if A comes before C either way. This is the finest order without a contradiction.
    """
    highest_first = sorted(applicants, key=attrgetter("total"), reverse=True)
    for _, same in groupby(highest_first, key=attrgetter("total")):
        yield from _told_apart(list(same))


def _told_apart(same: list[Applicant]) -> Iterator[list[Applicant]]:
    """Applicants with equal totals, cut wherever every reading has the same people ahead."""
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


def _tie(block: list[Applicant]) -> Tie | None:
    if len(block) == 1:
        return None
    if len({(each.base, each.registered, each.other_parent_total) for each in block}) == 1:
        return "equal" if block[0].registered else "date"
    return "order" if all(each.registered for each in block) else "date"


def _admitted(admission: Admission | None, total: Number, ahead: int, upto: int) -> Admitted:
    """The answer for a block that stands from ``ahead`` + 1 to ``upto``."""
    if admission is None:
        return ""
    if admission.bars(total):
        return "no"
    if admission.places is None or upto <= admission.places:
        return "yes"
    return "tie" if ahead < admission.places else "no"


_Key: TypeAlias = tuple[Bound | date, ...]


def _last_resort(each: Applicant, unknown_date: date) -> _Key:
    """Base points and date decide; the other parent's total only where they do not.

    Where nothing is said, the far end from ``_reference_first`` is taken, so that it is open.
    """
    if each.registered is None:
        return (-each.base, unknown_date, 0)
    other = each.other_parent_total
    return (-each.base, each.registered, -INFINITY if other is None else -other)


def _reference_first(each: Applicant) -> _Key:
    """The other parent's total decides, whoever has one being ahead; then base points and date."""
    other = each.other_parent_total
    return (INFINITY if other is None else -other, -each.base, each.registered or date.max)


_READINGS: Final[tuple[Callable[[Applicant], _Key], ...]] = (
    lambda each: _last_resort(each, date.min),
    lambda each: _last_resort(each, date.max),
    _reference_first,
)
"""Every way to order equal totals that the rules allow; all others lie between these."""
