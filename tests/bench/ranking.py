"""How fast synthetic applicants are scored and ranked, in how much memory, and how both grow.

    python -m tests.bench.ranking [--most 1000000]

Each size is a process of its own, run as an officer would: a CSV file in, a CSV file out. Time is
by the wall clock, reading, scoring, sorting and writing together; memory is the process's highest
resident size (``ru_maxrss``), per applicant after taking off that of one applicant.
"""

import argparse
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from calculator.answers.facts import Fact
from calculator.cli.loading import load_editions

SEED = 20160115
ON = date(2016, 5, 15)
SIZES = (10_000, 100_000, 1_000_000)


class Measured(NamedTuple):
    """One run."""

    size: int
    seconds: float
    bytes: int


def main() -> None:
    """Measure each size up to ``--most``, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=100_000, help="the largest size")
    most = parser.parse_args().most
    print(f"{ON} · suzhou-2016 · schooling · seed {SEED}")
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} CPUs")
    with tempfile.TemporaryDirectory() as folder:
        least = measure(1, Path(folder))
        print(f"start-up {least.seconds:.2f} s, {least.bytes / 1e6:.0f} MB (ru_maxrss)")
        print("applicants   seconds   per second   MB   bytes each   growth: n  time  memory")
        before = None
        for size in (size for size in SIZES if size <= most):
            run = measure(size, Path(folder))
            print(_row(run, least, before))
            before = run


def _row(run: Measured, least: Measured, before: Measured | None) -> str:
    seconds, more = run.seconds - least.seconds, run.bytes - least.bytes
    row = (
        f"{run.size:>10,} {run.seconds:>9.2f} {run.size / seconds:>12,.0f}"
        f" {run.bytes / 1e6:>4.0f} {more / run.size:>12.0f}"
    )
    if before is None:
        return row
    return (
        f"{row}   × {run.size / before.size:<6.0f}"
        f" × {seconds / (before.seconds - least.seconds):<4.1f}"
        f" × {more / (before.bytes - least.bytes):.1f}"
    )


def measure(size: int, folder: Path) -> Measured:
    """One run of the command line; its code must be 0, nobody being refused."""
    table, seats = folder / "applicants.csv", folder / "seats.csv"
    with table.open("w", encoding="utf-8") as file:
        file.writelines(_table(size))
    schools = max(1, size // 1000)
    rows = [f"town,school-{entry},1,40\n" for entry in range(schools)]
    seats.write_text("town,school,grade,seats\n" + "".join(rows), "utf-8")
    command = [sys.executable, "-m", "calculator", "rank", str(table), "--seats", str(seats)]
    command += ["--standard", "suzhou-2016", "--track", "schooling", "--on", str(ON)]
    with (folder / "ranking.csv").open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    table.unlink()
    unit = 1 if sys.platform == "darwin" else 1024
    return Measured(size, seconds, usage.ru_maxrss * unit)


def _table(size: int) -> Iterator[str]:
    """The lines of a table of that many applicants, the same in every run."""
    draw = random.Random(SEED)  # noqa: S311 - nothing is kept secret with it
    standard = load_editions().get("suzhou-2016")
    facts = [
        standard.facts_by_id[question] for question in standard.questions if not _claims(question)
    ]
    others = ["registration_date", "town", "school", "grade", "other_parent_total"]
    yield ",".join(["id", *(fact.id for fact in facts), *others]) + "\n"
    schools = max(1, size // 1000)
    for number in range(size):
        cells = [_answer(fact, draw) for fact in facts]
        registered = ON - timedelta(days=draw.randrange(4000))
        school = f"school-{draw.randrange(schools)}"
        other = str(draw.randrange(0, 900, 5))
        yield (
            ",".join([f"P{number:07}", *cells, str(registered), "town", school, "1", other]) + "\n"
        )


def _claims(fact: str) -> bool:
    return fact.endswith(("_claimed", "_points_declared"))


def _answer(fact: Fact, draw: random.Random) -> str:
    match fact.kind:
        case "flag":
            return draw.choice(("true", "false"))
        case "choice":
            return draw.choice(tuple(fact.choices or ()))
        case "date":
            return str(ON - timedelta(days=draw.randrange(17 * 365, 60 * 365)))
        case "measures":
            return ";".join(f"{draw.uniform(20, 160):.2f}" for _ in range(draw.randrange(1, 3)))
        case _:
            return str(draw.randrange(180 if fact.unit == "个月" else 4))


if __name__ == "__main__":
    main()
