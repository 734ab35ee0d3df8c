"""Running source and importing by name, for ``finalizeBootstrap`` and ``pyimport``."""

from importlib import import_module
from typing import Any


def eval_code(source: str, names: dict[str, Any] | None = None) -> Any:
    """For ``API.runPythonInternal``: ``statement; expression``, and the expression's value."""
    names = {} if names is None else names
    statement, _, expression = source.rpartition(";")
    exec(statement, names)
    return eval(expression.strip(), names)


def pyimport_impl(path: str) -> Any:
    """For ``pyimport``: the module of this dotted name."""
    return import_module(path)
