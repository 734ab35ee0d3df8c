"""Three-valued logic: true, false, and ``None`` for what is not known yet (Kleene).

>>> all_of([True, None]), all_of([False, None]), any_of([True, None]), negate(None)
(None, False, True, None)
"""

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None
"""``None``: not known, because an answer is missing that could decide it."""


def all_of(truths: Iterable[Truth]) -> Truth:
    """Whether all are true; false as soon as one is false, whatever is open. Of none: true."""
    found = set(truths)
    if False in found:
        return False
    return None if None in found else True


def any_of(truths: Iterable[Truth]) -> Truth:
    """Whether at least one is true; true as soon as one is, whatever is open. Of none: false."""
    found = set(truths)
    if True in found:
        return True
    return None if None in found else False


def negate(truth: Truth) -> Truth:
    """The opposite; unknown stays unknown."""
    return None if truth is None else not truth
