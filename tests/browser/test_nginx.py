"""The sample configuration of nginx, on a real one."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser

from calculator.publish.budgets import LIMITS
from calculator.publish.headers import HOSTS, IMMUTABLE, embed_headers, headers
from tests.browser.engines import program
from tests.browser.test_transport import READY

LISTED = "https://www.suzhou.example https://*.suzhou.example"

HTTP = """
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    log_format sent "$request_uri $bytes_sent $status";
    access_log {folder}/access.log sent;
    {sample}
}}
"""


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of an nginx with the sample, and its log of bytes sent."""
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)  # its workers are another user
    root = folder / "site"
    shutil.copytree(site, root)
    port = _free_port()
    sample = (site / "hosting/nginx.conf").read_text("utf-8")
    sample = sample.replace("listen 80;", f"listen 127.0.0.1:{port};")
    sample = sample.replace("root /var/www/suzhou-points;", f"root {root};")
    sample = sample.replace(f'default "{HOSTS}";', f'default "{LISTED}";')
    (folder / "nginx.conf").write_text(HTTP.format(folder=folder, sample=sample), "utf-8")
    path = f"{program('nginx', '/usr/sbin/nginx')}"
    # Started by root it becomes nobody, who may not come into pytest's folders.
    user = ["-g", "user root;"] if _is_root() else []
    command = [path, "-c", str(folder / "nginx.conf"), "-p", str(folder), *user]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        _wait(port)
        yield f"http://127.0.0.1:{port}/", folder / "access.log"
        process.terminate()


def _is_root() -> bool:
    return Path("/root").is_dir() and Path("/proc/self").owner() == "root"


def _free_port() -> int:
    with socket.socket() as each:
        each.bind(("127.0.0.1", 0))
        return int(each.getsockname()[1])


def _wait(port: int) -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with socket.socket() as each:
            if each.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx did not start")


def test_headers_are_those_of_the_site(nginx: tuple[str, Path], site: Path) -> None:
    """Every header of the preview, on a page and on an engine's file."""
    [engine] = (site / "engine").iterdir()
    for path in ("", f"engine/{engine.name}/worker.js"):
        found = _headers(nginx[0] + path)
        assert {name: found[name] for name in headers(site)} == headers(site)


def test_only_pages_to_be_embedded_name_the_sites_that_may(nginx: tuple[str, Path]) -> None:
    """The list that the host filled in is sent below ``embed/``, and nowhere else."""
    for path in ("embed/", "embed/suzhou-2016.html", "embed/v1/embed.js"):
        found = _headers(nginx[0] + path)
        assert {name: found[name] for name in embed_headers(LISTED)} == embed_headers(LISTED)
    assert "suzhou.example" not in _headers(nginx[0] + "calculator/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "accepts", "sent"),
    [
        ("engine.wasm", "gzip, deflate, br", ("br", "application/wasm")),
        ("engine.wasm", "gzip", ("gzip", "application/wasm")),
        ("engine.wasm", "", (None, "application/wasm")),
        ("engine.wasm.gz", "gzip, br", (None, "application/octet-stream")),
        ("engine.wasm.br", "gzip, br", (None, "application/octet-stream")),
        ("worker.js", "br", ("br", "text/javascript")),
    ],
)
def test_copy_that_the_browser_accepts_is_sent(
    nginx: tuple[str, Path], site: Path, name: str, accepts: str, sent: tuple[str | None, str]
) -> None:
    """The prepared copy, named as what it is; a copy asked for by its name comes as it lies."""
    [engine] = (site / "engine").iterdir()
    found = _headers(f"{nginx[0]}engine/{engine.name}/{name}", accepts)
    assert (found["Content-Encoding"], found["Content-Type"]) == sent
    assert found["Cache-Control"] == IMMUTABLE


def test_pages_are_asked_for_anew(nginx: tuple[str, Path]) -> None:
    """A new release is seen at once."""
    assert _headers(f"{nginx[0]}calculator/")["Cache-Control"] == "no-cache"


def test_first_visit_is_within_its_budget_and_second_brings_nothing(
    nginx: tuple[str, Path], chromium: Browser
) -> None:
    """Bytes of the engine as nginx counts them; none of it on the second visit."""
    base, log = nginx
    log.write_text("")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{base}calculator/")
    page.locator(READY).wait_for(timeout=60_000)
    first = _sent(log)
    page.goto(f"{base}calculator/")
    page.locator(READY).wait_for(timeout=60_000)
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
