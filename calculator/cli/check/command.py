"""``check``: what is wrong with the product's standards, or with files of one's own."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from calculator.cli.check.editions import check_together
from calculator.cli.check.expiry import expiring
from calculator.cli.check.prose import prose_faults
from calculator.cli.exit_codes import DONE
from calculator.cli.loading import file_name, load_editions, load_standard
from calculator.cli.locate import lines_named
from calculator.cli.selection import parse_day_option
from calculator.reading.problems import InputError, Problem
from calculator.reading.toml_file import read_toml
from calculator.standard.loading import FACTS_FILE, ignored_files, standard_files

SUMMARY: Final = "检查计分标准有什么不对"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Files of one's own; none for the product's."""
    parser.add_argument(
        "paths",
        metavar="PATH.toml",
        nargs="*",
        type=Path,
        help="要检查的文件；不写则检查自带的各版",
    )


def run(options: argparse.Namespace) -> int:
    """A line for each standard without a fault, and warnings on stderr of what soon ends.

    Raises ``InputError`` with every fault.
    """
    editions = load_editions()
    if not options.paths:
        raise_if_any(ignored_files())
    checked = [load_standard(path, editions) for path in options.paths]
    with lines_named({file_name(path): path for path in options.paths}):
        check_together(editions.common_facts, checked)
    files = {file_name(path): path for path in options.paths} or standard_files()
    with lines_named(files):
        raise_if_any(
            fault
            for name, path in files.items()
            if name != FACTS_FILE
            for fault in prose_faults(read_toml(path, name), name)
        )
    for standard in checked or editions.standards.values():
        print(f"{standard.id}：{len(standard.items)} 项，没有发现问题")
    for warning in expiring(editions, parse_day_option(None)):
        print(f"注意：{warning}", file=sys.stderr)
    return DONE


def raise_if_any(faults: Iterable[Problem]) -> None:
    """Raise ``InputError`` with the faults where there are any."""
    found = list(faults)
    if found:
        raise InputError(found)
