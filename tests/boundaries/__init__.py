"""The boundaries of an edition, each with the golden cases that stand there.

``points.py`` has those of points: steps, caps, tiers, birthdays, days in force. ``conditions.py``
has those of who may apply, and when. Both follow from the edition's data alone.
"""

from calculator.standard.standard import Standard
from tests.boundaries.conditions import condition_boundaries
from tests.boundaries.points import point_boundaries
from tests.golden import cases
from tests.support import editions


def boundaries(standard: Standard) -> dict[str, list[str]]:
    """On every boundary of an edition and on either side: the ids of the cases and checks."""
    own = [golden.case for golden in cases(editions()) if golden.standard == standard.id]
    return point_boundaries(standard, own) | condition_boundaries(standard)
