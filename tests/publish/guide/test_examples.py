"""The example households are golden cases: the page shows what was worked out by hand."""

import re

import pytest

from calculator.publish.guide.examples import FILE, Household, households
from calculator.reading.toml_file import read_toml
from tests.golden import cases
from tests.support import editions

HOMES = households(editions())
GOLDEN = {(golden.standard, golden.id): golden.case for golden in cases()}
DATA = read_toml(FILE)["households"]


def named(name: str) -> Household:
    """The household of that name."""
    return next(home for home in HOMES if home.name == name)


def test_each_has_a_name_of_its_own() -> None:
    """No two are called alike."""
    assert len({home.name for home in HOMES}) == len(HOMES) == 6


def test_the_first_is_of_the_edition_that_rules_today() -> None:
    """With the latest line that was published."""
    first = HOMES[0].people[0].estimate
    assert first.standard in editions().ruling("settlement", first.on)
    assert [(line.year, line.points.low) for line in HOMES[0].past] == [(2024, 200)]


def test_they_cover_every_benefit() -> None:
    """落户, 入学 and 入医."""
    assert {home.track.id for home in HOMES} == {"settlement", "schooling", "medical"}


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.name)
def test_each_person_gets_the_total_worked_out_by_hand(home: Household) -> None:
    """What the page shows is the golden case: the words, the lines and the total."""
    data = next(household for household in DATA if household["name"] == home.name)
    golden = [GOLDEN[data["standard"], person["case"]] for person in data["people"]]
    shown = [
        (
            person.situation,
            {line.item.id: line.points for line in person.lines},
            person.estimate.total,
        )
        for person in home.people
    ]
    assert shown == [(case.situation, dict(case.lines), case.total) for case in golden]


def test_every_golden_example_is_on_the_page() -> None:
    """No case called an example stands in the golden file alone."""
    listed = {
        (household["standard"], person["case"])
        for household in DATA
        for person in household["people"]
    }
    assert {key for key in GOLDEN if key[1].startswith("example-")} == listed


def test_of_two_parents_the_better_total_counts() -> None:
    """小林一家: the mother's 620, not the sum with the father's 430."""
    home = named("小林一家")
    assert (home.counts, home.total.low, home.total.is_exact) == ("妈妈", 620, True)


def test_unknown_answers_give_a_range() -> None:
    """小赵一家: two open answers, and a contribution that is named but not counted."""
    home = named("小赵一家")
    left_out = home.people[0].left_out
    assert (home.total.low, home.total.high, left_out) == (270, 380, ["社会贡献"])


def test_conditions_are_said_as_the_rules_have_them() -> None:
    """One may apply, one rents, one needs no points."""
    said = [named(name).may for name in ("小陈一家", "老周一家", "小王一家")]
    assert said == ["符合", "不符合", "不用积分，另有途径"]


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.name)
def test_page_has_no_blank_line_that_would_end_the_block(home: Household) -> None:
    """Markdown takes it whole."""
    assert re.findall(r"\n\s*\n", home.shown) == []
