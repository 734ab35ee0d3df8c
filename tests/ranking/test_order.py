"""Ranking: who comes before whom, what is a tie, who is admitted."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import combinations, groupby, permutations
from operator import attrgetter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.ranking.admission import Admission, quota, seats, threshold
from calculator.ranking.applicant import Applicant
from calculator.ranking.order import RankedApplicant
from calculator.ranking.order import rank as rank_by
from calculator.ranking.readings import readings
from calculator.values.number import Number

EARLY, LATE = date(2011, 4, 1), date(2014, 4, 1)
ORDER = ("total", "base", "registration_date")


def rank(
    applicants: Iterable[Applicant], admission: Admission | None = None
) -> list[RankedApplicant]:
    """The applicants by the order of 2016; for a child where an other parent's total is known."""
    people = list(applicants)
    with_other = any(entry.other_parent_total is not None for entry in people)
    return list(rank_by(people, readings(ORDER, with_other=with_other), admission))


def person(
    name: str,
    total: Number = 500,
    base: Number = 400,
    registered: date | None = EARLY,
    other: Number | None = None,
) -> Applicant:
    """An applicant like all others but for what is named."""
    return Applicant(name, total, base, registered, other)


def ranks(*people: Applicant) -> str:
    """The ranks of these people in their own order."""
    found = {place.applicant.id: place.rank for place in rank(people)}
    return " ".join(f"{entry.id}{found[entry.id]}" for entry in people)


def admitted(admission: Admission, people: Iterable[Applicant]) -> str:
    """Who is admitted, in the order of the list."""
    return " ".join(f"{entry.applicant.id}:{entry.admitted}" for entry in rank(people, admission))


def ties(*people: Applicant) -> list[str | None]:
    """Why each of these people ties."""
    return [place.tie for place in rank(people)]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([person("a", 495), person("b", 500)], "a2 b1"),
        ([person("a", Fraction(991, 2)), person("b", 496)], "a2 b1"),
        ([person("a", base=300), person("b", base=400)], "a2 b1"),
        ([person("a", registered=LATE), person("b")], "a2 b1"),
        ([person("a", base=300), person("b", registered=LATE)], "a2 b1"),
        ([person("a", 495, 495), person("b", 500, 0, LATE)], "a2 b1"),
        ([person("a", -50), person("b", -100)], "a1 b2"),
    ],
)
def test_total_then_base_then_earlier_registration_decide(
    people: list[Applicant], expected: str
) -> None:
    """办法 第七条, in this order."""
    assert ranks(*people) == expected


def test_equal_people_share_a_rank_and_the_next_one_counts_them() -> None:
    """Two first places are followed by a third."""
    assert ranks(person("a", 400), person("b"), person("c")) == "a3 b1 c1"


def test_what_is_compared_may_all_be_equal() -> None:
    """Then the rules say nothing more."""
    assert ties(person("a"), person("b"), person("c", 400)) == ["equal", "equal", None]


def test_an_unknown_registration_date_leaves_the_order_open() -> None:
    """It may have been earlier or later; base points still decide."""
    people = [person("a"), person("b", registered=None), person("c", base=399, registered=None)]
    assert (ranks(*people), ties(*people)) == ("a1 b1 c3", ["date", "date", None])


def test_two_unknown_registration_dates_leave_the_order_open() -> None:
    """Also where one of them has the better reference."""
    people = [person("a", registered=None, other=9), person("b", registered=None, other=5)]
    assert (ranks(*people), ties(*people)) == ("a1 b1", ["date", "date"])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (person("a", other=300), person("b", other=200), "a1 b2"),
        (person("a", base=401, other=300), person("b", other=200), "a1 b2"),
        (person("a", base=401, other=200), person("b", other=300), "a1 b1"),
        (person("a", base=401, other=300), person("b", other=300), "a1 b2"),
        (person("a", other=200), person("b", registered=LATE, other=300), "a1 b1"),
        (person("a", other=300), person("b", registered=LATE, other=300), "a1 b2"),
        (person("a", 501, 0, LATE, 0), person("b", other=900), "a1 b2"),
    ],
)
def test_the_other_parents_total_decides_where_no_order_disagrees(
    first: Applicant, second: Applicant, expected: str
) -> None:
    """Before or after base points and date is not stated: where that matters, it is a tie."""
    assert ranks(first, second) == expected


