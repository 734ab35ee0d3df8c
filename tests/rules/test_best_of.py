"""best_of: of several rows only the one that gives most counts."""

import pytest
from hypothesis import given

from calculator.answers.facts import Answer
from calculator.rules.best_of import BestOf
from calculator.rules.example import row, situation
from calculator.rules.shape import TableLine
from calculator.values.interval import INFINITY, Interval, exactly
from tests.support import FACTS, ON, admissible, problems_of, shape_of, small_item

DEGREE = small_item(
    id="education",
    label="学历",
    rule="tiers",
    fact=None,
    points=None,
    ladders=[{"fact": "education", "bachelor": 60, "master": 200}],
)
YEARS = small_item(
    id="residence", label="居住", rule="per_unit", fact="residence_months", per=12, points=30
)
VETERAN = small_item(points=100)
BEST = BestOf((DEGREE, VETERAN))
OPEN = BestOf((VETERAN, YEARS))
ROWS = {item.id: item for item in (DEGREE, YEARS, VETERAN)}


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"education": "other", "veteran": False}, exactly(0)),
        ({"education": "bachelor", "veteran": False}, exactly(60)),
        ({"education": "bachelor", "veteran": True}, exactly(100)),
        ({"education": "master", "veteran": True}, exactly(200)),
        ({"education": "bachelor"}, Interval(60, 100)),
        ({"education": "master"}, exactly(200)),
        ({"veteran": True}, Interval(100, 200)),
        ({"veteran": False}, Interval(0, 200)),
        ({}, Interval(0, 200)),
    ],
)
def test_the_highest_member_counts(answers: dict[str, Answer], points: Interval) -> None:
    """Members are never added; one that is unknown may still give more."""
    assert BEST.points(situation(ON, **answers)) == points


def test_a_member_without_an_end_leaves_none() -> None:
    """An unknown count may give more than any other member."""
    assert OPEN.points(situation(veteran=True)) == Interval(100, INFINITY)


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"education": "other", "veteran": False}, "都没有可计分的，不计分"),
        ({"education": "bachelor", "veteran": False}, "就高，只计「学历」60 分"),
        ({"education": "bachelor", "veteran": True}, "就高，只计「退役军人」100 分"),
        ({"education": "master"}, "就高，只计「学历」200 分"),
    ],
)
def test_the_reason_is_the_member_that_counts(answers: dict[str, Answer], why: str) -> None:
    """Its label and its points."""
    assert BEST.why(situation(ON, **answers)) == why


def test_the_table_names_the_members() -> None:
    """One line; each member has its own row."""
    assert BEST.table_lines() == [TableLine("学历、退役军人", "只计最高一项")]


def test_it_reads_what_its_members_read() -> None:
    """In the order of the members, each pushing as it does there."""
    assert BEST.monotonicity == {"education": "any", "veteran": "up"}


def test_its_awards_are_those_of_its_members() -> None:
    """Each figure of each member may be the points."""
    assert BEST.single_points == (60, 200, 100)


def test_it_is_read_from_its_keys() -> None:
    """The ids of rows above."""
    assert shape_of(BestOf, {"of": ["education", "veteran"]}, ROWS) == BEST


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, "一个文字列表，至少一项"),
        ({"of": []}, "一个文字列表，至少一项"),
        ({"of": "education"}, "一个文字列表，至少一项"),
        ({"of": ["education"]}, "至少两项，不重复"),
        ({"of": ["education", "education"]}, "至少两项，不重复"),
        ({"of": ["education", "later"]}, "排在它前面的一项：education、residence、veteran"),
    ],
)
def test_a_fault_stands_at_its_key(keys: dict[str, object], expected: str) -> None:
    """Members are at least two different rows that stand above."""
    problems = problems_of(lambda: shape_of(BestOf, keys, ROWS))
    assert [(p.where, p.expected) for p in problems] == [("items.x.of", expected)]


@given(admissible(FACTS["education"]), admissible(FACTS["veteran"]))
def test_the_reach_contains_every_answer(degree: Answer, veteran: Answer) -> None:
    """Whatever the unknown answers turn out to be, the points lie in the reach."""
    points = BEST.points(situation(education=degree, veteran=veteran)).low
    open_cases = [situation(), situation(education=degree), situation(veteran=veteran)]
    assert [reach for reach in map(BEST.points, open_cases) if points not in reach] == []


@pytest.mark.parametrize(("a", "b", "most"), [(60, 100, 100), (100, 60, 100), (-50, -20, -20)])
def test_the_order_of_members_does_not_matter(a: int, b: int, most: int) -> None:
    """The highest counts wherever it stands; of deductions the least."""
    assert BestOf((row("a", a), row("b", b))).points(situation()) == exactly(most)


def test_rows_of_examples_are_rows() -> None:
    """They read nothing, and award what they give."""
    assert (row("a", 60).monotonicity, row("a", 60).single_points) == ({}, (60,))


def test_of_two_rows_the_certain_one_is_named() -> None:
    """An open one could give no more."""
    veteran = small_item(label="退役军人", points=60)
    assert BestOf((veteran, row("学历", 60))).why(situation()) == "就高，只计「学历」60 分"


def test_it_takes_the_best() -> None:
    """Which is why it is refused among deductions."""
    assert BEST.takes_best is True
