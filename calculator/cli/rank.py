"""``rank``: a table of applicants in order, and who is admitted."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.loading import load_editions
from calculator.cli.selection import parse_day_option, select_standard
from calculator.cli.streams import read_lines
from calculator.ranking.contest import Contest
from calculator.ranking.read_admissions import read_admissions
from calculator.ranking.read_applicants import read_applicants
from calculator.ranking.write_ranking import write_ranking
from calculator.reading.problems import Problem
from calculator.scoring.estimate import estimate


def run(options: argparse.Namespace) -> int:
    """The ranking as CSV; rows that are refused on stderr. Raises ``InputError``."""
    from tqdm import tqdm  # noqa: PLC0415 - 50 ms that no other command needs

    on = parse_day_option(options.on)
    editions = load_editions()
    standard = select_standard(options, editions, on)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each row
    seats = read_lines(options.seats) if options.seats is not None else None
    admissions = read_admissions(options.quota, options.threshold, seats)
    contest = Contest(standard, options.track, on, editions.facts_accepted_by(standard), admissions)
    size = Path(options.applicants).stat().st_size if Path(options.applicants).is_file() else None
    refused = 0

    def remark(words: object) -> None:
        tqdm.write(str(words), file=sys.stderr)

    def refuse(problem: Problem) -> None:
        nonlocal refused
        refused += 1
        remark(problem)

    def watched() -> Iterator[tuple[int, bytes]]:
        # `disable=None`: no bar where stderr is no terminal.
        with tqdm(total=size, unit="B", unit_scale=True, disable=None, leave=False) as bar:
            for number, line in read_lines(options.applicants):
                bar.update(len(line) + 1)
                yield number, line

    applicants = read_applicants(watched(), contest, refuse, remark)
    write_ranking(sys.stdout, applicants, contest)
    if refused:
        remark(f"已排 {len(applicants)} 人。上面列出的行没有排，改好后请重新运行。")
    return SOME_REFUSED if refused else DONE
