"""The command line: ``python -m calculator estimate|rank|outlook|diff|standards|check``."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from calculator.desk import AT_FAULT, DONE, diff, estimate, outlook, rank
from calculator.desk.arguments import Run, make_parser
from calculator.desk.check import check_together
from calculator.desk.toml_files import load_editions, load_standard
from calculator.problems import InputError
from calculator.words.edition import days_in_force


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = make_parser(_COMMANDS).parse_args(arguments)
    try:
        return int(options.run(options))
    except InputError as error:
        print(error, file=sys.stderr)
        return AT_FAULT
    except BrokenPipeError:
        sys.stderr.close()
        return AT_FAULT


def _standards(_: argparse.Namespace) -> int:
    for standard in load_editions().standards.values():
        number = standard.number or "文号未见"
        print(f"{standard.id}  {standard.title}（{standard.edition}），{number}")
        for track in standard.tracks.values():
            print(f"  {track.id}  {track.label}：{days_in_force(track)}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    editions = load_editions()
    checked = [load_standard(path, editions) for path in options.paths]
    check_together(editions.listed, checked)
    for standard in checked or editions.standards.values():
        print(f"{standard.id}：{len(standard.items)} 项，没有发现问题")
    return DONE


_COMMANDS: Final[dict[str, Run]] = {
    "estimate": estimate.run,
    "rank": rank.run,
    "outlook": outlook.run,
    "diff": diff.run,
    "standards": _standards,
    "check": _check,
}
