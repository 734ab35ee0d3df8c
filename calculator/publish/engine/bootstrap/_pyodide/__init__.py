"""What the start of Pyodide asks of Python, and no more: calling a function, text in, text out.

Pyodide's own packages of this name serve a whole Python: source that runs with its last value,
awaiting, JavaScript modules, packages over the network. Here nobody asks for that, and what they
import would be most of what a visitor loads. Pyodide is pinned exactly; each name says for whom
it is there. What is missing raises, and the build already answers every request in this
interpreter.
"""

from . import _base, _importhook

__all__ = ["_base", "_importhook"]


def set_excepthook() -> None:
    """For ``loadPyodide``: the interpreter prints an exception itself, without ``traceback``."""
