"""The boundaries of an edition, each with the golden cases that stand there.

``rows`` are those of points: steps, caps, tiers, birthdays, days in force. ``gates`` are those of
who may apply, and when. Both follow from the edition's data alone.
"""

from calculator.standard.standard import Standard
from tests.boundaries.gates import gates
from tests.boundaries.rows import rows
from tests.golden import cases
from tests.support import editions


def boundaries(standard: Standard) -> dict[str, list[str]]:
    """On every boundary of an edition and on either side: the ids of the cases and checks."""
    own = [each.case for each in cases(editions()) if each.standard == standard.id]
    return rows(standard, own) | gates(standard)
