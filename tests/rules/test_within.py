"""within: a row with a figure, in a group without one: nothing counts twice, nothing is lost."""

from typing import Final, TypeAlias

import pytest

from calculator.answers.facts import Answer, Answers
from calculator.cli.check.editions import faults
from calculator.rules.example import situation
from calculator.rules.shape import TableLine
from calculator.rules.within import boundaries, worksheet
from calculator.scoring.estimate import estimate
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.values.interval import INFINITY, ZERO, Interval, exactly
from tests.support import ON, problems_of, standard_of

Row: TypeAlias = dict[str, object]

GROUP: Final[Row] = {
    "id": "kindness",
    "label": "社会贡献",
    "rule": "unpublished",
    "confidence": "unpublished",
}
POST: Final[Row] = {"id": "post", "rule": "flat", "fact": "veteran", "points": 30}
POST_WITHIN: Final[Row] = POST | {"within": "kindness"}
GIFT: Final[Row] = {
    "id": "gift",
    "label": "捐赠",
    "rule": "per_unit",
    "fact": "invention_patents",
    "per": 10,
    "points": 5,
    "within": "kindness",
}
ASKED: Final = "kindness_claimed kindness_points_declared invention_patents veteran"
WRONG: Final[Row] = GROUP | {"id": "wrong", "part": "deduction", "label": "违法"}
FINE: Final[Row] = {
    "id": "fine",
    "part": "deduction",
    "rule": "per_unit",
    "fact": "detentions_5y",
    "per": 1,
    "points": -50,
    "within": "wrong",
}


def kindness() -> Standard:
    """A group without a figure, a row of it without an end, and one of 30 points."""
    return standard_of(GROUP, GIFT, POST_WITHIN, asked=ASKED)


def penalties() -> Standard:
    """A deduction without a figure, and a row of it that takes away 50 points each time."""
    asked = "wrong_claimed wrong_points_declared detentions_5y"
    return standard_of(WRONG, FINE, asked=asked)


def gift() -> Item:
    """The row without an end."""
    return next(item for item in kindness().items if item.id == "gift")


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({}, Interval(0, INFINITY)),
        ({"kindness_claimed": True}, Interval(0, INFINITY)),
        ({"kindness_claimed": False}, ZERO),
        ({"kindness_claimed": False, "invention_patents": 20}, exactly(10)),
        ({"kindness_claimed": True, "invention_patents": 20}, exactly(10)),
        ({"invention_patents": 20}, exactly(10)),
        ({"invention_patents": 20, "kindness_points_declared": 40}, ZERO),
        ({"kindness_points_declared": 0}, ZERO),
    ],
)
def test_a_row_gives_its_own_points_unless_the_group_answers_for_it(
    answers: dict[str, Answer], points: Interval
) -> None:
    """Declared points stand for all; a no answers what was not answered itself."""
    assert gift().points(situation(ON, **answers)) == points


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ({"kindness_points_declared": 40, "invention_patents": 20, "veteran": True}, 40),
        ({"kindness_claimed": True, "invention_patents": 20, "veteran": True}, 40),
        ({"kindness_claimed": False, "veteran": True}, 30),
        ({"kindness_claimed": False}, 0),
    ],
)
def test_nothing_counts_twice(answers: dict[str, Answer], total: int) -> None:
    """The total is the declared points, or the sum of the rows."""
    assert estimate(kindness(), answers, None, ON).total == exactly(total)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({}, Interval(-INFINITY, 0)),
        ({"wrong_claimed": False}, ZERO),
        ({"wrong_claimed": False, "detentions_5y": 2}, exactly(-100)),
        ({"wrong_points_declared": 30, "detentions_5y": 2}, exactly(-30)),
    ],
)
def test_a_deduction_is_answered_by_its_group(answers: dict[str, Answer], points: Interval) -> None:
    """As what gives points is, the other way round."""
    assert estimate(penalties(), answers, None, ON).total == points


def test_a_yes_to_the_group_pushes_as_its_rows_do() -> None:
    """Up to points, down to a deduction: the hull is exact, and the group is asked."""
    fine = next(item for item in penalties().items if item.id == "fine")
    assert gift().monotonicity == {"kindness_claimed": "up", "invention_patents": "up"}
    assert fine.monotonicity == {"wrong_claimed": "down", "detentions_5y": "down"}