@pytest.mark.parametrize(
    "alone",
    [
        person("b", base=399),
        person("b", registered=LATE),
        person("b"),
        person("b", base=401),
    ],
)
def test_an_unknown_total_of_the_other_parent_leaves_the_order_open(alone: Applicant) -> None:
    """It may be higher or lower, and may be compared before all else."""
    assert ranks(person("a", other=300), alone) == "a1 b1"


def test_without_other_parents_base_points_and_date_decide() -> None:
    """Two people without a reference are compared like anybody."""
    assert ranks(person("a", base=300), person("b"), person("c", registered=LATE)) == "a3 b1 c2"


def test_what_is_open_with_a_third_person_is_open_for_all() -> None:
    """A is ahead of C either way, but neither is ahead of B: one rank for the three."""
    people = [
        person("a", base=410, other=200),
        person("b", base=390, other=300),
        person("c", base=400, other=100),
    ]
    assert (ranks(*people), ties(*people)) == ("a1 b1 c1", ["order"] * 3)


def test_whoever_shares_a_total_is_told_apart() -> None:
    """More was compared between them than totals."""
    people = [person("a", 510), person("b"), person("c", base=300)]
    assert [place.shares_total for place in rank(people)] == [False, True, True]


def test_a_quota_admits_so_many() -> None:
    """The highest, however they were listed."""
    people = [person("a", 480), person("b", 500), person("c", 490)]
    assert admitted(quota(2), people) == "b:yes c:yes a:no"


def test_a_tie_across_the_line_is_neither_yes_nor_no() -> None:
    """Three for two places."""
    people = [person("d", 400), person("a", 600), person("b"), person("c")]
    assert admitted(quota(2), people) == "a:yes b:tie c:tie d:no"


def test_a_tie_above_the_line_is_admitted() -> None:
    """It fits."""
    people = [person("d", 400), person("b"), person("c")]
    assert admitted(quota(2), people) == "b:yes c:yes d:no"


def test_equals_by_everything_take_the_places_of_all_of_them() -> None:
    """With equal totals two of higher base points leave the third place, not the second."""
    people = [person("c", base=300), person("a"), person("b")]
    assert admitted(quota(2), people) == "a:yes b:yes c:no"


def test_a_quota_of_none_admits_nobody() -> None:
    """Not even a tie."""
    assert admitted(quota(0), [person("a"), person("b")]) == "a:no b:no"


def test_a_threshold_admits_whoever_reaches_it() -> None:
    """The threshold itself is inside, and nobody competes."""
    people = [person("a", 565), person("b", 565), person("c", Fraction(1129, 2))]
    assert admitted(threshold(565), people) == "a:yes b:yes c:no"


def test_below_the_floor_no_seat_is_given() -> None:
    """Seats may stay empty."""
    people = [person("a", 160), person("b", 150), person("c", 155)]
    assert admitted(seats(3, 155), people) == "a:yes c:yes b:no"


def test_above_the_floor_seats_may_run_out() -> None:
    """Then the floor alone admits nobody."""
    people = [person("a", 160), person("b", 156), person("c", 155)]
    assert admitted(seats(1, 155), people) == "a:yes b:no c:no"


def test_where_nothing_was_asked_nobody_is_admitted_or_not() -> None:
    """The order alone."""
    assert [place.admitted for place in rank([person("a")])] == [""]


def test_of_nobody_there_is_no_ranking() -> None:
    """An empty list."""
    assert list(rank([], quota(1))) == []


