"""The page of what was tested: figures as the runs left them, and nothing where there was none."""

import json
from pathlib import Path
from typing import Any

import pytest

from calculator.cli.golden_effects import GOLDEN
from calculator.publish.guide.assurance import BROWSED, Guarded, Tried, assurance
from calculator.reading.toml_file import read_toml
from calculator.standard.loading import edition_path
from calculator.standard.standard import Standard
from tests.boundaries import boundaries
from tests.support import editions

STANDARDS = editions().standards
EDITION = {"cases": 3, "procedure": 2, "signed": 1, "boundaries": 8, "bare": 2} | {
    "mutants": 9,
    "nobody": 0,
    "on": "2026-11-23",
}


def part(tried: int, noticed: int, on: str, *survivors: list[str]) -> dict[str, object]:
    """What a run leaves of a part of the program."""
    return {"tried": tried, "noticed": noticed, "on": on, "survivors": survivors}


RUNS: dict[str, Any] = {
    "figures": {"suzhou-2016": EDITION, "gone": {}},
    "mutation": {
        "rules/age/rule.py": part(5, 4, "2026-11-22", ["a → b", "相同"]),
        "rules/flat/rule.py": part(2, 2, "2026-11-23"),
        "scoring/family.py": part(2, 2, "2026-11-21"),
    },
    "coverage": {"calculator": {"percent": 100.0, "on": "2026-11-23"}},
    "browsers": {"site": {"passed": {"test_axe": 4}, "browsers": ["甲 1"], "on": "2026-11-23"}},
    "fuzz": {"page": {"messages": 8, "addresses": 1, "links": 2, "on": "2026-11-23"}},
}


def test_figures_are_those_of_the_runs(tmp_path: Path) -> None:
    """By edition and by part, with the day; an edition that is gone is left out."""
    file = tmp_path / "assurance.json"
    file.write_text(json.dumps(RUNS), "utf-8")
    found = assurance(STANDARDS, file)
    assert found.guarded == [Guarded("2016 版", 3, 2, 1, 8, 2, 9, 0, "2026-11-23")]
    assert found.tried == [
        Tried("计分的几种写法", 7, 6, "2026-11-23"),
        Tried("两位家长", 2, 2, "2026-11-21"),
    ]
    assert found.left == [("rules/age/rule.py", "a → b", "相同")]
    assert (found.together.tried, found.together.percent) == (9, "88.8%")
    assert found.fuzz is None
    assert found.browsed == RUNS["browsers"]["site"]
    assert found.page == RUNS["fuzz"]["page"]


def test_without_runs_there_is_nothing_to_tell(tmp_path: Path) -> None:
    """The page says that they have not been made."""
    found = assurance(STANDARDS, tmp_path / "none.json")
    assert (found.guarded, found.tried, found.left) == ([], [], [])
    assert (found.coverage, found.fuzz, found.page, found.browsed) == (None, None, None, None)
    assert {"scoring/outlook.py", "rules/age/rule.py", "rules/steps_above/rule.py"} <= {
        *found.untried
    }


def test_every_file_of_tests_in_browsers_has_a_title() -> None:
    """A new one is not left out of the page, and none is told that is gone."""
    files = {path.stem for path in (Path(__file__).parents[2] / "browser").glob("test_*.py")}
    assert set(BROWSED) == files


def test_parts_without_a_run_are_named(tmp_path: Path) -> None:
    """What was tried is not among them."""
    file = tmp_path / "assurance.json"
    file.write_text(json.dumps(RUNS), "utf-8")
    untried = assurance(STANDARDS, file).untried
    assert "rules/tiers/rule.py" in untried
    assert not {"family.py", "rules/age/rule.py", "rules/flat/rule.py"} & {*untried}


@pytest.mark.parametrize("standard", STANDARDS.values(), ids=lambda standard: standard.id)
def test_cases_and_boundaries_told_are_those_there_are(standard: Standard) -> None:
    """After a change of the golden cases ``python -m tests.figures`` is run again."""
    told = {guarded.title: guarded for guarded in assurance(STANDARDS).guarded}[standard.edition]
    counted = len(read_toml(GOLDEN / edition_path(standard.id))["cases"]), len(boundaries(standard))
    assert (told.cases, told.boundaries) == counted
