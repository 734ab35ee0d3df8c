"""The release: one zip, the same each time, with its sums; what it says of itself."""

import json
import zipfile
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path

import pytest

from calculator.publish.hosting.release import VERSION, make_release, source_time, write_version
from calculator.standard.editions import read_editions
from calculator.standard.loading import load_data


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site."""
    (tmp_path / "site/embed").mkdir(parents=True)
    (tmp_path / "site/index.html").write_text("home", "utf-8")
    (tmp_path / "site/embed/index.html").write_text("embed", "utf-8")
    return tmp_path / "site"


def test_two_zips_of_one_site_are_the_same(site: Path, tmp_path: Path) -> None:
    """Also where files are newer."""
    first = make_release(site, tmp_path / "one").read_bytes()
    (site / "index.html").write_text("home", "utf-8")
    assert make_release(site, tmp_path / "two").read_bytes() == first


def test_sums_are_those_of_the_files(site: Path, tmp_path: Path) -> None:
    """Of the zip beside it, of every file inside it."""
    made = make_release(site, tmp_path / "dist")
    beside = (tmp_path / "dist/SHA256SUMS").read_text("utf-8")
    assert beside == f"{sha256(made.read_bytes()).hexdigest()}  {made.name}\n"
    with zipfile.ZipFile(made) as archive:
        folder = made.stem
        inside = {
            name.removeprefix(f"{folder}/"): sha256(archive.read(name)).hexdigest()
            for name in archive.namelist()
        }
        sums = archive.read(f"{folder}/SHA256SUMS").decode().splitlines()
    inside.pop("SHA256SUMS")
    assert {line[66:]: line[:64] for line in sums} == inside


def test_version_file_tells_every_edition(site: Path) -> None:
    """By which an embedding site learns of a new one."""
    editions = read_editions(load_data())
    write_version(editions, "0123", site)
    told = json.loads((site / "version.json").read_text("utf-8"))
    assert (told["version"], told["embed"], told["engine"]) == (VERSION, 1, "0123")
    assert [edition["id"] for edition in told["editions"]] == list(editions.standards)


def test_files_are_as_old_as_what_was_checked_last() -> None:
    """Midnight of that day in UTC, whenever the site is built."""
    editions = read_editions(load_data())
    last = max(standard.passport.checked_on for standard in editions.standards.values())
    assert datetime.fromtimestamp(int(source_time(editions)), UTC) == datetime.combine(
        last, time(), UTC
    )
