"""The engine's archive: what runs in the browser, and nothing else."""

import io
import json
import subprocess
import sys
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from calculator.number import read_number
from calculator.publish.bundle import MODULES, as_json, make_archive
from calculator.toml_files import load_data

REQUEST = {"standard": "suzhou-2016", "track": "", "on": "2016-05-15", "fields": {}}


def test_archive_holds_no_command_line_no_build_no_page() -> None:
    """The list is explicit, and stays clear of what only a desk needs."""
    unwanted = ("cli", "__main__", "toml_files", "publish", "page", "example")
    assert [name for name in MODULES if name.partition(".")[0].startswith(unwanted)] == []


def test_archive_is_the_same_bytes_for_the_same_sources() -> None:
    """Two builds give one archive."""
    assert make_archive(load_data()) == make_archive(load_data())


def test_archive_answers_alone(tmp_path: Path) -> None:
    """With the standard library and nothing else of ours, the archive gives an estimate."""
    with zipfile.ZipFile(io.BytesIO(make_archive(load_data()))) as archive:
        archive.extractall(tmp_path)
    code = "import sys; from calculator.bridge import respond; print(respond(sys.argv[1]))"
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}",
            json.dumps(REQUEST),
        ],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout)["estimate"]["total"] == {"low": 0, "high": None}


def test_tables_arrive_as_they_were_read() -> None:
    """Days become text, decimals come back to the digit."""
    text = as_json({"points": Fraction(1, 2), "from": 5})
    assert json.loads(text, parse_float=read_number) == {"points": Fraction(1, 2), "from": 5}


def test_number_without_an_exact_form_is_refused() -> None:
    """What a JSON number cannot hold to the digit does not travel."""
    with pytest.raises(TypeError):
        as_json({"points": Fraction(1, 3)})
