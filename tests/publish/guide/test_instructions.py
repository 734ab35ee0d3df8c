"""The sheet of any standard: every shape has its sentences, every question its place."""

from pathlib import Path

import pytest

from calculator.publish.guide.instructions import instructions
from calculator.publish.guide.worksheet import WorksheetRow, rows, worksheet
from calculator.rules.register import SHAPES
from calculator.standard.standard import Standard
from tests.support import editions, standard_of, template

SAMPLE = template()
EVERY = [*editions().standards.values(), SAMPLE]


def row(standard: Standard, item: str) -> WorksheetRow:
    """The row of an item."""
    return next(found for found in rows(standard) if found.item.id == item)


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.id)
def test_every_question_stands_once(standard: Standard) -> None:
    """No question is asked twice, none that a row needs is left out."""
    asked = [blank.question.fact.id for found in rows(standard) for blank in found.blanks]
    assert sorted(asked) == sorted({fact for item in standard.items for fact in item.facts})


@pytest.mark.parametrize("standard", EVERY, ids=lambda standard: standard.id)
def test_every_row_says_how_to_work_it_out(standard: Standard) -> None:
    """At least one sentence, each of them ended."""
    sentences = [text for found in rows(standard) for way in found.ways for text in way]
    assert [sentence for sentence in sentences if not sentence.endswith("。")] == []
    assert [found.number for found in rows(standard) if not all(found.ways)] == []


def test_every_edition_has_its_page(built: Path) -> None:
    """A sheet to print for each, and no page without an edition."""
    pages = {path.stem for path in (built / "docs/worksheet").glob("*.md")}
    assert pages == set(editions().standards)


def test_sample_has_every_shape() -> None:
    """So that what is said of all shapes here is said of all there are."""
    assert {item.rule for item in SAMPLE.items} == set(SHAPES)


def test_veto_and_floor_stand_beside_the_total() -> None:
    """Where a standard limits the total as a whole."""
    sheet = worksheet(SAMPLE)
    assert ("低于 0 的，写 0。" in sheet, "总分作废，写 0。" in sheet) == (True, True)


def test_what_must_be_so_is_said_with_its_answers_or_its_row() -> None:
    """A choice among several, asked in another row, and a row that must count."""
    first = {"id": "first", "rule": "flat", "fact": "veteran", "points": 5}
    second = {"id": "second", "rule": "flat", "fact": "health_record", "points": 5}
    standard = standard_of(
        first | {"requires": {"fact": "education", "one_of": ["bachelor", "master"]}},
        second | {"requires": {"row": "first"}},
        asked="veteran education health_record",
    )
    places = {"first": 1, "veteran": 1, "education": 3, "second": 2, "health_record": 2}
    said = [instructions(item, standard, places)[0][0] for item in standard.items]
    assert said == [
        "“学历”（第 3 行）不是“大学本科”、“硕士研究生”的，写 0。",
        "第 1 行是 0 的，写 0。",
    ]


def test_deduction_left_empty_takes_most_at_its_lower_end() -> None:
    """失信被执行人: empty may be any number of times, which takes points away."""
    blank = row(editions().get("suzhou-2023-settlement"), "dishonest_judgment_debtor").blanks[0]
    assert (blank.least, blank.most) == ("不限", "0")


BRACKETS = {
    "id": "stay",
    "rule": "brackets",
    "fact": "residence_months",
    "bands": [{"from": 12, "points": 5}, {"from": 36, "points": 15}],
    "requires": [{"fact": "social_insurance_months", "at_least": 6}],
    "rounding": {"mode": "half_up", "to": 5},
}


def test_brackets_are_read_from_the_highest_down() -> None:
    """The first that fits is written; what must be so stands before, rounding after."""
    standard = standard_of(BRACKETS, asked="residence_months social_insurance_months")
    item = standard.items[0]
    places = dict.fromkeys(["stay", *item.facts], 1)
    assert instructions(item, standard, places) == [
        [
            "“社会保险月数”不满 6 的，写 0。",
            "看“居住月数”。",
            "满 36 的，写 15。",
            "满 12 的，写 5。",
            "其他的，写 0。",
            "得数四舍五入到 5 的倍数。",
        ]
    ]
