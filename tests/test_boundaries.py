"""On every step, cap, tier and birthday of an edition, and on either side, a golden case stands."""

import pytest

from tests.boundaries import boundaries
from tests.support import editions


@pytest.mark.parametrize("standard_id", editions().standards)
def test_a_case_stands_on_and_either_side_of_every_boundary(standard_id: str) -> None:
    """Those where none stands are named."""
    found = boundaries(editions().get(standard_id))
    assert [f"{standard_id} {said}" for said, those in found.items() if not those] == []
