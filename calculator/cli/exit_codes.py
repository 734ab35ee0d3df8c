"""The exit codes of every command."""

from typing import Final

DONE: Final = 0
AT_FAULT: Final = 2
"""The input is at fault: a message on stderr, nothing on stdout."""
SOME_REFUSED: Final = 3
"""Done, but some lines or rows were refused, each named."""
