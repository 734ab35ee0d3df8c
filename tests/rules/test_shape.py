"""What every shape of rule answers, and the words they share."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import facts_of_unpublished
from calculator.reading.table import Table
from calculator.rules.example import situation
from calculator.rules.flat import Flat
from calculator.rules.register import SHAPES
from calculator.rules.shape import Definitions, merge_monotonicity, monotonicity_of, read_fact
from calculator.standard.item import Item
from calculator.values.chinese import (
    format_amount,
    format_per,
    format_points,
    format_span,
    format_steps,
)
from calculator.values.number import Bound, Number
from tests.support import FACTS, small_item

DESIGNED = "age best_of brackets flat per_unit steps_above sum_capped tiers unpublished"
CLAIMED, DECLARED = facts_of_unpublished("gift", "社会贡献")


def test_the_set_of_shapes_is_closed() -> None:
    """A new shape is a decision, not an accident."""
    assert sorted(SHAPES) == DESIGNED.split()


def test_a_missing_answer_is_unknown() -> None:
    """Each kind of answer is None where nobody gave it."""
    nobody = situation()
    assert (
        nobody.flag(FACTS["veteran"]),
        nobody.choice(FACTS["education"]),
        nobody.amount(FACTS["residence_months"]),
        nobody.measures(FACTS["home_areas"]),
        nobody.declared_points(DECLARED),
        nobody.age(FACTS["birth_date"]),
    ) == (None,) * 6


def test_no_homes_are_an_answer() -> None:
    """An empty list is known: there are none."""
    assert situation(home_areas=()).measures(FACTS["home_areas"]) == ()


def test_no_is_an_answer() -> None:
    """A flag that is false is known."""
    assert situation(veteran=False).flag(FACTS["veteran"]) is False


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1998, 5, 15), date(2016, 5, 14), 17),
        (date(1998, 5, 15), date(2016, 5, 15), 18),
        (date(1975, 5, 16), date(2016, 5, 15), 40),
        (date(1975, 5, 15), date(2016, 5, 15), 41),
        (date(2000, 2, 29), date(2018, 2, 28), 17),
        (date(2000, 2, 29), date(2018, 3, 1), 18),
        (date(2000, 2, 29), date(2020, 2, 28), 19),
        (date(2000, 2, 29), date(2020, 2, 29), 20),
        (date(2000, 3, 1), date(2018, 2, 28), 17),
        (date(2016, 5, 15), date(2016, 5, 15), 0),
        (date(2015, 12, 31), date(2016, 1, 1), 0),
    ],
)
def test_age_is_in_full_years(born: date, on: date, age: int) -> None:
    """A year is full on the birthday; that of 29 February is 1 March in common years."""
    assert situation(on, birth_date=born).age(FACTS["birth_date"]) == age


@given(st.dates(date(1900, 1, 1), date(2000, 1, 1)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_nobody_grows_younger(born: date, on: date) -> None:
    """The next year's day finds the same person exactly a year older, but for 29 February."""
    later = date(on.year + 1, on.month, min(on.day, 28))
    earlier = date(on.year, on.month, min(on.day, 28))
    ages = [
        situation(day, birth_date=born).age(FACTS["birth_date"]) or 0 for day in (earlier, later)
    ]
    assert ages[1] - ages[0] == 1


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (0, "0 分"),
        (480, "480 分"),
        (Fraction(5, 2), "2.5 分"),
        (-20, "−20 分"),
    ],
)
def test_points_in_words(points: Bound, words: str) -> None:
    """Points have their unit, and a deduction a real minus sign."""
    assert format_points(points) == words


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [(96, "个月", "96 个月"), (Fraction(179, 2), "平方米", "89.5 平方米")],
)
def test_an_amount_has_its_unit(count: Number, unit: str, words: str) -> None:
    """The unit stands behind the number."""
    assert format_amount(count, unit) == words


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (12, "个月", "1 年"),
        (6, "个月", "6 个月"),
        (24, "个月", "24 个月"),
        (12, "平方米", "12 平方米"),
    ],
)
def test_twelve_months_are_a_year(count: int, unit: str, words: str) -> None:
    """Only twelve months are called a year."""
    assert format_span(count, unit) == words


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (12, "个月", "每满 1 年"),
        (1, "个月", "每满 1 个月"),
        (1, "件", "每件"),
        (2, "件", "每满 2 件"),
    ],
)
def test_for_every_so_many_in_words(count: int, unit: str, words: str) -> None:
    """A thing that is counted singly has no number."""
    assert format_per(count, unit) == words


