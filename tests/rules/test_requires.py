"""requires: what must be so before a row counts at all."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.answers.situation import Situation
from calculator.reading.table import Table
from calculator.rules.example import situation
from calculator.rules.requires.rule import (
    AtLeast,
    IsOneOf,
    IsTrue,
    Requirement,
    RowCounts,
    read_requires,
)
from calculator.rules.shape import Definitions, Fault, Monotonicity
from calculator.values.interval import INFINITY, Interval
from calculator.values.number import Number
from tests.support import FACTS, ON, small_item

RESIDENCE = small_item(
    id="residence",
    label="居住",
    rule="per_unit",
    fact="residence_months",
    per=12,
    points=30,
)
FLAG = IsTrue(FACTS["veteran"])
COUNT = AtLeast(FACTS["social_insurance_months"], 12)
MEASURES = AtLeast(FACTS["home_areas"], 75)
MEASURE = AtLeast(FACTS["area_per_person"], 18)
CHOICE = IsOneOf(FACTS["education"], ("master", "doctor"))
ROW = RowCounts(RESIDENCE)


class FixedRow:
    """A row whose points are given."""

    id = "fixed"
    label = "某行"
    single_points: tuple[Number, ...] = ()
    declaration = None
    monotonicity: dict[str, Monotonicity] = {}  # noqa: RUF012 - nothing changes it

    def __init__(self, points: Interval) -> None:
        self.fixed = points

    def points(self, _: Situation) -> Interval:
        """The points it was made with."""
        return self.fixed

    def telling_answers(self, *_: object) -> list[Answer]:
        """None: it reads nothing."""
        return []


def read(value: object) -> tuple[tuple[Requirement, ...], list[tuple[str, str]]]:
    """The requirements of a value of ``requires``, and where it is at fault."""
    table = Table({"requires": value}, "items.x", [])
    found = read_requires(table, Definitions(FACTS, {"residence": RESIDENCE}))
    return found, [(problem.where, problem.expected) for problem in table.problems]


@pytest.mark.parametrize(
    ("requirement", "answers", "met"),
    [
        (FLAG, {"veteran": True}, True),
        (FLAG, {"veteran": False}, False),
        (FLAG, {}, None),
        (COUNT, {"social_insurance_months": 11}, False),
        (COUNT, {"social_insurance_months": 12}, True),
        (COUNT, {"social_insurance_months": 13}, True),
        (COUNT, {"social_insurance_months": 0}, False),
        (COUNT, {}, None),
        (MEASURES, {"home_areas": ()}, False),
        (MEASURES, {"home_areas": (40, Fraction(3499, 100))}, False),
        (MEASURES, {"home_areas": (40, 35)}, True),
        (MEASURES, {}, None),
        (MEASURE, {"area_per_person": Fraction(1799, 100)}, False),
        (MEASURE, {"area_per_person": 18}, True),
        (MEASURE, {}, None),
        (CHOICE, {"education": "bachelor"}, False),
        (CHOICE, {"education": "master"}, True),
        (CHOICE, {}, None),
        (ROW, {"residence_months": 11}, False),
        (ROW, {"residence_months": 12}, True),
        (ROW, {}, None),
    ],
)
def test_it_is_met_unmet_or_unknown(
    requirement: Requirement,
    answers: dict[str, Answer],
    met: bool | None,  # noqa: FBT001 - a column of the table above
) -> None:
    """An answer decides; without one it is unknown."""
    assert requirement.met(situation(ON, **answers)) is met


@pytest.mark.parametrize(
    ("points", "met"),
    [
        (Interval(0, 0), False),
        (Interval(30, 30), True),
        (Interval(-20, -20), True),
        (Interval(0, 30), None),
        (Interval(-20, 0), None),
        (Interval(10, 30), True),
        (Interval(10, INFINITY), True),
    ],
)
def test_a_row_counts_for_something_off_zero(
    points: Interval,
    met: bool | None,  # noqa: FBT001 - a column of the table above
) -> None:
    """A row that gives or takes counts, though it is open how much."""
    assert RowCounts(FixedRow(points)).met(situation()) is met


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        (FLAG, "军队退役人员"),
        (COUNT, "社会保险月数不少于 12 个月"),
        (MEASURES, "住房建筑面积不少于 75 平方米"),
        (CHOICE, "学历为硕士研究生或博士研究生"),
        (ROW, "「居住」已计分"),
    ],
)
def test_it_is_said_in_words(requirement: Requirement, words: str) -> None:
    """What must be so, in the public's words."""
    assert requirement.words == words


@pytest.mark.parametrize(
    ("requirement", "monotonicity"),
    [
        (FLAG, {"veteran": "up"}),
        (COUNT, {"social_insurance_months": "up"}),
        (MEASURES, {"home_areas": "up"}),
        (CHOICE, {"education": "any"}),
        (ROW, {"residence_months": "up"}),
    ],
)
def test_more_opens_the_row(
    requirement: Requirement, monotonicity: dict[str, Monotonicity]
) -> None:
    """A flag or an amount opens the row as it grows; choices have no order."""
    assert requirement.monotonicity == monotonicity


