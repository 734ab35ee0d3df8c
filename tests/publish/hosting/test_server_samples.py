"""What a host gets besides pages: headers, sample configurations, a preview that serves alike."""

import http.client
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from calculator.publish.engine.budgets import SCRIPTS, sent
from calculator.publish.hosting.headers import IMMUTABLE, headers, write_policies
from calculator.publish.hosting.server import address, make_server
from calculator.publish.hosting.server_samples import SAMPLES, write_samples

PAGE = "<!doctype html><script>let a</script><script src='x.js'>let b</script>"
HASH = "'sha256-IfEXP/8HLuXoAiy0hZVrCAcjcLsZqYFpLOHDGj8enqE='"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A page with a script of its own, and a program with its copies."""
    (tmp_path / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine/a.wasm").write_bytes(b"plain")
    (tmp_path / "engine/a.wasm.gz").write_bytes(b"gzip")
    (tmp_path / "engine/a.wasm.br").write_bytes(b"brotli")
    return tmp_path


@pytest.fixture
def server(site: Path) -> Iterator[ThreadingHTTPServer]:
    """The site, served."""
    with make_server(site) as serving:
        thread = threading.Thread(target=serving.serve_forever, daemon=True)
        thread.start()
        yield serving
        serving.shutdown()
        thread.join()


def answered(
    server: ThreadingHTTPServer, path: str, accepts: str = "", method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    """The response, and what it brings."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=5)
    connection.request(method, path, headers={"Accept-Encoding": accepts})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response, content


def test_policy_names_inline_scripts_by_their_hash(site: Path) -> None:
    """Those with an address of their own need none."""
    policy = headers(site)["Content-Security-Policy"]
    assert policy.startswith(f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {HASH}; ")


def test_samples_hold_the_headers_of_the_site(site: Path) -> None:
    """Each sample, with the policy of this very site."""
    write_samples(site)
    written = {file.name: file.read_text("utf-8") for file in (site / "hosting").iterdir()}
    assert sorted(written) == sorted(file.name for file in SAMPLES.iterdir())
    assert [name for name, text in written.items() if "sha256-" not in text] == []


@pytest.mark.parametrize(
    ("accepts", "encoding", "content"),
    [("", None, b"plain"), ("gzip", "gzip", b"gzip"), ("gzip, br", "br", b"brotli")],
)
def test_preview_sends_the_copy_that_is_accepted(
    server: ThreadingHTTPServer, accepts: str, encoding: str | None, content: bytes
) -> None:
    """The better one first, with the type of the file itself, to be kept for ever."""
    response, brought = answered(server, "/engine/a.wasm", accepts)
    assert (response.headers["Content-Encoding"], brought) == (encoding, content)
    assert response.headers["Content-Type"] == "application/wasm"
    assert response.headers["Cache-Control"] == IMMUTABLE


def test_a_page_without_its_charset_stops_the_build(site: Path) -> None:
    """Its policy would have no place to stand."""
    with pytest.raises(RuntimeError, match=r"index\.html names no charset"):
        write_policies(site)


def test_a_file_that_is_missing_may_come_later(server: ThreadingHTTPServer) -> None:
    """What is asked for below ``engine/`` is kept for ever only where it is there."""
    response, _ = answered(server, "/engine/none.wasm")
    assert (response.status, response.headers["Cache-Control"]) == (404, "no-cache")


def test_an_endless_address_is_refused(server: ThreadingHTTPServer) -> None:
    """As too long, and not with a traceback."""
    response, _ = answered(server, "/" + "a" * 70_000)
    assert response.status == 414


@pytest.mark.parametrize(("own", "sent"), [("", 0), ("没有这一页", 15)])
def test_missing_page_is_told_with_ours(
    server: ThreadingHTTPServer, site: Path, own: str, sent: int
) -> None:
    """Where there is one, whatever is asked for; a HEAD brings nothing of it."""
    if own:
        (site / "404.html").write_text(own, "utf-8")
    response, content = answered(server, "/none/")
    assert (response.status, content.decode() == own) == (404, bool(own))
    response, content = answered(server, "/none/", method="HEAD")
    assert (response.status, content) == (404, b"")
    assert int(response.headers["Content-Length"]) == sent or not own


def test_preview_sends_the_headers_of_the_site(server: ThreadingHTTPServer, site: Path) -> None:
    """With a page, that is asked for anew each time."""
    response, content = answered(server, "/index.html")
    assert {name: response.headers[name] for name in headers(site)} == headers(site)
    assert response.headers["Cache-Control"] == "no-cache"
    assert content == PAGE.encode()


def test_taken_port_is_no_obstacle(site: Path, server: ThreadingHTTPServer) -> None:
    """Another one is taken."""
    with make_server(site, port=int(server.server_address[1])) as other:
        assert address(other) != address(server)


def test_first_visit_is_weighed_by_what_the_host_makes_of_it(tmp_path: Path) -> None:
    """Where nothing is compressed, the worker takes the compressed program."""
    for name in (*SCRIPTS, "engine.wasm"):
        for ending, size in ((".br", 1), (".gz", 2), ("", 10)):
            (tmp_path / f"{name}{ending}").write_bytes(bytes(size))
    assert sent(tmp_path) == {"brotli": 5, "gzip": 10, "plain": 42}
