"""Every figure is guarded: no slip of the pen in a standard goes unnoticed."""

import pytest

from tests.figure_mutants import notices
from tests.support import editions


@pytest.mark.figures
@pytest.mark.parametrize("standard_id", editions().standards)
def test_every_figure_is_guarded(standard_id: str) -> None:
    """A number one more or less, a tier or cap left out, a day before or after: a case fails."""
    assert [said for said, notice in notices(standard_id) if notice == "nobody"] == []
