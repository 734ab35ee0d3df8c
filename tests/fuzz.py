"""``make fuzz``: the tests of strangers' input, with new examples each time.

    FUZZ_EXAMPLES=20000 python -m tests.fuzz

How many examples each test passed goes into ``assurance.json``. What fails is printed with the
example, and tried first the next time.
"""

import os
import sys
import time
from pathlib import Path

import pytest

from tests.assurance import record

TESTS = str(Path(__file__).with_name("test_fuzz.py"))


def main() -> int:
    """Pytest's exit code."""
    os.environ["HYPOTHESIS_PROFILE"] = "fuzz"
    examples = int(os.environ.setdefault("FUZZ_EXAMPLES", "20000"))
    began = time.monotonic()
    code = int(pytest.main([TESTS, "-q"]))
    if not code:
        record("fuzz", "module", {"examples": examples, "seconds": int(time.monotonic() - began)})
    return code


if __name__ == "__main__":
    sys.exit(main())