def test_the_group_is_asked_while_a_no_would_narrow_its_rows() -> None:
    """Both rows at once, or the one that is left."""
    assert estimate(kindness(), {"invention_patents": 0}, None, ON).narrowing == {
        "kindness_claimed": 30,
        "veteran": 30,
    }
    answers: Answers = {"invention_patents": 0, "veteran": True}
    assert estimate(kindness(), answers, None, ON).unknown == ()


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({"kindness_claimed": False}, "「社会贡献」答了没有，不计分"),
        (
            {"kindness_points_declared": 5},
            "「社会贡献」填写的官方分值代表整类，这一项不另计",
        ),
        ({"invention_patents": 9}, "9 件，不满 10 件，不计分"),
        ({"kindness_claimed": True}, "还不清楚，先按可能的范围算"),
    ],
)
def test_the_reason_names_the_group(answers: dict[str, Answer], why: str) -> None:
    """Where its answers decide; else the row explains itself."""
    assert gift().why(situation(ON, **answers)) == why


def test_table_and_worksheet_tell_of_the_group() -> None:
    """A line of the table; two sentences that write 0, with the group's row on the sheet."""
    row = gift()
    assert row.within is not None
    assert row.table_lines()[-1] == TableLine("填了「社会贡献」官方分值的", "不另计")
    assert worksheet.instructions(row.within, {"kindness": 7}) == [
        "第 7 行填了官方告知的分值的，写 0。",
        "第 7 行答“否”、这一行没有填的，写 0。",
    ]


@pytest.mark.parametrize(
    ("answers", "sides"),
    [
        ({"kindness_points_declared": 5}, ["「社会贡献」填了官方分值"]),
        ({"kindness_claimed": False}, ["「社会贡献」答没有，本项没有答"]),
        (
            {"kindness_claimed": False, "invention_patents": 0},
            ["「社会贡献」答没有，本项答了"],
        ),
        ({"kindness_claimed": True}, []),
        ({}, []),
    ],
)
def test_each_answer_of_the_group_is_a_side(answers: dict[str, Answer], sides: list[str]) -> None:
    """On which a golden case must stand."""
    row = gift()
    assert row.within is not None
    found = boundaries.changes(row.within, row.scoring.monotonicity)
    assert [side.words for side in found if side.holds(situation(ON, **answers))] == sides


@pytest.mark.parametrize("named", ["kindnes", "post", ""])
def test_a_group_that_is_no_unpublished_row_above_is_refused(named: str) -> None:
    """At its key; what may have been meant is said."""
    rows = [GROUP, POST, GIFT | {"within": named}]
    problems = problems_of(lambda: standard_of(*rows, asked=ASKED))
    assert [problem.where for problem in problems] == ["items.gift.within"]


def test_a_group_stands_above_its_rows() -> None:
    """As with every row to which another refers."""
    problems = problems_of(lambda: standard_of(GIFT, POST_WITHIN, GROUP, asked=ASKED))
    assert [problem.where for problem in problems] == ["items.gift.within", "items.post.within"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (POST_WITHIN | {"part": "additional"}, "同属 additional 的项"),
        (POST_WITHIN | {"part": "deduction", "points": -5}, "同属 deduction 的项"),
        (GROUP | {"id": "post", "within": "kindness"}, "写在有公开分值的一项上"),
    ],
)
def test_check_refuses_a_row_that_its_group_cannot_answer_for(
    row: dict[str, object], expected: str
) -> None:
    """Of another part, or without a figure of its own."""
    facts = "post_claimed post_points_declared" if row["rule"] == "unpublished" else "veteran"
    asked = f"kindness_claimed kindness_points_declared {facts}"
    found = list(faults(standard_of(GROUP, row, asked=asked)))
    assert [(fault.where, fault.expected) for fault in found] == [("items.post.within", expected)]


def test_check_refuses_a_group_that_serves_less_than_its_row() -> None:
    """Its answers would decide where nobody is asked for them."""
    short: Row = GROUP | {"in_force": {"from": ON, "until": ON}}
    asked = "kindness_claimed kindness_points_declared veteran"
    found = list(faults(standard_of(short, POST_WITHIN, asked=asked)))
    assert [fault.where for fault in found] == ["items.post.within"]
