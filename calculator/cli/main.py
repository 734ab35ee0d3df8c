"""The command line: ``suzhou-points``, or ``python -m calculator``, and one of the commands."""

import sys
from collections.abc import Sequence
from typing import Final

from calculator.cli import diff, estimate, outlook, rank, standards
from calculator.cli.arguments import Run, make_parser
from calculator.cli.check import command as check
from calculator.cli.exit_codes import AT_FAULT
from calculator.reading.problems import InputError


def main(arguments: Sequence[str] | None = None, program: str = "suzhou-points") -> int:
    """Run one command; the exit code. ``program`` is how it was called, as usage lines say it."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = make_parser(_COMMANDS, program).parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT


_COMMANDS: Final[dict[str, Run]] = {
    "estimate": estimate.run,
    "rank": rank.run,
    "outlook": outlook.run,
    "diff": diff.run,
    "standards": standards.run,
    "check": check.run,
}
