"""The engine as it is shipped: its size, and that two builds make the same one."""

import gzip
from pathlib import Path

from calculator.editions import read_editions
from calculator.publish.bundle import make_engine
from calculator.publish.trace import requests
from calculator.toml_files import load_data

MOST_GZIPPED = 5_200_000  # bytes over the wire on a first visit


def test_engine_stays_within_its_bytes(site: Path) -> None:
    """All that the first visit downloads of the engine, compressed with gzip."""
    [engine] = (site / "engine").iterdir()
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in engine.iterdir()}
    assert sum(sizes.values()) <= MOST_GZIPPED, sizes


def test_two_builds_make_the_same_engine(site: Path, tmp_path: Path) -> None:
    """The folder's name is a hash of what is in it."""
    data = load_data()
    again = make_engine(data, requests(read_editions(data)), tmp_path)
    assert [engine.name for engine in (site / "engine").iterdir()] == [again.name]
