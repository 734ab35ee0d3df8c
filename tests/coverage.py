"""``make coverage``: the report of the run before, its total into ``assurance.json``.

    python -m tests.coverage     exit 2 where a line or a branch of calculator/ was not run
"""

import io
import sys

from coverage import Coverage
from coverage.exceptions import CoverageException

from tests.assurance import record


def main() -> int:
    """Print what was not run; the exit code."""
    run = Coverage()
    run.load()
    try:
        total = run.report(file=sys.stdout)
        counts = run.report(file=io.StringIO(), skip_covered=False, show_missing=False)
    except CoverageException as error:
        print(error)
        return 2
    least = float(run.get_option("report:fail_under") or 0)
    record("coverage", "calculator", {"percent": round(min(total, counts), 2)})
    return 2 if total < least else 0


if __name__ == "__main__":
    sys.exit(main())
