"""Settings for all tests: properties draw the same examples on every machine, without a clock.

``HYPOTHESIS_PROFILE`` chooses others: ``fuzz`` draws new examples for minutes, ``nightly`` some
hundreds each night, ``mutation`` only looks whether anything fails.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

settings.register_profile("same-everywhere", derandomize=True, deadline=None, max_examples=60)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "20000")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "nightly",
    deadline=None,
    max_examples=1000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "mutation",
    settings.get_profile("same-everywhere"),
    max_examples=15,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(
    os.environ.get(
        "HYPOTHESIS_PROFILE", "nightly" if "NIGHTLY" in os.environ else "same-everywhere"
    )
)

_TOGETHER = {"publish": Path(__file__).parent / "publish"}
"""Folders whose tests share what takes long to make, the engine and the site's pages."""


@pytest.hookimpl(tryfirst=True)  # pytest-xdist reads the marks in the same hook
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together, on one worker of pytest-xdist, what shares fixtures: a file or a folder."""
    for item in items:
        if not any(item.iter_markers("xdist_group")):
            folders = (name for name, folder in _TOGETHER.items() if folder in item.path.parents)
            item.add_marker(pytest.mark.xdist_group(next(folders, str(item.path))))