@pytest.mark.parametrize(
    ("value", "requirements"),
    [
        ("veteran", (FLAG,)),
        ({"fact": "social_insurance_months", "at_least": 12}, (COUNT,)),
        ({"fact": "home_areas", "at_least": 75}, (MEASURES,)),
        ({"fact": "education", "one_of": ["master", "doctor"]}, (CHOICE,)),
        ({"row": "residence"}, (ROW,)),
        (["veteran", {"row": "residence"}], (FLAG, ROW)),
        ([], ()),
    ],
)
def test_it_is_read_in_each_of_its_forms(
    value: object, requirements: tuple[Requirement, ...]
) -> None:
    """A flag by its name, the others as tables, several as a list."""
    assert read(value) == (requirements, [])


def test_a_row_may_require_nothing() -> None:
    """Most rows have no prerequisite."""
    assert read_requires(Table({}, "items.x", []), Definitions(FACTS, {})) == ()


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (
            "education",
            (
                "items.x.requires",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：flag）",
            ),
        ),
        (
            {"fact": "veteran", "at_least": 1},
            (
                "items.x.requires.fact",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：count、measure、measures）",
            ),
        ),
        (
            {"fact": "social_insurance_months"},
            ("items.x.requires.at_least", "一个数字"),
        ),
        (
            {"fact": "professional_title", "one_of": ["expert"]},
            ("items.x.requires.one_of", "其中之一：none、junior、intermediate、senior"),
        ),
        (
            {"fact": "education", "one_of": []},
            ("items.x.requires.one_of", "一个文字列表，至少一项"),
        ),
        ({"row": "later"}, ("items.x.requires.row", "其中之一：residence")),
        (
            {"fact": "social_insurance_months", "at_least": 12, "most": 24},
            ("items.x.requires.most", "其中之一：row、one_of、fact、at_least"),
        ),
    ],
)
def test_a_fault_stands_at_its_key(value: object, fault: tuple[str, str]) -> None:
    """Each form that does not fit says what is expected."""
    assert read(value)[1] == [fault]


def test_a_row_without_a_public_figure_opens_nothing() -> None:
    """Whether an unpublished row counts is not for the calculator to say."""
    rows = {"later": FixedRow(Interval(0, 0))}
    table = Table({"requires": {"row": "later"}}, "items.x", [])
    read_requires(table, Definitions(FACTS, rows))
    assert [(p.where, p.expected) for p in table.problems] == [
        ("items.x.requires.row", "有公开分值的一项")
    ]


def test_what_is_neither_a_name_nor_a_table_is_refused() -> None:
    """A number requires nothing."""
    assert ("items.x.requires", "一个表（键 = 值）") in read(5)[1]


@given(st.integers(0, 1199))
def test_one_more_month_never_closes_the_row(months: int) -> None:
    """An amount that is enough stays enough as it grows."""
    less, more = (
        COUNT.met(situation(social_insurance_months=count)) for count in (months, months + 1)
    )
    assert (less, more) != (True, False)


def test_a_row_without_a_direction_has_none_as_a_prerequisite() -> None:
    """Too young and too old both close it."""
    bands = [{"from": 18, "to": 40, "points": 10}]
    age = small_item(id="age", rule="age", fact="birth_date", points=None, bands=bands)
    assert RowCounts(age).monotonicity == {"birth_date": "any"}
    assert ROW.monotonicity == {"residence_months": "up"}


def test_a_row_takes_no_further_key() -> None:
    """Only its name."""
    problems = read({"row": "residence", "at_least": 1})[1]
    assert [where for where, _ in problems] == ["items.x.requires.at_least"]


def test_of_several_unknown_choices_the_first_by_name_is_told() -> None:
    """The same message each time."""
    wrong = [f"level_{letter}" for letter in "zyxwvutsrqponmlkjihgfedcba"]
    table = Table({"requires": {"fact": "education", "one_of": wrong}}, "items.x", [])
    read_requires(table, Definitions(FACTS, {}))
    assert [problem.found for problem in table.problems] == ['读到 "level_a"']


@pytest.mark.parametrize(
    ("requirement", "faults"),
    [
        (FLAG, ()),
        (AtLeast(FACTS["home_areas"], 100_000), ()),
        (
            AtLeast(FACTS["home_areas"], 100_001),
            [Fault("requires", "住房建筑面积要达到 100001", "不大于 100000 的数")],
        ),
    ],
)
def test_an_amount_beyond_every_answer_is_a_fault(
    requirement: Requirement, faults: Sequence[Fault]
) -> None:
    """Nobody could meet it."""
    assert requirement.faults() == faults
