"""Ranking one list: who comes before whom, and who is admitted.

The higher total comes first. What decides between equal totals, and what the rules leave open,
stands in ``ties``. What is open is a tie: it is never settled by the order of the input, by id, or
by what is more usual.

>>> from datetime import date
>>> from calculator.ranking.admission import quota
>>> ann = Applicant("ann", 500, 400, date(2012, 3, 1))
>>> bob = Applicant("bob", 500, 420, date(2013, 3, 1))
>>> [(ranked.rank, ranked.applicant.id, ranked.admitted) for ranked in rank([ann, bob], quota(1))]
[(1, 'bob', 'yes'), (2, 'ann', 'no')]
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from calculator.ranking.admission import Admission, Admitted
from calculator.ranking.applicant import Applicant
from calculator.ranking.ties import Tie, possible_positions, reason_of_tie, split_into_blocks


@dataclass(frozen=True, slots=True)
class RankedApplicant:
    """Where somebody stands in their list, counted from 1.

    People who tie share the first of their ranks. ``admitted`` is yes or no only where every
    reading of the rules says so, else tie.
    """

    rank: int
    applicant: Applicant
    tie: Tie | None
    admitted: Admitted


def rank(
    applicants: Iterable[Applicant], admission: Admission | None = None
) -> Iterator[RankedApplicant]:
    """The applicants of one list in order; ``admission`` None: nobody is admitted yet.

    People who share a rank stand in the order yes, tie, no, then by id, so that the order of the
    input leaves no trace.
    """
    higher_totals = 0  # how many applicants have a higher total
    highest_first = sorted(applicants, key=attrgetter("total"), reverse=True)
    for _, group in groupby(highest_first, key=attrgetter("total")):
        equals = list(group)
        # Not by block: under some reading a member of a block may stand further forward or back in
        # it than another, so each is admitted by the positions that they themselves may have.
        positions = possible_positions(equals)
        first_rank = higher_totals + 1
        for block in split_into_blocks(equals):
            tie = reason_of_tie(block)
            ranked = []
            for applicant in block:
                best, worst = (higher_totals + place for place in positions[applicant.id])
                admitted = admission.admits(applicant.total, best, worst) if admission else ""
                ranked.append(RankedApplicant(first_rank, applicant, tie, admitted))
            yield from sorted(ranked, key=_order_within_rank)
            first_rank += len(block)
        higher_totals += len(equals)


def _order_within_rank(ranked: RankedApplicant) -> tuple[int, str]:
    return ("yes", "", "tie", "no").index(ranked.admitted), ranked.applicant.id
