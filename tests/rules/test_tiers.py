"""tiers: the highest step over one ladder or several."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.answers.facts import Answer
from calculator.rules.example import situation
from calculator.rules.shape import Fault, TableLine
from calculator.rules.tiers.rule import Ladder, Tiers
from calculator.values.interval import Interval, exactly
from tests.support import FACTS, ON, admissible, shape_faults, shape_of

DEGREES = Ladder(
    FACTS["education"], {"junior_college": 30, "bachelor": 60, "master": 200, "doctor": 400}
)
SKILLS = Ladder(FACTS["skill_level"], {"level_5": 10, "level_2": 100, "level_1": 300})
TITLES = Ladder(FACTS["professional_title"], {"junior": 30, "intermediate": 50, "senior": 300})
DEGREE = Tiers((DEGREES,))
SKILL_OR_TITLE = Tiers((SKILLS, TITLES))


@pytest.mark.parametrize(
    ("degree", "points"),
    [
        ("other", 0),
        ("senior_secondary", 0),
        ("junior_college", 30),
        ("bachelor", 60),
        ("master", 200),
        ("doctor", 400),
    ],
)
def test_a_step_gives_its_points(degree: str, points: int) -> None:
    """Each choice has its own points; one that the ladder does not name gives none."""
    assert DEGREE.points(situation(education=degree)) == exactly(points)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ({"skill_level": "level_2", "professional_title": "intermediate"}, exactly(100)),
        ({"skill_level": "level_5", "professional_title": "intermediate"}, exactly(50)),
        ({"skill_level": "level_1", "professional_title": "senior"}, exactly(300)),
        ({"skill_level": "none", "professional_title": "none"}, exactly(0)),
        ({"skill_level": "level_5"}, Interval(10, 300)),
        ({"skill_level": "none"}, Interval(0, 300)),
        ({"skill_level": "level_1"}, exactly(300)),
        ({"professional_title": "junior"}, Interval(30, 300)),
        ({}, Interval(0, 300)),
    ],
)
def test_the_highest_ladder_counts(answers: dict[str, Answer], points: Interval) -> None:
    """Ladders are never added; one that is unknown may still give more."""
    assert SKILL_OR_TITLE.points(situation(ON, **answers)) == points


def test_unknown_starts_at_the_least_choice() -> None:
    """Where every choice gives points, an unknown one gives at least the least."""
    title = Ladder(
        FACTS["professional_title"], {"none": 5, "junior": 30, "intermediate": 50, "senior": 300}
    )
    assert Tiers((title,)).points(situation()) == Interval(5, 300)


def test_what_every_choice_gives_is_known() -> None:
    """A ladder on which every choice gives the same leaves nothing open."""
    same = dict.fromkeys(FACTS["professional_title"].choices or (), 5)
    assert Tiers((Ladder(FACTS["professional_title"], same),)).points(situation()) == exactly(5)


def test_every_step_is_an_award() -> None:
    """A cap leaves room for each."""
    assert SKILL_OR_TITLE.single_points == (10, 100, 300, 30, 50, 300)


@pytest.mark.parametrize(
    ("rule", "answers", "why"),
    [
        (DEGREE, {"education": "bachelor"}, "大学本科，计 60 分"),
        (DEGREE, {"education": "other"}, "没有可计分的等级，不计分"),
        (
            SKILL_OR_TITLE,
            {"skill_level": "level_5", "professional_title": "intermediate"},
            "中级职称，计 50 分（就高，不累加）",
        ),
        (
            SKILL_OR_TITLE,
            {"skill_level": "level_1"},
            "一级（高级技师），计 300 分（就高，不累加）",
        ),
    ],
)
def test_the_reason_is_the_step_that_counts(
    rule: Tiers, answers: dict[str, Answer], why: str
) -> None:
    """The step by its label; with several ladders, that they are not added."""
    assert rule.why(situation(ON, **answers)) == why


def test_the_table_has_a_line_for_each_step() -> None:
    """Steps stand in the order of the ladders."""
    assert SKILL_OR_TITLE.table_lines() == [
        TableLine("五级（初级工）", "10 分"),
        TableLine("二级（技师）", "100 分"),
        TableLine("一级（高级技师）", "300 分"),
        TableLine("初级职称", "30 分"),
        TableLine("中级职称", "50 分"),
        TableLine("副高及以上职称", "300 分"),
    ]


def test_choices_have_no_direction() -> None:
    """The order of choices is not that of their points."""
    assert SKILL_OR_TITLE.monotonicity == {"skill_level": "any", "professional_title": "any"}


def test_it_is_read_from_its_ladders() -> None:
    """Each ladder names a fact and the points of its choices."""
    ladders = [
        {"fact": "skill_level", "level_5": 10, "level_2": 100, "level_1": 300},
        {"fact": "professional_title", "junior": 30, "intermediate": 50, "senior": 300},
    ]
    assert shape_of(Tiers, {"ladders": ladders}, {}) == SKILL_OR_TITLE


@pytest.mark.parametrize("ladders", [{}, {"ladders": []}])
def test_there_is_at_least_one_ladder(ladders: dict[str, object]) -> None:
    """Without a ladder there is nothing to score."""
    expected = '至少一个阶梯，例如 [{ fact = "education", bachelor = 60 }]'
    assert shape_faults(Tiers, **ladders) == [("items.x.ladders", expected)]


@pytest.mark.parametrize(
    ("ladder", "fault"),
    [
        (
            {"fact": "veteran", "level_5": 10},
            (
                "items.x.ladders.1.fact",
                "facts.toml 或本文件 [facts] 中一项情况的名称（种类：choice）",
            ),
        ),
        (
            {"fact": "professional_title"},
            ("items.x.ladders.1", "至少一级，可写 none、junior、intermediate、senior"),
        ),
        (
            {"fact": "professional_title", "junior": "30"},
            ("items.x.ladders.1.junior", "一个数字"),
        ),
    ],
)
def test_a_fault_of_a_ladder_stands_at_its_key(
    ladder: dict[str, object], fault: tuple[str, str]
) -> None:
    """A ladder's faults name the ladder by its place, from 1."""
    assert fault in shape_faults(Tiers, ladders=[ladder])


