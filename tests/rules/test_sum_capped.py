"""sum_capped: several rows together, under a cap around their own caps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.example import row, situation
from calculator.rules.shape import TableLine
from calculator.rules.sum_capped import SumCapped
from calculator.values.interval import INFINITY, Interval, exactly
from tests.support import ON, problems_of, shape_of, small_item

DISTRICT = small_item(
    id="district",
    label="区级",
    rule="per_unit",
    fact="awards_district",
    per=1,
    points=10,
    cap=30,
)
MUNICIPAL = small_item(
    id="municipal",
    label="市级",
    rule="per_unit",
    fact="awards_municipal",
    per=1,
    points=20,
)
AWARDS = SumCapped((DISTRICT, MUNICIPAL))
ROWS = {item.id: item for item in (DISTRICT, MUNICIPAL)}


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"awards_district": 0, "awards_municipal": 0}, exactly(0)),
        ({"awards_district": 1, "awards_municipal": 0}, exactly(10)),
        ({"awards_district": 3, "awards_municipal": 1}, exactly(50)),
        ({"awards_district": 4, "awards_municipal": 1}, exactly(50)),
        ({"awards_district": 4}, Interval(30, INFINITY)),
        ({"awards_municipal": 2}, Interval(40, 70)),
        ({}, Interval(0, INFINITY)),
    ],
)
def test_members_are_added_within_their_own_caps(
    answers: dict[str, Answer], points: Interval
) -> None:
    """Each member as far as its own cap; the cap around them is the row's."""
    assert AWARDS.points(situation(ON, **answers)) == points


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"awards_district": 0, "awards_municipal": 0}, "都没有可计分的，不计分"),
        ({"awards_district": 1, "awards_municipal": 0}, "区级 10 分 = 10 分"),
        ({"awards_district": 4, "awards_municipal": 1}, "区级 30 分 + 市级 20 分 = 50 分"),
    ],
)
def test_the_reason_is_the_sum(answers: dict[str, Answer], why: str) -> None:
    """Only members that give points stand in it."""
    assert AWARDS.why(situation(ON, **answers)) == why


def test_the_table_names_the_members() -> None:
    """One line; the cap is a line of the row."""
    assert AWARDS.table_lines() == [TableLine("区级、市级", "合计")]


def test_it_reads_what_its_members_read() -> None:
    """In the order of the members."""
    assert AWARDS.monotonicity == {"awards_district": "up", "awards_municipal": "up"}


def test_its_awards_are_those_of_its_members() -> None:
    """The cap leaves room for each of them."""
    assert AWARDS.single_points == (10, 20)


def test_it_is_read_from_its_keys() -> None:
    """The ids of rows above; the cap is left for the row."""
    assert shape_of(SumCapped, {"of": ["district", "municipal"], "cap": 60}, ROWS) == AWARDS


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"cap": None}, ("items.x.cap", "合计的上限")),
        ({"of": ["district"]}, ("items.x.of", "至少两项，不重复")),
        ({"of": ["district", "later"]}, ("items.x.of", "排在它前面的一项：district、municipal")),
    ],
)
def test_a_fault_stands_at_its_key(keys: dict[str, object], fault: tuple[str, str]) -> None:
    """Without a cap the members would need no group."""
    fitting: dict[str, object] = {"of": ["district", "municipal"], "cap": 60}
    given_keys = {key: value for key, value in (fitting | keys).items() if value is not None}
    problems = problems_of(lambda: shape_of(SumCapped, given_keys, ROWS))
    assert [(p.where, p.expected) for p in problems] == [fault]


@given(st.lists(st.integers(-100, 100), min_size=2, max_size=5))
def test_it_is_the_sum_of_its_members(points: list[int]) -> None:
    """Whatever the members give, together they give as much."""
    members = tuple(row(str(place), figure) for place, figure in enumerate(points))
    assert SumCapped(members).points(situation()) == exactly(sum(points))


def test_what_is_certain_is_added_up() -> None:
    """A member that is open adds what it gives at least."""
    assert AWARDS.why(situation(awards_municipal=3)) == "市级 60 分 = 60 分"


def test_it_does_not_take_the_best() -> None:
    """Every member counts."""
    assert SumCapped((DISTRICT, MUNICIPAL)).takes_best is False
