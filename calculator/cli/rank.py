"""``rank``: a table of applicants in order, and who is admitted."""

import argparse
import sys
from pathlib import Path
from typing import Final

from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.loading import load_editions
from calculator.cli.options import add_on, add_standard, add_track
from calculator.cli.progress import Progress
from calculator.cli.selection import parse_day_option, select_standard
from calculator.cli.streams import read_lines
from calculator.ranking.contest import Contest
from calculator.ranking.read_admissions import read_admissions
from calculator.ranking.read_applicants import read_applicants
from calculator.ranking.write_ranking import write_ranking
from calculator.reading.problems import Problem
from calculator.scoring.estimate import estimate

SUMMARY: Final = "给申请人排名，看谁入围"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The applicants, and how many of them are admitted."""
    parser.add_argument("applicants", metavar="APPLICANTS.csv", help="申请人的表；- 为标准输入")
    add_standard(parser)
    add_track(parser, required=True)
    add_on(parser)
    line = parser.add_mutually_exclusive_group()
    line.add_argument("--quota", metavar="N", help="取前 N 名")
    line.add_argument("--threshold", metavar="N", help="N 分以上入围")
    line.add_argument("--seats", metavar="SEATS.csv", help="各校各年级的学位数")


def run(options: argparse.Namespace) -> int:
    """The ranking as CSV; rows that are refused on stderr. Raises ``InputError``."""
    on = parse_day_option(options.on)
    editions = load_editions()
    standard = select_standard(options, editions, on)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each row
    seats = read_lines(options.seats) if options.seats is not None else None
    admissions = read_admissions(options.quota, options.threshold, seats)
    contest = Contest(standard, options.track, on, editions.facts_accepted_by(standard), admissions)
    progress = Progress(Path(options.applicants))
    refused = 0

    def refuse(problem: Problem) -> None:
        nonlocal refused
        refused += 1
        progress.say(problem)

    lines = progress.watch(read_lines(options.applicants))
    applicants = read_applicants(lines, contest, refuse, progress.say)
    write_ranking(sys.stdout, applicants, contest)
    if refused:
        progress.say(f"已排 {len(applicants)} 人。上面列出的行没有排，改好后请重新运行。")
    return SOME_REFUSED if refused else DONE
