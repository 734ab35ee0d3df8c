"""Settings for all tests: properties draw the same examples on every machine, without a clock.

``HYPOTHESIS_PROFILE`` chooses others: ``fuzz`` draws new examples for minutes, ``mutation`` only
looks whether anything fails.
"""

import os

from hypothesis import HealthCheck, Phase, settings

settings.register_profile("same-everywhere", derandomize=True, deadline=None, max_examples=60)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "20000")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "mutation",
    settings.get_profile("same-everywhere"),
    max_examples=15,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same-everywhere"))