few = st.integers(0, 3)
people_of = st.lists(
    st.builds(
        Applicant,
        id=st.uuids().map(str),
        total=few | st.fractions(0, 3, max_denominator=2),
        base=few,
        registered=st.none() | st.sampled_from([EARLY, LATE]),
        other_parent_total=st.none() | few,
    ),
    max_size=9,
    unique_by=lambda entry: entry.id,
)
admissions = st.builds(Admission, st.none() | st.integers(0, 9), st.none() | few)


@given(people_of, admissions, st.randoms(use_true_random=False))
def test_the_order_of_the_input_leaves_no_trace(
    people: list[Applicant], admission: Admission, random: Random
) -> None:
    """Shuffled, the same list comes out."""
    shuffled = list(people)
    random.shuffle(shuffled)
    assert list(rank(shuffled, admission)) == list(rank(people, admission))


@given(people_of)
def test_everybody_has_a_place_once(people: list[Applicant]) -> None:
    """Nobody is lost, nobody doubled."""
    assert Counter(place.applicant for place in rank(people)) == Counter(people)


@given(people_of)
def test_a_rank_is_one_more_than_the_number_of_those_ahead(people: list[Applicant]) -> None:
    """So ranks are a total preorder: everybody is comparable, and no circle is possible."""
    places = list(rank(people))
    assert [place.rank for place in places] == [
        1 + sum(other.rank < place.rank for other in places) for place in places
    ]


@given(people_of, admissions)
def test_people_with_the_same_to_compare_are_admitted_alike(
    people: list[Applicant], admission: Admission
) -> None:
    """No tie is broken at the line: who differs in nothing is answered alike."""
    answers: dict[object, set[str]] = {}
    for place in rank(people, admission):
        person = place.applicant
        compared = (person.total, person.base, person.registered, person.other_parent_total)
        answers.setdefault(compared, set()).add(place.admitted)
    assert {len(given) for given in answers.values()} <= {1}


@given(people_of, st.integers(0, 9))
def test_a_quota_is_exceeded_by_stated_ties_only(people: list[Applicant], places: int) -> None:
    """Those admitted fit; with those who tie, no place that somebody wants stays empty."""
    found = Counter(place.admitted for place in rank(people, quota(places)))
    wanted = min(places, len(people))
    assert found["yes"] <= wanted <= found["yes"] + found["tie"]


@given(people_of, admissions)
def test_nobody_is_admitted_before_somebody_ahead(
    people: list[Applicant], admission: Admission
) -> None:
    """Down the list: yes, then tie, then no."""
    found = [place.admitted for place in rank(people, admission)]
    assert found == sorted(found, key=["yes", "tie", "no"].index)


def ahead_under(order: str, a: Applicant, b: Applicant, dates: dict[str, date]) -> bool:
    """Whether one is strictly ahead, comparing in this order; without reference it is no help."""
    keys = {
        "base": (-a.base, -b.base),
        "date": (dates[a.id], dates[b.id]),
        "other": (-(a.other_parent_total or 0), -(b.other_parent_total or 0)),
    }
    mine, theirs = zip(*[keys[entry] for entry in order.split()], strict=True)
    return bool((-a.total, *mine) < (-b.total, *theirs))


ORDERS = ("base date other", "base other date", "other base date")


@given(people_of, st.randoms(use_true_random=False))
def test_whoever_is_ahead_is_so_in_every_order_that_the_rules_allow(
    people: list[Applicant], random: Random
) -> None:
    """Whatever the unknown dates are, and wherever the other parent's total is compared."""
    both = [entry for entry in people if entry.other_parent_total is not None]
    dates = {
        entry.id: entry.registered or random.choice([date.min, EARLY, LATE, date.max])
        for entry in both
    }
    rank_of = {place.applicant.id: place.rank for place in rank(both)}
    contradictions = [
        (a, b, order)
        for a, b in permutations(both, 2)
        for order in ORDERS
        if rank_of[a.id] < rank_of[b.id] and not ahead_under(order, a, b, dates)
    ]
    assert contradictions == []


