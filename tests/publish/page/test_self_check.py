"""The golden cases as the site ships them."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from calculator.cli.golden_effects import GOLDEN
from calculator.publish.page.self_check import write_cases
from calculator.reading.problems import InputError
from tests.golden import cases
from tests.support import editions


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """A copy of the golden files, to spoil."""
    return Path(shutil.copytree(GOLDEN, tmp_path / "golden"))


def test_every_case_of_every_edition_is_shipped(tmp_path: Path) -> None:
    """As many as the tests judge, each with the id it has there."""
    write_cases(editions(), tmp_path)
    shipped = json.loads((tmp_path / "cases.json").read_text("utf-8"))["editions"]
    assert {edition["standard"]: edition["count"] for edition in shipped} == Counter(
        golden.standard for golden in cases()
    )
    assert [
        (edition["standard"], case["id"]) for edition in shipped for case in edition["cases"]
    ] == [(golden.standard, golden.id) for golden in cases()]


def test_edition_without_a_file_of_cases_is_refused(tmp_path: Path, golden: Path) -> None:
    """A site whose proof has a hole is not built."""
    (golden / "suzhou/2021.toml").unlink()
    with pytest.raises(InputError, match=r"2021\.toml：打不开"):
        write_cases(editions(), tmp_path, golden)


def test_edition_with_an_empty_file_of_cases_is_refused(tmp_path: Path, golden: Path) -> None:
    """Nor is one whose cases are all gone."""
    (golden / "suzhou/2021.toml").write_text('standard = "suzhou-2021"\n', "utf-8")
    with pytest.raises(InputError, match=r"2021\.toml cases：没有算例"):
        write_cases(editions(), tmp_path, golden)
