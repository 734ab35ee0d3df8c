"""The form: what moves most points first, what most people have nothing of last."""

import pytest

from calculator.answers.typed_text import parse_typed_answers
from calculator.publish.page.form import Section, conditions, sections
from calculator.scoring.estimate import estimate
from calculator.standard.standard import Standard
from calculator.values.interval import ZERO
from tests.support import ON, PASSPORT, editions, standard_of, suzhou_2016

STANDARDS = list(editions().standards.values())
ALL = pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.id)


def titles(standard: Standard) -> list[str]:
    """The titles of the sections."""
    return [section.title for section in sections(standard)]


def facts(*found: Section) -> list[str]:
    """What the sections ask for."""
    return [asked.question.fact.id for section in found for asked in section.asked]


def test_what_moves_most_points_comes_first() -> None:
    """By the widest row of a section; inside it by the row."""
    assert titles(suzhou_2016()) == [
        "参加社会保险情况",
        "个人基本情况",
        "居住情况",
        "计划生育情况",
        "公共卫生",
        "不常见的加分和扣分",
    ]
    assert facts(sections(suzhou_2016())[1]) == [
        "education",
        "skill_level",
        "professional_title",
        "birth_date",
    ]


def test_a_row_without_an_end_comes_before_those_that_have_one() -> None:
    """From 2021 on months count without a cap."""
    assert titles(editions().get("suzhou-2021"))[:2] == ["参加社会保险情况", "居住情况"]


@ALL
def test_every_question_is_asked_once(standard: Standard) -> None:
    """Those of the points, and those that only the conditions read."""
    asked = facts(*sections(standard), conditions(standard))
    assert sorted(asked) == sorted(standard.questions)


@ALL
def test_every_item_is_settled_by_the_last_question_it_reads(standard: Standard) -> None:
    """Once, and not before it can be."""
    found = [asked for section in sections(standard) for asked in section.asked]
    order = [asked.question.fact.id for asked in found]
    settled = [item.id for asked in found for item in asked.settles]
    assert sorted(settled) == sorted(item.id for item in standard.items)
    for asked in found:
        for item in asked.settles:
            assert max(item.facts, key=order.index) == asked.question.fact.id


@ALL
def test_rare_facts_stand_in_the_last_block_alone(standard: Standard) -> None:
    """One block, at the end."""
    *common, last = sections(standard)
    assert [section.rare for section in (*common, last)] == [False] * len(common) + [True]
    assert {a.question.fact.rare for a in last.asked} == {True}
    assert {a.question.fact.rare for section in common for a in section.asked} == {False}


@ALL
def test_none_of_these_means_no_points(standard: Standard) -> None:
    """Every row of the block gives nothing, and none is left out any more."""
    last = sections(standard)[-1]
    answers = parse_typed_answers(dict(last.none), standard.facts_by_id, ON)
    own = {item.id for asked in last.asked for item in asked.settles}
    for track in standard.tracks:
        result = estimate(standard, answers, track, ON)
        assert {line.item.id for line in result.lines if line.points != ZERO} & own == set()
        assert set(result.not_counted) & own == set()


def test_a_section_of_which_a_question_cannot_be_answered_so_offers_no_none() -> None:
    """Education is always something, months that go on most people have; one needs no button."""
    none = {section.title: dict(section.none) for section in sections(suzhou_2016())}
    assert (none["个人基本情况"], none["计划生育情况"]) == ({}, {})
    assert none["公共卫生"]["health_record"] == "false"
    assert none["参加社会保险情况"] == {}


def test_questions_say_for_which_benefit_they_are_asked() -> None:
    """Months in Nanjing count for settlement only; a child's grade is asked for schooling only."""
    standard = editions().get("suzhou-2021")
    found = [*sections(standard), conditions(standard)]
    tracks = {a.question.fact.id: a.tracks for section in found for a in section.asked}
    assert tracks["residence_months_nanjing"] == ("settlement",)
    assert tracks["education"] == ("settlement", "schooling", "medical")
    assert tracks["child_starting_grade"] == ("schooling",)


def test_what_voids_the_total_stands_with_the_rare() -> None:
    """For every benefit."""
    row = {"id": "health_record", "rule": "flat", "fact": "health_record", "points": 10}
    total = PASSPORT | {"void_if": "veteran"}
    standard = standard_of(row, asked="health_record veteran", total=total)
    last = sections(standard)[-1]
    assert (last.title, facts(last)) == ("不常见的加分和扣分", ["veteran"])
    assert last.asked[0].tracks == ("settlement",)


def test_without_anything_rare_there_is_no_last_block() -> None:
    """Nothing is collected under 其他."""
    standard = standard_of(
        {"id": "record", "rule": "flat", "fact": "health_record", "points": 10},
        asked="health_record",
    )
    assert [(section.title, section.rare) for section in sections(standard)] == [("类别", False)]
