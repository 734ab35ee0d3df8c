"""``make coverage``: the report of the run before, its total into ``assurance.json``.

python -m tests.line_coverage     exit 2 where a line or a branch of calculator/ was not run
"""

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
    except CoverageException as error:
        print(error)
        return 2
    record("coverage", "calculator", {"percent": round(total, 2)})
    return 0 if total == 100 else 2


if __name__ == "__main__":
    sys.exit(main())
