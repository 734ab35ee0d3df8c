"""The papers to bring."""

from typing import Any

import pytest

from tests.support import editions

from .ask import ask

TRACKS = [
    (standard.id, track) for standard in editions().standards.values() for track in standard.tracks
]


def papers(standard: str = "suzhou-2016", **asked: str) -> dict[str, dict[str, Any]]:
    """The papers by their id, in their order."""
    ids = {label: material for material, label in editions().get(standard).materials.items()}
    found = ask(standard=standard, **asked)["papers"]
    return {ids[paper["label"]]: paper for paper in found}


def test_papers_are_those_of_rows_that_give_points_or_still_may() -> None:
    """A row that was answered no needs none."""
    typed = {"education": "other", "social_insurance_months": "12", "housing_fund_months": "12"}
    found = papers(**typed)
    assert "education_certificate" not in found
    assert found["social_insurance_card"]["sure"]
    assert found["home_title"]["for"] == "房产"
    assert found["home_title"]["sure"] is False
    assert "contribution_proof" not in papers(social_contribution_claimed="false")


@pytest.mark.parametrize(("standard", "track"), TRACKS)
def test_every_edition_says_what_everybody_brings(standard: str, track: str) -> None:
    """For every benefit, before anything was answered, and for sure."""
    everybody = editions().get(standard).tracks[track].materials
    found = papers(standard=standard, track=track)
    assert everybody
    assert [material for material in everybody if not found[material]["sure"]] == []


@pytest.mark.parametrize(("standard", "track"), TRACKS)
def test_papers_stand_in_the_order_of_the_edition(standard: str, track: str) -> None:
    """Whatever needs them."""
    order = [*editions().get(standard).materials]
    places = [order.index(paper) for paper in papers(standard=standard, track=track)]
    assert places == sorted(places)


def test_papers_stand_in_the_order_of_going_there() -> None:
    """Identity, permit, insurance, then what is particular."""
    typed = {"social_insurance_months": "12", "education": "bachelor", "housing_fund_months": "12"}
    assert list(papers(**typed))[:5] == [
        "identity",
        "residence_permit",
        "social_insurance_card",
        "housing_fund_card",
        "home_title",
    ]


def test_what_everybody_brings_is_for_the_application() -> None:
    """And for the rows that need it too; without a benefit only for those."""
    assert papers(birth_date="1990-05-08")["identity"]["for"] == "申请落户、年龄"
    assert papers(birth_date="1990-05-08", track="")["identity"]["for"] == "年龄"


def test_one_person_is_not_told_whose_papers_they_are() -> None:
    """There is nobody else."""
    assert [paper for paper in papers().values() if paper["who"]] == []


def test_of_two_parents_each_paper_is_told_once_with_whose_it_is() -> None:
    """What one parent's answers need is that parent's, and sure where it is for either."""
    only_first = {"education": "bachelor", "other__education": "other"}
    only_second = {"professional_title": "none", "skill_level": "none"}
    only_second |= {"other__skill_level": "level_1", "other__professional_title": "none"}
    insured = {"other__social_insurance_months": "12"}
    found = papers(track="schooling", **only_first, **only_second, **insured)
    assert found["education_certificate"]["who"] == "您"
    assert found["education_certificate"]["sure"] is True
    assert found["skill_certificate"]["who"] == "孩子另一位家长"
    assert found["skill_certificate"]["sure"] is True
    assert found["social_insurance_card"]["who"] == "两位家长"
    assert found["social_insurance_card"]["sure"] is True


def test_papers_of_the_household_are_nobodys() -> None:
    """The child's and the home's, and what everybody brings."""
    found = papers(track="schooling", other__education="bachelor")
    shared = ("identity", "school_papers", "home_title", "vaccination_record")
    assert [paper for paper in shared if found[paper]["who"]] == []
