"""The sample configurations of nginx and Apache, on real ones."""

from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from calculator.publish.engine.budgets import LIMITS
from calculator.publish.hosting.headers import IMMUTABLE, embed_headers, headers
from tests.browser.servers import LISTED, apache, nginx
from tests.browser.visits import READY


@pytest.fixture(scope="module", params=[nginx, apache], ids=["nginx", "apache"])
def served(site: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """The address of a server with our sample, and its log of bytes sent."""
    with TemporaryDirectory() as folder, request.param(site, Path(folder)) as base:
        yield base, Path(folder, "access.log")


def test_headers_are_those_of_the_site(served: tuple[str, Path], site: Path) -> None:
    """Every header of the preview, on a page and on an engine's file."""
    [engine] = (site / "engine").iterdir()
    for path in ("", f"engine/{engine.name}/worker.js"):
        found = _headers(served[0] + path)
        assert {name: found[name] for name in headers(site)} == headers(site)


def test_only_pages_to_be_embedded_name_the_sites_that_may(served: tuple[str, Path]) -> None:
    """The list that the host filled in is sent below ``embed/``, and nowhere else."""
    for path in ("embed/", "embed/suzhou-2016.html", "embed/v1/embed.js"):
        found = _headers(served[0] + path)
        assert {name: found[name] for name in embed_headers(LISTED)} == embed_headers(LISTED)
    assert "suzhou.example" not in _headers(served[0] + "calculator/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "accepts", "sent"),
    [
        ("engine.wasm", "gzip, deflate, br", ("br", "application/wasm")),
        ("engine.wasm", "gzip", ("gzip", "application/wasm")),
        ("engine.wasm", "", (None, "application/wasm")),
        ("worker.js", "br", ("br", "text/javascript")),
    ],
)
def test_copy_that_the_browser_accepts_is_sent(
    served: tuple[str, Path], site: Path, name: str, accepts: str, sent: tuple[str | None, str]
) -> None:
    """The prepared copy, named as what it is."""
    [engine] = (site / "engine").iterdir()
    found = _headers(f"{served[0]}engine/{engine.name}/{name}", accepts)
    assert (found["Content-Encoding"], found["Content-Type"]) == sent
    assert found["Cache-Control"] == IMMUTABLE


@pytest.mark.parametrize("copy", ["engine.wasm.gz", "engine.wasm.br"])
def test_copy_asked_for_by_its_name_comes_as_it_lies(
    served: tuple[str, Path], site: Path, copy: str
) -> None:
    """No browser unpacks it: the worker does."""
    [engine] = (site / "engine").iterdir()
    found = _headers(f"{served[0]}engine/{engine.name}/{copy}", "gzip, br")
    length = (engine / copy).stat().st_size
    assert found["Content-Encoding"] is None
    assert int(found["Content-Length"]) == length


def test_what_is_missing_is_not_missing_for_a_year(served: tuple[str, Path], site: Path) -> None:
    """A file of the engine that comes later is found."""
    [engine] = (site / "engine").iterdir()
    with pytest.raises(HTTPError) as found:
        _headers(f"{served[0]}engine/{engine.name}/none.wasm")
    with found.value as answer:
        assert answer.code == 404
        assert answer.headers["Cache-Control"] == "no-cache"


def test_pages_are_asked_for_anew(served: tuple[str, Path]) -> None:
    """A new release is seen at once."""
    assert _headers(f"{served[0]}calculator/")["Cache-Control"] == "no-cache"


def test_first_visit_is_within_its_budget_and_second_brings_nothing(
    served: tuple[str, Path], chromium: Browser
) -> None:
    """Bytes of the engine as the server counts them; none of it on the second visit."""
    base, log = served
    log.write_text("")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{base}calculator/")
    page.locator(READY).wait_for(state="attached", timeout=60_000)
    first = _sent(log)
    page.goto(f"{base}calculator/")
    page.locator(READY).wait_for(state="attached", timeout=60_000)
    context.close()
    assert 0 < first <= LIMITS["brotli"]
    assert _sent(log) == first


def _headers(url: str, accepts: str = "") -> Message:
    request = Request(url, headers={"Accept-Encoding": accepts})  # noqa: S310 - our own server
    with urlopen(request) as response:  # noqa: S310
        return response.headers  # type: ignore[no-any-return]


def _sent(log: Path) -> int:
    lines = [line.split() for line in log.read_text("utf-8").splitlines()]
    return sum(int(count) for path, count, _ in lines if "/engine/" in path)
