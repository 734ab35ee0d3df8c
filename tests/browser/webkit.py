"""Debian's WebKitGTK, the nearest thing to Safari, through WebDriver on a display of its own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from selenium.webdriver import Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.engines import Engine, program

ENDS_WITH_US = ("--pdeathsig", "TERM")  # of setpriv: also where the tests are killed


class WebKit(Engine):
    """WebKitGTK's small test browser."""

    def __init__(self, driver: Remote) -> None:
        self._driver = driver

    @property
    def name(self) -> str:
        """As the driver says it."""
        return f"WebKitGTK {self._driver.capabilities['browserVersion']}"

    def open(self, url: str) -> None:
        """Go there, in the same profile, and return once the page has loaded."""
        self._driver.get(url)

    def _evaluate(self, expression: str) -> str:
        return str(self._driver.execute_script(f"return {expression}"))


class _Service(Service):
    """WebKitWebDriver, started by setpriv."""

    def command_line_args(self) -> list[str]:
        driver = program("WebKitWebDriver", "/usr/libexec/webkit2gtk-4.1/WebKitWebDriver")
        return [*ENDS_WITH_US, driver, *super().command_line_args()]


@contextmanager
def _display() -> Iterator[str]:
    """The name of a new X display that only local programs reach."""
    ours, its = os.pipe()
    command = [program("setpriv"), *ENDS_WITH_US, program("Xvfb"), "-displayfd", str(its)]
    size = ["-screen", "0", "1280x900x24"]
    with (
        os.fdopen(ours) as number,
        subprocess.Popen(
            [*command, *size, "-nolisten", "tcp"], pass_fds=[its], stderr=subprocess.DEVNULL
        ) as server,
    ):
        os.close(its)
        try:
            name = number.readline().strip()
            assert name, "Xvfb did not start"
            yield f":{name}"
        finally:
            server.terminate()


@contextmanager
def _service() -> Iterator[RemoteConnection]:
    """Where WebKitWebDriver answers."""
    with TemporaryDirectory(prefix="webkit-") as home, _display() as display:
        own = {
            "DISPLAY": display,
            "GDK_BACKEND": "x11",
            "HOME": home,
            "XDG_CACHE_HOME": f"{home}/cache",
            "MESA_SHADER_CACHE_DISABLE": "true",  # it writes on while its folder is removed
            "LANG": "zh_CN.UTF-8",  # else its language is "C", which is none
        }
        service = _Service(program("setpriv"), env={**os.environ, **own})
        service.start()
        try:
            yield RemoteConnection(client_config=ClientConfig(service.service_url))
        finally:
            service.stop()


@contextmanager
def webkit() -> Iterator[WebKit]:
    """WebKitGTK with a fresh profile; nothing of it is left afterwards."""
    with _service() as connection, Remote(connection, options=WebKitGTKOptions()) as driver:
        yield WebKit(driver)
