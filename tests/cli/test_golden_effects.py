"""What a change of a standard does to each golden case."""

import pytest

from calculator.cli.golden_effects import GOLDEN, Effect, golden_effects, report_effects
from calculator.reading.problems import InputError
from calculator.reading.toml_file import read_toml
from calculator.scoring.compare_person import ItemPoints
from calculator.scoring.golden_cases import read_golden_cases
from calculator.values.interval import ZERO, exactly
from tests.support import FACTS, ON, problems_of, suzhou_2016, version_of_2016

STANDARD = suzhou_2016()
CASES = read_golden_cases(read_toml(GOLDEN / "suzhou/2016.toml"), STANDARD.facts_by_id, "2016.toml")


def test_a_change_shows_in_the_cases_that_it_concerns() -> None:
    """Family planning at 101 points concerns each case that has it or leaves it open, no other."""
    found = golden_effects(STANDARD, version_of_2016(family_planning={"points": 101}), CASES)
    more = {case.id: case.facts.get("family_planning_compliant") for case in CASES}
    assert {entry.id for entry in found if entry.items} == {
        case for case, answer in more.items() if answer is not False
    }
    item = ItemPoints("family_planning", "计划生育", exactly(100), exactly(101))
    assert next(entry for entry in found if entry.id == "worked-check") == Effect(
        "worked-check", exactly(1070), exactly(1071), (item,)
    )


def test_an_unchanged_version_changes_no_case() -> None:
    """Every case has the same total before and after."""
    assert [case for case in golden_effects(STANDARD, version_of_2016(), CASES) if case.items] == []


def test_a_file_of_cases_that_does_not_fit_is_refused() -> None:
    """With the file's name and the key path."""
    case = {"id": "x", "situation": "……", "guards": "……", "track": "settlement", "total": 0}
    refused = problems_of(lambda: read_golden_cases({"cases": [case]}, FACTS, "x.toml"))
    assert [(entry.where, entry.found) for entry in refused] == [("cases.x.on", "没有写")]


def test_an_unknown_fact_of_a_case_is_refused() -> None:
    """A case asks for what some edition knows."""
    tables = {"cases": [{"id": "x", "facts": {"hat": 1}, "track": "settlement", "on": ON}]}
    with pytest.raises(InputError):
        read_golden_cases(tables, FACTS, "x.toml")


def test_the_report_on_cases_counts_them_and_lists_those_that_change() -> None:
    """With the items that do it; the others are many."""
    item = ItemPoints("x", "甲", ZERO, exactly(1))
    found = [Effect("a", ZERO, exactly(1), (item,)), Effect("b", ZERO, ZERO, ())]
    assert report_effects(found) == "算例 2 个，受影响的 1 个。\n  a：0 分 → 1 分（甲）"
