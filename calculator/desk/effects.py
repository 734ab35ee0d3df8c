"""What a change of a standard does to each golden case, before it is published. Desk only.

The cases stand in ``tests/golden``, one file an edition, beside the package in a checkout only.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from calculator.compare import Points, person
from calculator.golden import Case
from calculator.interval import Interval
from calculator.standard import Standard

FOLDER: Final = Path(__file__).parents[2] / "tests/golden"


class Effect(NamedTuple):
    """What a change does to a case: its total before and after, and the items that differ.

    An item may differ where the total does not: two changes that balance, a total without an end.
    """

    id: str
    was: Interval
    now: Interval
    items: tuple[Points, ...]


def effects(a: Standard, b: Standard, cases: Iterable[Case]) -> tuple[Effect, ...]:
    """What changing ``a`` into ``b`` does to each case. Raises ``InputError``."""
    found = []
    for case in cases:
        both = person(a, b, case.facts, case.track, case.on)
        found.append(Effect(case.id, both.was.total, both.now.total, both.apart))
    return tuple(found)
