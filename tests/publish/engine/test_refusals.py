"""What the build refuses to make: an engine of something that is not as it expects."""

from pathlib import Path

import pytest

from calculator.publish.engine import bundle, trim
from calculator.publish.engine.trim import FILES, trimmed


def test_engine_that_cannot_be_compiled_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Node says so by its exit code."""
    monkeypatch.setattr(bundle, "node", lambda _: 3)
    with pytest.raises(RuntimeError, match=r"compile\.mjs ended with 3"):
        bundle.compiled(b"", [])


@pytest.mark.node
def test_pyodide_that_cannot_be_trimmed_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One that is built in another way."""
    for name in FILES:
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setattr(trim, "node", lambda _: 1)
    with pytest.raises(RuntimeError, match=r"trim\.mjs ended with 1"):
        trimmed(tmp_path, tmp_path / "kept")


def test_worker_without_its_place_for_sizes_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Else it would compare with nothing."""
    (tmp_path / "page/shared").mkdir(parents=True)
    (tmp_path / "page/shared/worker.js").write_text("", "utf-8")
    monkeypatch.setattr(bundle, "PACKAGE", tmp_path)
    with pytest.raises(RuntimeError, match=r"worker\.js has no line const BUILT"):
        bundle._worker(b"")  # noqa: SLF001 - nothing else leads there