def test_a_misspelt_choice_is_refused() -> None:
    """A key of a ladder that is no choice of its fact is a fault at that key."""
    ladder = {"fact": "professional_title", "junior": 30, "juniro": 30}
    where = [place for place, _ in shape_faults(Tiers, ladders=[ladder])]
    assert where == ["items.x.ladders.1.juniro"]


@given(st.data())
def test_the_reach_contains_every_choice(data: st.DataObject) -> None:
    """Whatever the unknown ladders turn out to be, the points lie in the reach."""
    skill = data.draw(admissible(FACTS["skill_level"]))
    title = data.draw(admissible(FACTS["professional_title"]))
    points = SKILL_OR_TITLE.points(situation(skill_level=skill, professional_title=title)).low
    reaches = [
        SKILL_OR_TITLE.points(open_case)
        for open_case in (
            situation(),
            situation(skill_level=skill),
            situation(professional_title=title),
        )
    ]
    assert [reach for reach in reaches if points not in reach] == []


def test_a_step_that_no_answer_reaches_is_told_with_the_choices() -> None:
    """What stands there instead may be a slip of the pen."""
    ladder = {"fact": "professional_title", "junior": 30, "expert": 50}
    expected = "专业技术职称的选项：none、junior、intermediate、senior；没有答案到得了这一级"
    assert shape_faults(Tiers, ladders=[ladder]) == [("items.x.ladders.1.expert", expected)]


def test_of_two_ladders_the_certain_one_is_named() -> None:
    """An open one could give no more."""
    assert SKILL_OR_TITLE.why(situation(professional_title="senior")) == (
        "副高及以上职称，计 300 分（就高，不累加）"
    )


@pytest.mark.parametrize(("rule", "takes_best"), [(DEGREE, False), (SKILL_OR_TITLE, True)])
def test_only_of_several_ladders_it_takes_the_best(rule: Tiers, *, takes_best: bool) -> None:
    """One ladder has nothing to choose from."""
    assert rule.takes_best is takes_best


@pytest.mark.parametrize(
    ("rule", "faults"),
    [
        (SKILL_OR_TITLE, ()),
        (
            Tiers((DEGREES, DEGREES)),
            [Fault("ladders", "同一项情况出现了两次", "每项情况一个阶梯")],
        ),
    ],
)
def test_two_ladders_over_one_fact_are_a_fault(rule: Tiers, faults: Sequence[Fault]) -> None:
    """A reader could not tell which of them is meant."""
    assert rule.faults(ON) == faults
