"""Groups: one line with its members inside, so that the total is the sum of the lines."""

from typing import Any

import pytest

from calculator.answers.facts import Answer
from calculator.scoring.estimate import Estimate, estimate
from calculator.values.interval import Interval, exactly, total
from tests.support import ON, standard_of

EDUCATION = {
    "id": "education",
    "label": "学历",
    "rule": "tiers",
    "ladders": [{"fact": "education", "bachelor": 60, "doctor": 400}],
}
SKILL = {
    "id": "skill",
    "label": "技能",
    "rule": "tiers",
    "ladders": [{"fact": "skill_level", "level_2": 100}],
    "confidence": "inferred",
}
LEARNING = {"id": "learning", "rule": "best_of", "of": ["education", "skill"]}
DISTRICT = {
    "id": "district",
    "label": "区级",
    "rule": "per_unit",
    "fact": "awards_district",
    "per": 1,
    "points": 10,
    "cap": 30,
}
MUNICIPAL = DISTRICT | {
    "id": "municipal",
    "label": "市级",
    "fact": "awards_municipal",
    "points": 20,
}
AWARDS = {"id": "awards", "rule": "sum_capped", "of": ["district", "municipal"], "cap": 40}
VETERAN = {"id": "veteran", "rule": "flat", "fact": "veteran", "points": 5}
STANDARD = standard_of(
    EDUCATION,
    SKILL,
    LEARNING,
    DISTRICT,
    MUNICIPAL,
    AWARDS,
    VETERAN,
    asked="education skill_level awards_district awards_municipal veteran",
)
ALL: dict[str, Answer] = {
    "education": "bachelor",
    "skill_level": "level_2",
    "awards_district": 4,
    "awards_municipal": 1,
    "veteran": True,
}


def of(**changes: Answer) -> Estimate:
    """The estimate of somebody with every answer, some of them changed."""
    return estimate(STANDARD, ALL | changes, None, ON)


def lines(result: Estimate) -> dict[str, Interval]:
    """The points of every line."""
    return {line.item.id: line.points for line in result.lines}


def inside(result: Estimate, group: str) -> dict[str, Interval]:
    """The points of every member of a line."""
    found = next(line for line in result.lines if line.item.id == group)
    return {line.item.id: line.points for line in found.members}


def test_a_group_is_one_line() -> None:
    """Members are no lines of their own."""
    assert lines(of()) == {"learning": exactly(100), "awards": exactly(40), "veteran": exactly(5)}


def test_members_stand_inside_with_their_own_points() -> None:
    """Each member says what it would give, its own cap applied."""
    assert inside(of(), "learning") == {"education": exactly(60), "skill": exactly(100)}
    assert inside(of(), "awards") == {"district": exactly(30), "municipal": exactly(20)}


def test_a_row_that_is_no_group_has_no_members() -> None:
    """Its line stands for itself."""
    assert inside(of(), "veteran") == {}


@pytest.mark.parametrize(
    ("changes", "points"),
    [
        ({}, 145),
        ({"education": "doctor"}, 445),
        ({"awards_municipal": 0}, 135),
        ({"awards_district": 0, "awards_municipal": 0}, 105),
    ],
)
def test_the_total_is_the_sum_of_the_lines(changes: dict[str, Answer], points: int) -> None:
    """Members count inside their group and nowhere else."""
    result = of(**changes)
    assert result.total == exactly(points)
    assert total(line.points for line in result.lines) == exactly(points)


@pytest.mark.parametrize(("district", "municipal", "capped"), [(0, 1, False), (3, 1, True)])
def test_the_cap_of_a_group_bites_its_sum(district: int, municipal: int, *, capped: bool) -> None:
    """The line says that the cap held points back; fifty are forty."""
    found = of(awards_district=district, awards_municipal=municipal).lines[1]
    assert found.capped is capped


def test_a_group_is_as_sure_as_the_members_that_give_points() -> None:
    """A member that gives nothing takes nothing from the others' evidence."""
    assert [of(skill_level=level).lines[0].confidence for level in ("none", "level_2")] == [
        "single",
        "inferred",
    ]


def test_an_unknown_member_leaves_the_group_open() -> None:
    """The group reaches what the member may still give, and asks for it."""
    known = {fact: answer for fact, answer in ALL.items() if fact != "education"}
    result = estimate(STANDARD, known, None, ON)
    assert lines(result)["learning"] == Interval(100, 400)
    assert result.unknown == ("education",)


def test_the_json_has_members_inside_their_line() -> None:
    """A member has the keys of a line; a row without members has no such key."""
    shown: list[dict[str, Any]] = of().as_json()["lines"]
    assert [list(line) for line in shown] == [
        ["item", "part", "points", "confidence", "members"],
        ["item", "part", "points", "confidence", "members"],
        ["item", "part", "points", "confidence"],
    ]
    assert shown[0]["members"] == [
        {
            "item": "education",
            "part": "base",
            "points": {"low": 60, "high": 60},
            "confidence": "single",
        },
        {
            "item": "skill",
            "part": "base",
            "points": {"low": 100, "high": 100},
            "confidence": "inferred",
        },
    ]


def test_members_are_no_rows_of_the_standard() -> None:
    """Whoever adds rows up adds groups only."""
    assert [row.id for row in STANDARD.rows(None, ON)] == ["learning", "awards", "veteran"]


@pytest.mark.parametrize(
    ("awards", "confidence"),
    [
        ({"awards_district": 1}, "confirmed"),
        ({"awards_district": 1, "awards_municipal": 1}, "single"),
    ],
)
def test_of_one_counting_member_the_groups_own_rule_decides_nothing(
    awards: dict[str, Answer], confidence: str
) -> None:
    """How several are added up is no matter while only one gives points."""
    both = {"sources": ["a", "b"], "confidence": "confirmed"}
    standard = standard_of(
        DISTRICT | both, MUNICIPAL | both, AWARDS, asked="awards_district awards_municipal"
    )
    none: dict[str, Answer] = {"awards_district": 0, "awards_municipal": 0}
    assert estimate(standard, none | awards, None, ON).lines[0].confidence == confidence
