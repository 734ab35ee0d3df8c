"""Settings for all tests: properties draw the same examples on every machine, without a clock."""

from hypothesis import settings

settings.register_profile("same-everywhere", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("same-everywhere")
