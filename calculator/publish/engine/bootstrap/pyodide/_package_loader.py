"""Where packages would be: none is loaded."""


class Folder:
    """A path that JavaScript asks for its text."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = Folder("/lib/python3.14/site-packages")  # for finalizeBootstrap
DSO_DIR = Folder("/usr/lib")  # for finalizeBootstrap


def init_loaded_packages() -> None:
    """For the package index of ``loadPyodide``."""
