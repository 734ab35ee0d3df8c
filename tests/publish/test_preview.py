"""The preview: what is saved shows soon, without a new engine, and under strict headers."""

import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from typing import Any, Final, NamedTuple
from urllib.request import urlopen

import pytest

from calculator.publish import preview_engine
from calculator.publish.engine.made_engines import engine_key, engine_of
from calculator.publish.engine.trace_requests import requests
from calculator.publish.hosting.headers import page_headers
from calculator.publish.preview_engine import PreviewEngine
from calculator.standard.loading import load_data
from tests.publish.conftest import copy_repository
from tests.support import editions

LONGEST: Final = 120
"""Seconds to wait on a busy machine for what takes two on an idle one."""

ENDED: Final = "the preview ended"
"""The line after the last one that a preview prints."""

WORK: Final = 3.0
"""Seconds of processor time from saving to the reloaded page; on an idle machine of the clock."""


@dataclass(frozen=True)
class Preview:
    """A running preview of a copy of the repository."""

    repository: Path
    base: str
    process: "subprocess.Popen[str]"
    lines: "Queue[str]"

    def page(self, path: str) -> tuple[str, dict[str, str]]:
        """A page's text and headers."""
        with urlopen(self.base + path, timeout=LONGEST) as response:  # noqa: S310 - our own server
            return response.read().decode(), dict(response.headers)

    def save(self, path: str, former: str, new: str) -> float:
        """Change a file and wait for the reload; the processor time that it took, in seconds."""
        file = self.repository / path
        text = file.read_text("utf-8")
        assert former in text
        before = self._processor_time()
        file.write_text(text.replace(former, new), "utf-8")
        _wait_for("Reloading browsers", self.lines)
        return self._processor_time() - before

    def _processor_time(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2]
        return sum(map(int, fields.split()[11:15])) / 100  # its own and that of what it ran


def _read(process: "subprocess.Popen[str]", lines: "Queue[str]") -> None:
    for line in process.stdout or ():
        lines.put(line)
    lines.put(ENDED)


def _wait_for(pattern: str, lines: "Queue[str]") -> "re.Match[str]":
    """The next line in which a pattern is found; fails where the preview ends before it."""
    before: list[str] = []
    while not (found := re.search(pattern, line := lines.get(timeout=LONGEST))):
        assert line != ENDED, "".join(before)
        before.append(line)
    return found


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy that may be changed, with the engine of the figures as they are."""
    repository = copy_repository(tmp_path_factory.mktemp("preview"))
    engine = engine_of(load_data(), editions())
    (repository / "build/engines").unlink()  # a link: the copy gets engines of its own
    shutil.copytree(engine.parent, repository / "build/engines" / engine.parent.name)
    lines: Queue[str] = Queue()
    with subprocess.Popen(
        [sys.executable, "build_site.py", "serve"],
        cwd=repository,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        reader = threading.Thread(target=_read, args=(process, lines))
        reader.start()
        try:
            yield Preview(repository, _wait_for(r"Serving on (\S+)", lines)[1], process, lines)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(LONGEST)
            reader.join()


class Save(NamedTuple):
    """A file that is changed, and the page on which the change shows."""

    path: str
    former: str
    new: str
    page: str
    shown: str


SAVES: Final = {
    "page": Save("docs/settlement.md", "# 落户", "# 改过的落户", "settlement/", "改过的落户"),
    "theme": Save("calculator/page/theme/main.html", ">大字<", ">改过的大字<", "", "改过的大字"),
    "template": Save(
        *("calculator/page/templates/sheet.md", "# 手工", "# 改过的手工"),
        *("worksheet/suzhou-2016/", "改过的手工"),
    ),
    "figure": Save(
        *("calculator/standards/suzhou/2016.toml", "\ncap = 500\n", "\ncap = 480\n"),
        *("standard/", "480"),
    ),
}


@pytest.mark.node
@pytest.mark.parametrize("saved", SAVES.values(), ids=SAVES)
def test_what_is_saved_shows_within_three_seconds(preview: Preview, saved: Save) -> None:
    """No engine was made for it."""
    engine = re.findall(r"\.\./engine/(\w+)/", preview.page("calculator/")[0])
    assert saved.shown not in preview.page(saved.page)[0]
    worked = preview.save(saved.path, saved.former, saved.new)
    assert saved.shown in preview.page(saved.page)[0]
    assert re.findall(r"\.\./engine/(\w+)/", preview.page("calculator/")[0]) == engine
    assert worked < WORK


@pytest.mark.node
def test_preview_sends_the_policy_of_the_very_page(preview: Preview) -> None:
    """What stands inline is allowed by its hash, MkDocs' own script among it; nothing else is."""
    text, headers = preview.page("calculator/")
    policy = page_headers(text)["Content-Security-Policy"]
    assert headers["Content-Security-Policy"] == policy
    assert "livereload(" in text
    assert "'unsafe-inline'" not in policy


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder with the engine of other figures."""
    (tmp_path / "0123456789abcdef/former").mkdir(parents=True)
    return tmp_path


@pytest.mark.node
def test_changed_figures_are_shown_with_the_former_engine_until_theirs_is_made(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the file that the preview watches is touched, and theirs is given."""
    data, begun, go_on = load_data(), threading.Event(), threading.Event()
    key = engine_key(data, requests(editions()), stock=False)

    def make(*_: Any, **__: Any) -> None:
        begun.set()
        go_on.wait(LONGEST)
        (made / key / "new").mkdir(parents=True)

    monkeypatch.setattr(preview_engine, "engine_of", make)
    engines = PreviewEngine(made / "mark", made)
    assert engines.engine_of(data, editions()).name == "former"
    engines.make_wanted()
    assert begun.wait(LONGEST)
    assert not engines.mark.exists()
    go_on.set()
    engines.join()
    assert engines.mark.exists()
    assert engines.engine_of(data, editions()).name == "new"
