"""Real web servers with the configurations that we hand out, on the loopback address."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from calculator.publish.hosting.headers import HOSTS
from tests.browser.engines import program
from tests.browser.waiting import wait_until

LISTED = "https://www.suzhou.example https://*.suzhou.example"
"""The sites that may embed, as the host fills them in."""

NGINX = """
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

MODULES = "mpm_event authz_core mime dir headers rewrite negotiation setenvif env deflate filter"
"""As Debian loads them; mod_negotiation is known to meddle with copies."""

APACHE = """
ServerRoot /usr/lib/apache2
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
Mutex file:{folder} default
{modules}
TypesConfig /etc/mime.types
LogFormat "%U %O %>s" sent
CustomLog {folder}/access.log sent
DocumentRoot {folder}/site
<Directory {folder}/site>
    AllowOverride All
    Require all granted
</Directory>
"""


@contextmanager
def nginx(site: Path, folder: Path) -> Iterator[str]:
    """The address of an nginx in this folder, with our ``nginx.conf``."""
    root, port = _copied(site, folder), _free_port()
    sample = _filled_in(site / "hosting/nginx.conf.txt")
    sample = sample.replace("listen 80;", f"listen 127.0.0.1:{port};")
    sample = sample.replace("root /var/www/suzhou-points;", f"root {root};")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, sample=sample), "utf-8")
    path = program("nginx", "/usr/sbin/nginx")
    with _running([path, "-c", f"{folder}/nginx.conf", "-p", f"{folder}"], port) as base:
        yield base


@contextmanager
def apache(site: Path, folder: Path) -> Iterator[str]:
    """The address of an Apache in this folder, with our ``.htaccess``."""
    root, port = _copied(site, folder), _free_port()
    (root / ".htaccess").write_text(_filled_in(site / "hosting/htaccess.txt"), "utf-8")
    modules = "\n".join(
        f"LoadModule {module}_module modules/mod_{module}.so" for module in MODULES.split()
    )
    filled_in = APACHE.format(folder=folder, port=port, modules=modules)
    (folder / "httpd.conf").write_text(filled_in, "utf-8")
    path = program("apache2", "/usr/sbin/apache2")
    with _running([path, "-f", f"{folder}/httpd.conf", "-D", "FOREGROUND"], port) as base:
        yield base


def _copied(site: Path, folder: Path) -> Path:
    folder.chmod(0o755)  # started by root, a server serves as another user
    return shutil.copytree(site, folder / "site")


def _filled_in(sample: Path) -> str:
    return sample.read_text("utf-8").replace(HOSTS, LISTED)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int) -> Iterator[str]:
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        wait_until(lambda: _listens(port), f"{command[0]} does not listen")
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
