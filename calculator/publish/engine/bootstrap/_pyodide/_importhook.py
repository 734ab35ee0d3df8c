"""Hooks of the import system: none is set, so that ``import js`` fails as any unknown name."""


def register_js_finder() -> None:
    """For ``finalizeBootstrap``."""


def register_js_module(_name: str, _module: object) -> None:
    """For ``finalizeBootstrap``."""


def register_windows_finder() -> None:
    """For ``finalizeBootstrap``."""


def register_module_not_found_hook(_packages: object) -> None:
    """For the package index of ``loadPyodide``; the engine's lock file lists no package."""


def add_note_to_module_not_found_error(_error: ModuleNotFoundError) -> None:
    """For ``wrap_exception`` in the core: there is nothing that one could install."""
