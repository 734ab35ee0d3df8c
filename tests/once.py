"""What several workers of pytest-xdist would make at the same time, or twice."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def run_folder(folders: pytest.TempPathFactory) -> Path:
    """The folder of this run; a worker has one of its own below it."""
    folder = folders.getbasetemp()
    return folder.parent if folder.name.startswith("popen-") else folder


@contextmanager
def one_at_a_time(folders: pytest.TempPathFactory) -> Iterator[None]:
    """Wait until no other worker builds: what is kept between builds is written by one alone."""
    with (run_folder(folders) / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def once(name: str, make: Callable[[], object], folders: pytest.TempPathFactory) -> None:
    """Call ``make`` unless another worker of this run has; the others wait until it is done.

    Where it fails the next worker tries again, and fails with its own message.
    """
    with one_at_a_time(folders):
        done = run_folder(folders) / f"{name}.done"
        if not done.exists():
            make()
            done.touch()
