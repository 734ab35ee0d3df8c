"""``make fuzz``: the tests of untrusted input, with new examples each time, module and page.

    FUZZ_EXAMPLES=20000 python -m tests.fuzz_runs

How many examples each test passed goes into ``assurance.json``. What fails is printed with the
example, and tried first the next time.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.assurance import record
from tests.browser.untrusted import shares

HERE = Path(__file__).parent


def main() -> int:
    """Pytest's exit code."""
    os.environ["HYPOTHESIS_PROFILE"] = "fuzz"
    examples = int(os.environ.setdefault("FUZZ_EXAMPLES", "20000"))
    return _run("module", "test_fuzz.py", {"examples": examples}) or _run(
        "page", "browser/test_untrusted.py", shares(examples)
    )


def _run(what: str, tests: str, tried: dict[str, int]) -> int:
    """Pytest's exit code; what was tried is recorded where all passed."""
    began = time.monotonic()
    code = subprocess.call([sys.executable, "-m", "pytest", str(HERE / tests), "-q"])
    if not code:
        record("fuzz", what, tried | {"seconds": int(time.monotonic() - began)})
    return code


if __name__ == "__main__":
    sys.exit(main())
