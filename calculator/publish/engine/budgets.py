"""What the visitor's device downloads of the engine, by what the host makes of it."""

from pathlib import Path

LIMITS = {"brotli": 4_000_000, "gzip": 5_200_000, "plain": 5_200_000}
"""Bytes over the wire on a first visit; ``plain`` is a host that compresses nothing."""

PAGE_LIMIT = 130_000
"""Bytes of the calculator page, compressed, without the engine and the index of the search."""

SCRIPTS = ("worker.js", "probe.wasm", "pyodide.js", "pyodide.asm.js")
ENDINGS = {"brotli": ".br", "gzip": ".gz", "plain": ""}


def sent(engine: Path) -> dict[str, int]:
    """Bytes of the engine's folder that a first visit downloads, by what the host sends."""
    small = {
        way: sum((engine / f"{name}{ending}").stat().st_size for name in SCRIPTS)
        for way, ending in ENDINGS.items()
    }
    # Where a host compresses nothing, the worker takes the compressed copy and unpacks it itself.
    wasm = {way: engine / f"engine.wasm{ENDINGS[way] or '.gz'}" for way in ENDINGS}
    return {way: small[way] + wasm[way].stat().st_size for way in ENDINGS}
