"""On every step, cap, tier and birthday of an edition, and on either side, a golden case stands."""

import pytest

from tests.boundaries import points
from tests.golden import cases
from tests.support import editions

CASES = tuple(cases(editions()))


@pytest.mark.parametrize("standard_id", editions().standards)
def test_a_case_stands_on_and_either_side_of_every_boundary(standard_id: str) -> None:
    """Those where none stands are named."""
    own = [each.case for each in CASES if each.standard == standard_id]
    missing = [
        f"{standard_id} {point.of}: {point.said}"
        for point in points(editions().get(standard_id))
        if not any(map(point.stands, own))
    ]
    assert missing == []
