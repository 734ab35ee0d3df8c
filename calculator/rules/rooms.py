"""What stands in a room beside the rule, for the build and the tests; no engine takes it."""

from importlib import import_module
from typing import Any

from calculator.rules.requires import Requirement
from calculator.rules.shape import Shape
from calculator.rules.within import Within


def beside(rule: Shape | Requirement | Within, part: str) -> Any:
    """The module ``part`` in the room of a shape or a modifier: ``worksheet``, ``boundaries``.

    Looked up by name, so that the rule itself, which the engine takes, need not import it.
    """
    room = type(rule).__module__.rpartition(".")[0]
    return import_module(f"{room}.{part}")