@pytest.mark.parametrize(
    ("count", "step", "unit", "words"),
    [(9, 12, "个月", "9 年"), (2, 25, "平方米", "2 个 25 平方米"), (3, 6, "个月", "3 个 6 个月")],
)
def test_so_many_steps_in_words(count: int, step: int, unit: str, words: str) -> None:
    """Steps of twelve months are years."""
    assert format_steps(count, step, unit) == words


@pytest.mark.parametrize(("points", "way"), [(30, "up"), (0, "up"), (-30, "down")])
def test_points_have_a_direction(points: int, way: str) -> None:
    """What is given pushes up, what is taken away pushes down."""
    assert monotonicity_of(points) == way


GIVES, TAKES = small_item(), small_item(part="deduction", points=-30)
OTHER = small_item(id="record", fact="health_record")


@pytest.mark.parametrize(
    ("rows", "ways"),
    [
        ([], {}),
        ([GIVES, OTHER], {"veteran": "up", "health_record": "up"}),
        ([TAKES, TAKES], {"veteran": "down"}),
        ([GIVES, TAKES], {"veteran": "any"}),
        ([TAKES, GIVES, GIVES], {"veteran": "any"}),
    ],
)
def test_rows_together_read_what_each_of_them_reads(rows: list[Item], ways: dict[str, str]) -> None:
    """A fact that one row counts for and another against has no one way."""
    assert merge_monotonicity(row.monotonicity for row in rows) == ways


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("nothing", "facts.toml 或本文件 [facts] 中一项情况的名称（种类：flag、count）"),
        ("education", "facts.toml 或本文件 [facts] 中一项情况的名称（种类：flag、count）"),
        ("", "一段不空的文字"),
        (5, "一段不空的文字"),
        (None, "一段不空的文字"),
    ],
)
def test_a_fact_of_another_kind_is_refused(value: object, expected: str) -> None:
    """The name must be a text, and that of a fact of one of the kinds; one fault says which."""
    table = Table({"fact": value}, "items.x", [])
    read_fact(table, Definitions(FACTS, {}), ("flag", "count"))
    assert [(p.where, p.expected) for p in table.problems] == [("items.x.fact", expected)]


def test_a_fact_of_the_kind_is_found() -> None:
    """The name of a fact is looked up."""
    table = Table({"fact": "veteran"}, "items.x", [])
    assert read_fact(table, Definitions(FACTS, {}), ("flag",)) == FACTS["veteran"]


PLAIN = Flat(FACTS["veteran"], 30)


def test_most_shapes_know_nothing_particular() -> None:
    """What only some shapes know has its usual answer, which a new shape need not repeat."""
    assert (PLAIN.members, PLAIN.faults(date(2016, 5, 15))) == ((), ())
    assert PLAIN.declaration is None


def test_most_shapes_are_counted_for_everybody() -> None:
    """Nobody is told points of a row that has a public figure."""
    assert (PLAIN.is_counted(situation()), PLAIN.is_declared(situation())) == (True, False)


def test_most_shapes_take_all_that_there_is() -> None:
    """Neither the best of several nor the largest of several measures."""
    assert (PLAIN.takes_best, PLAIN.takes_largest_measure) == (False, False)


def test_of_most_shapes_every_figure_decides() -> None:
    """The evidence of each of them bears on the points."""
    assert PLAIN.depends_on_figure("points", situation()) is True