@given(people_of)
def test_nobody_ties_without_need(people: list[Applicant]) -> None:
    """A block falls apart into no two parts of which one is ahead in every order."""
    known = [entry for entry in people if entry.registered and entry.other_parent_total is not None]
    dates = {entry.id: entry.registered or date.max for entry in known}

    def settled(a: Applicant, b: Applicant) -> bool:
        return all(ahead_under(order, a, b, dates) for order in ORDERS)

    by_rank = groupby(rank(known), key=attrgetter("rank"))
    blocks = [[place.applicant for place in places] for _, places in by_rank]
    needless = [
        (part, rest)
        for block in blocks
        for size in range(1, len(block))
        for part in combinations(block, size)
        if (rest := [entry for entry in block if entry not in part])
        and all(settled(a, b) for a in part for b in rest)
    ]
    assert needless == []


@pytest.mark.parametrize(
    ("people", "tie"),
    [
        ([Applicant("a", 500, 400), Applicant("b", 500, 400)], "date"),
        ([Applicant("a", 500, 400, date(2012, 3, 1)), Applicant("b", 500, 400)], "date"),
        (
            [
                Applicant("a", 500, 400, date(2012, 3, 1)),
                Applicant("b", 500, 400, date(2012, 3, 1)),
            ],
            "equal",
        ),
        (
            [
                Applicant("a", 500, 400, date(2012, 3, 1)),
                Applicant("b", 500, 300, date(2012, 3, 1), 10),
            ],
            "other",
        ),
        (
            [
                Applicant("a", 500, 400, date(2012, 3, 1), 9),
                Applicant("b", 500, 300, date(2012, 3, 1), 10),
            ],
            "order",
        ),
    ],
)
def test_tie_says_what_it_rests_on(people: list[Applicant], tie: str) -> None:
    """A date that is missing, a reference that is missing, two orders that disagree, or nothing."""
    assert [place.tie for place in rank(people)] == [tie, tie]


def test_those_who_tie_stand_by_their_names() -> None:
    """The order of the input leaves no trace within a rank."""
    people = [Applicant(name, 500, 400, date(2012, 3, 1)) for name in "cab"]
    assert [place.applicant.id for place in rank(people)] == ["a", "b", "c"]


@pytest.mark.parametrize(("unknown", "known"), [(10, 9), (9, 10)])
def test_unknown_date_leaves_the_order_open_whoever_has_the_better_reference(
    unknown: int, known: int
) -> None:
    """It may be the earlier one or the later one, and may come before the reference."""
    people = [
        Applicant("a", 500, 400, None, unknown),
        Applicant("b", 500, 400, date(2012, 3, 1), known),
    ]
    assert [place.tie for place in rank(people)] == ["date", "date"]


def test_those_between_the_first_and_the_last_share_their_rank() -> None:
    """One is ahead of seven who tie, and a ninth behind them all."""
    people = [person("a", base=401), *map(person, "bcdefgh"), person("i", base=399)]
    assert ranks(*people) == "a1 b2 c2 d2 e2 f2 g2 h2 i9"


@pytest.mark.parametrize(
    ("other", "places", "answers"),
    [
        (person("c", base=410, other=5), 1, "a:tie b:tie c:tie"),
        (person("c", base=390, other=20), 2, "a:tie b:tie c:tie"),
    ],
)
def test_an_unknown_date_and_the_reference_are_open_together(
    other: Applicant, places: int, answers: str
) -> None:
    """Of two with the same reference, the unknown date may be the earlier or the later one."""
    people = [person("a", registered=None, other=10), person("b", other=10), other]
    assert admitted(quota(places), people) == answers


def test_of_equal_totals_nobody_takes_two_places() -> None:
    """Three fit into three places."""
    people = [Applicant("a", 500, 400), Applicant("b", 500, 300), Applicant("c", 500, 200)]
    assert [place.admitted for place in rank(people, quota(3))] == ["yes", "yes", "yes"]
