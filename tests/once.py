"""What several workers need and one of them makes."""

import fcntl
from collections.abc import Callable

import pytest


def once(name: str, make: Callable[[], object], folders: pytest.TempPathFactory) -> None:
    """Call ``make`` unless another worker of this run has; the others wait until it is done.

    pytest-xdist gives each worker a folder of its own below that of the run. Where ``make`` fails
    the next worker tries again, and fails with its own message.
    """
    folder = folders.getbasetemp()
    if folder.name.startswith("popen-"):
        folder = folder.parent
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / f"{name}.done"
        if not done.exists():
            make()
            done.touch()
