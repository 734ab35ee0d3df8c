"""All figures of one machine in one run, as one Markdown table.

    python -m tests.bench [--repeats 5] [--most 100000]

Times in one column are medians with the least and the most; "×" is the median, over the rounds, of
this column's time against the calculator page's in the same round. Others' work on the machine
moves all columns: compare within a run only.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from playwright.sync_api import Playwright, sync_playwright

from tests.bench import ranking
from tests.bench.host import compress, served
from tests.bench.loading import (
    PAGES,
    SLOW,
    Use,
    Visits,
    check_peer,
    lay_out,
    slow_visits,
    use,
    visit_twice,
)
from tests.browser.chromium import chromium_path
from tests.support import ROOT

HEAD = ["", "calculator page", "stock Pyodide, same module", "publicodes, base table", "compile"]
START = time.perf_counter()
Rounds = dict[str, list[Visits]]


def main() -> None:
    """Measure, then print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5, help="visitors of each page")
    parser.add_argument("--most", type=int, default=100_000, help="applicants to rank")
    options = parser.parse_args()
    _say("building")
    begin = time.perf_counter()
    subprocess.run([sys.executable, "build_site.py"], cwd=ROOT, check=True, stdout=sys.stderr)
    built = time.perf_counter() - begin
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        laid = Path(folder) / "site"
        lay_out(ROOT / "site", laid)
        rows = _browser_rows(playwright, laid, options.repeats)
        _say("ranking")
        run = ranking.measure(options.most, Path(folder))
    rows.append(["build of the site", f"{built:.1f} s"])
    rate = f"{run.size / run.seconds:,.0f} a second"  # memory would be this process's, inherited
    rows.append([f"scored and ranked in CPython, {run.size:,} applicants", rate])
    machine = f"{_processor()}, {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the end"
    versions = f"{_chromium()}, Python {platform.python_version()}"
    print(f"{date.today()} · {machine} · {platform.system()} · {versions}\n")  # noqa: DTZ011 - the machine's day
    for cells in (HEAD, ["---"] * len(HEAD), *rows):
        print("| " + " | ".join(cells + [""] * (len(HEAD) - len(cells))) + " |")


def _browser_rows(playwright: Playwright, laid: Path, repeats: int) -> list[list[str]]:
    _say("compressing as a host would")
    compress(laid)
    rounds: Rounds = {page: [] for page in PAGES}
    with served(laid, "br") as (base, sent):
        check_peer(playwright, base)
        for number in range(repeats):
            for page in PAGES:
                _say(f"visitor {number + 1}: {page}")
                rounds[page].append(visit_twice(playwright, base, sent, page))
        _say("in use")
        uses = {page: use(playwright, base, page) for page in PAGES}
    _say("slow line")
    slow = {page: [slow_visits(playwright, laid, page)] for page in PAGES}
    _say("host that compresses nothing")
    with served(laid, "identity") as (base, sent):
        bare = {page: [visit_twice(playwright, base, sent, page)] for page in PAGES}
    line = f"{SLOW[0] / 1e6:.0f} Mbit/s and {SLOW[1] * 1000:.0f} ms an answer, one visitor"
    return [
        _times("navigation → first estimate, cold", rounds, lambda v: v.cold),
        _times("the same, second visit", rounds, lambda v: v.second),
        _times(f"cold, {line}", slow, lambda v: v.cold),
        _times("second visit, the same", slow, lambda v: v.second),
        _sizes("bytes over the wire, cold, Brotli", rounds, lambda v: v.cold_bytes),
        _sizes("the same, gzip", slow, lambda v: v.cold_bytes),
        _sizes("the same, host compresses nothing", bare, lambda v: v.cold_bytes),
        _sizes("the same, second visit", rounds, lambda v: v.second_bytes),
        ["answer → new total, p50 / p95", *(_percentiles(use) for use in uses.values())],
        [
            "resident memory of the page's process",
            *(f"{u.memory / 1e6:.0f} MB" for u in uses.values()),
        ],
    ]


def _times(words: str, rounds: Rounds, of: Callable[[Visits], float]) -> list[str]:
    ours = [of(visits) for visits in rounds["site"]]
    cells = [words]
    for page, visits in rounds.items():
        each = [of(visit) for visit in visits]
        cell = f"{median(each) / 1000:.2f} s"
        if len(each) > 1:
            cell += f" ({min(each) / 1000:.2f}–{max(each) / 1000:.2f})"
        if page != "site":
            ratio = median(time / our for time, our in zip(each, ours, strict=True))
            cell += f" × {ratio:.2f}"
        cells.append(cell)
    return cells


def _sizes(words: str, rounds: Rounds, of: Callable[[Visits], int]) -> list[str]:
    return [words, *(f"{median(map(of, visits)) / 1000:,.0f} KB" for visits in rounds.values())]


def _percentiles(use: Use) -> str:
    if not use.estimates:
        return "—"
    cuts = quantiles(use.estimates, n=20)
    return f"{cuts[9]:.1f} / {cuts[18]:.1f} ms"


def _chromium() -> str:
    said = subprocess.run(
        [chromium_path(), "--version"], check=True, capture_output=True, text=True
    )
    return " ".join(said.stdout.split()[:2])


def _processor() -> str:
    try:
        found = re.search(r"model name\s*: (.+)", Path("/proc/cpuinfo").read_text())
    except OSError:
        found = None
    return found[1] if found else platform.processor()


def _say(what: str) -> None:
    print(f"{time.perf_counter() - START:4.0f} s  {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
