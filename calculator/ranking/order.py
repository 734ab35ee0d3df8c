"""Ranking one list: who comes before whom, and who is admitted.

The higher total comes first. What decides between equal totals stands in the edition's order, and
what that leaves open in ``ties``. What is open is a tie: it is never settled by the order of the
input, by id, or by what is more usual. Whoever may not apply stands behind all others and takes no
place from them (办法 第二十条: 不符合申请条件的将取消本次积分资格).

>>> from datetime import date
>>> from calculator.ranking.admission import quota
>>> ann = Applicant("ann", 500, 400, date(2012, 3, 1))
>>> bob = Applicant("bob", 500, 420, date(2013, 3, 1))
>>> ranked = rank([ann, bob], [("base", "registration_date")], quota(1))
>>> [(place.rank, place.applicant.id, place.admitted) for place in ranked]
[(1, 'bob', 'yes'), (2, 'ann', 'no')]
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from calculator.ranking.admission import Admission, Admitted
from calculator.ranking.applicant import Applicant
from calculator.ranking.readings import Reading
from calculator.ranking.ties import Tie, possible_positions, reason_of_tie, split_into_blocks


@dataclass(frozen=True, slots=True)
class RankedApplicant:
    """Where somebody stands in their list, counted from 1.

    People who tie share the first of their ranks. ``shares_total``: more was compared than totals.
    ``admitted`` is yes or no only where every reading of the rules says so, however the unknown
    turns out, else tie.
    """

    rank: int
    applicant: Applicant
    tie: Tie | None
    admitted: Admitted
    shares_total: bool


def rank(
    applicants: Iterable[Applicant],
    readings: Sequence[Reading],
    admission: Admission | None = None,
) -> Iterator[RankedApplicant]:
    """The applicants of one list in order; ``admission`` None: nobody is admitted yet.

    People who share a rank stand in the order yes, tie, no, then by id, so that the order of the
    input leaves no trace.
    """
    contenders: list[Applicant] = []
    shut_out: list[Applicant] = []
    for applicant in applicants:
        (shut_out if applicant.eligible is False else contenders).append(applicant)
    yield from _rank(contenders, readings, admission, 0)
    yield from _rank(shut_out, readings, Admission(0) if admission else None, len(contenders))


def _rank(
    applicants: list[Applicant],
    readings: Sequence[Reading],
    admission: Admission | None,
    ahead: int,
) -> Iterator[RankedApplicant]:
    """Those in order who are behind ``ahead`` people."""
    surely_ahead = ahead  # without those who may turn out not to be eligible
    applicants.sort(key=attrgetter("total"), reverse=True)
    for _, group in groupby(applicants, key=attrgetter("total")):
        equals = list(group)
        positions = possible_positions(equals, readings)
        first_rank = ahead + 1
        for block in split_into_blocks(equals, positions):
            tie = reason_of_tie([applicant for applicant, _ in block], readings)
            ranked = []
            for applicant, position in block:
                # Not by block: under some reading a member of a block may stand further forward or
                # back in it than another, so each is admitted by their own positions.
                admitted: Admitted = ""
                if admission:
                    best, worst = surely_ahead + position.best, ahead + position.worst
                    admitted = admission.admits(applicant.total, best, worst)
                    if admitted == "yes" and applicant.eligible is None:
                        admitted = "tie"
                shares_total = len(equals) > 1
                ranked.append(RankedApplicant(first_rank, applicant, tie, admitted, shares_total))
            yield from sorted(ranked, key=_order_within_rank)
            first_rank += len(block)
        ahead += len(equals)
        surely_ahead += sum(1 for applicant in equals if applicant.eligible is not None)


def _order_within_rank(ranked: RankedApplicant) -> tuple[int, str]:
    return ("yes", "", "tie", "no").index(ranked.admitted), ranked.applicant.id
