"""The template that officers start from: sound, whole, and giving what one works out by hand."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest

from calculator.answers.facts import Answer
from calculator.answers.read_answers import read_answers
from calculator.publish.guide.template import read_room_template
from calculator.publish.guide.template import template as template_of_rooms
from calculator.reading.json_document import read_json_object
from calculator.rules.register import SHAPES
from calculator.scoring.estimate import Estimate, estimate
from calculator.values.interval import ZERO, Interval, exactly, total
from calculator.values.number import Number
from tests.support import TEMPLATE_PATH, editions, template

STANDARD: Final = template()
TODAY: Final = date(2026, 11, 23)

PERSON: Final = """{
    "birth_date": "1990-01-01",
    "education": "bachelor",
    "language_level": "fluent",
    "social_insurance_months": 30,
    "residence_months": 40,
    "work_months": 30,
    "home_areas": [50, 85.5],
    "volunteer_hours": 50,
    "blood_donations": 4,
    "veteran": true,
    "tax_points_declared": 5,
    "own_business_years": 4,
    "detentions_5y": 1,
    "fake_papers_times": 0
}"""

GIVEN: Final[dict[str, Number]] = {
    "age": 10 + 9 * 2,  # 36 years old: nine years younger than 45
    "learning": 60,  # a bachelor's degree; fluent would be 25.5
    "social_insurance": 2 * Fraction("0.5"),  # 30 months are two full years
    "residence": 15,  # 40 months: three years and more, not yet five
    "work": 10 + 1 * 2,  # 30 months: the first year, and one more
    "home": 20 + 2 * Fraction("2.5"),  # 85.5 m² are the larger: two full tens above 60
    "contribution": Fraction("1.7") + 9,  # 50 ÷ 30 = 1.666… and four donations, at most 9
    "tax": 5,  # as officially told
    "own_business": 0,  # the points told stand for it too
    "detention": -100,
}
"""What each row gives; of ``veteran`` sources say 20 or 30."""


def of(**changes: Answer) -> Estimate:
    """The estimate of the person, some answers changed."""
    answers = read_answers(read_json_object(PERSON), editions().facts_accepted_by(STANDARD), TODAY)
    return estimate(STANDARD, answers | changes, None, TODAY)


def test_it_is_put_together_from_the_rooms_of_the_shapes() -> None:
    """``python -m calculator.publish.guide.template`` writes it anew after a change there."""
    assert TEMPLATE_PATH.read_text("utf-8") == template_of_rooms()


def test_a_room_whose_template_has_no_words_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of the shapes would have no title for it."""
    (tmp_path / "flat").mkdir()
    (tmp_path / "flat/template.toml").write_text("[[items]]\n", "utf-8")
    monkeypatch.setattr("calculator.publish.guide.template.ROOMS", tmp_path)
    with pytest.raises(ValueError, match=r"flat/template\.toml"):
        read_room_template("flat")


def test_it_uses_every_shape() -> None:
    """An officer finds an example of each."""
    assert {item.rule for item in STANDARD.items} == set(SHAPES)


def test_it_shows_every_thing_that_a_row_may_have() -> None:
    """A cap, a prerequisite, a rounding, alternatives, a group; and limits of the total."""
    items = STANDARD.items
    assert (
        any(item.cap is not None for item in items),
        any(item.requires for item in items),
        any(item.rounding for item in items),
        any(item.alternatives for item in items),
        any(item.within for item in items),
        STANDARD.limits is not None,
    ) == (True,) * 6


def test_each_line_is_the_sum_worked_out_by_hand() -> None:
    """Line by line what a person works out with the table beside them."""
    lines = {line.item.id: line.points for line in of().lines}
    assert lines == {row: exactly(points) for row, points in GIVEN.items()} | {
        "veteran": Interval(20, 30)
    }


@pytest.mark.parametrize(
    ("group", "members"),
    [
        ("learning", {"education": exactly(60), "language": exactly(Fraction("25.5"))}),
        (
            "contribution",
            {"volunteering": exactly(Fraction("1.7")), "blood_donation": exactly(9)},
        ),
    ],
)
def test_members_of_groups_are_worked_out_too(group: str, members: dict[str, Interval]) -> None:
    """Inside its line each member says its own points."""
    found = next(line for line in of().lines if line.item.id == group)
    assert {line.item.id: line.points for line in found.members} == members


def test_the_total_is_the_sum_worked_out_by_hand() -> None:
    """28 + 60 + 1 + 15 + 12 + 25 + 10.7 + 5 − 100 = 56.7, and 20 or 30 for the service."""
    assert of().total == Interval(Fraction("76.7"), Fraction("86.7"))


def test_everything_was_asked() -> None:
    """The person answered each question: nothing is left but what sources dispute."""
    result = of()
    assert (result.unknown, result.not_counted, result.declared) == ((), (), ("tax",))


def test_a_year_less_of_residence_gives_no_home() -> None:
    """The prerequisite closes the row: 25 points less, and 10 for the lower band."""
    lines = {line.item.id: line.points for line in of(residence_months=11).lines}
    assert (lines["home"], lines["residence"]) == (ZERO, ZERO)


def test_the_total_stops_at_its_floor() -> None:
    """156.7 + 30 − 300 is below nothing; the lines still say what was taken away."""
    result = of(detentions_5y=3)
    assert (result.total, result.parts["deduction"]) == (ZERO, exactly(-300))


@pytest.mark.parametrize(("times", "void"), [(0, False), (1, True), (2, True)])
def test_false_papers_make_the_total_void(times: int, *, void: bool) -> None:
    """Whatever the lines give."""
    result = of(fake_papers_times=times)
    assert (result.void, result.total == ZERO) == (void, void)


def test_a_void_total_leaves_the_lines_as_they_are() -> None:
    """The explanation does not change with the veto."""
    result = of(fake_papers_times=1)
    assert total(line.points for line in result.lines) == of().total
