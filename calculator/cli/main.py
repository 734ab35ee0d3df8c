"""The command line: ``suzhou-points``, or ``python -m calculator``, and one of the commands."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final, Protocol

from calculator.cli import conditions, diff, estimate, outlook, rank, standards, ways
from calculator.cli.argparse_chinese import in_chinese
from calculator.cli.check import command as check
from calculator.cli.exit_codes import AT_FAULT
from calculator.cli.schema import command as schema
from calculator.reading.problems import InputError


class Command(Protocol):
    """The module of a command."""

    SUMMARY: str

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None:
        """Tell the parser which arguments the command takes."""

    def run(self, options: argparse.Namespace, /) -> int:
        """Run the command; its exit code. Raises ``InputError``."""


COMMANDS: Final[dict[str, Command]] = {
    "estimate": estimate,
    "conditions": conditions,
    "rank": rank,
    "outlook": outlook,
    "diff": diff,
    "standards": standards,
    "ways": ways,
    "check": check,
    "schema": schema,
}


def main(arguments: Sequence[str] | None = None, program: str = "suzhou-points") -> int:
    """Run one command; the exit code. ``program`` is how it was called, as usage lines say it."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with in_chinese():
        options = make_parser(program).parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT


def make_parser(program: str) -> argparse.ArgumentParser:
    """The parser of the whole command line; ``run`` of what it reads is the command's."""
    parser = argparse.ArgumentParser(
        prog=program, description="苏州积分：估算、排名、展望、比较、检查。"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", title="命令")
    for name, command in COMMANDS.items():
        own = commands.add_parser(name, help=command.SUMMARY, description=command.SUMMARY)
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return parser
