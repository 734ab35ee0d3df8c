"""``rank``: a table of applicants in order, and who is admitted."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from calculator.cli.exit_codes import DONE, SOME_REFUSED
from calculator.cli.loading import load_editions
from calculator.cli.options import add_on, add_standard, add_track
from calculator.cli.progress import Progress
from calculator.cli.selection import parse_day_option, select_standard
from calculator.cli.streams import opened, read_table_lines
from calculator.ranking.contest import Contest
from calculator.ranking.csv_sheet import read_csv
from calculator.ranking.read_admissions import read_admissions
from calculator.ranking.read_applicants import read_applicants
from calculator.ranking.sheet import RawRow
from calculator.ranking.write_ranking import Row, rank_lists, write_csv, write_xlsx
from calculator.ranking.xlsx_sheet import import_openpyxl, read_xlsx
from calculator.reading.problems import InputError, Problem, why_cannot_open
from calculator.scoring.estimate import estimate

SUMMARY: Final = "给申请人排名，看谁入围"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The applicants, how many of them are admitted, and where the ranking goes."""
    words = "申请人的表，CSV 或 .xlsx；- 为标准输入，CSV"
    parser.add_argument("applicants", metavar="APPLICANTS.csv|.xlsx", help=words)
    add_standard(parser)
    add_track(parser, required=True)
    add_on(parser)
    line = parser.add_mutually_exclusive_group()
    line.add_argument("--quota", metavar="N", help="取前 N 名")
    line.add_argument("--threshold", metavar="N", help="N 分以上入围")
    line.add_argument("--seats", metavar="SEATS.csv|.xlsx", help="各校各年级的学位数")
    words = "写到文件，用 Excel、WPS 打开；.xlsx 中长号码不变样。默认输出 CSV"
    parser.add_argument("--output", metavar="RANKING.csv|.xlsx", help=words)


def run(options: argparse.Namespace) -> int:
    """The ranking as CSV; rows that are refused on stderr. Raises ``InputError``."""
    on = parse_day_option(options.on)
    editions = load_editions()
    standard = select_standard(options, editions, on)
    estimate(standard, {}, options.track, on)  # a wrong track is no fault of each row
    _check_output(options)
    seats = _read_rows(options.seats) if options.seats is not None else None
    admissions = read_admissions(options.quota, options.threshold, seats)
    contest = Contest(standard, options.track, on, editions.facts_accepted_by(standard), admissions)
    progress = Progress(Path(options.applicants))
    refused = 0

    def refuse(problem: Problem) -> None:
        nonlocal refused
        refused += 1
        progress.say(problem)

    rows = _read_rows(options.applicants, progress)
    applicants = read_applicants(rows, contest, refuse, progress.say)
    _write(options.output, rank_lists(applicants, contest))
    if refused:
        ranked = len(applicants.accepted)
        progress.say(f"已排 {ranked} 人。上面列出的行没有排，改好后请重新运行。")
    return SOME_REFUSED if refused else DONE


def _read_rows(name: str, progress: Progress | None = None) -> Iterator[RawRow]:
    """The rows of a table, of which kind the name's ending says."""
    if name.lower().endswith(".xlsx"):
        with opened(name) as stream:
            yield from read_xlsx(stream)
    else:
        lines = read_table_lines(name)
        yield from read_csv(progress.watch(lines) if progress else lines)


def _check_output(options: argparse.Namespace) -> None:
    """Raise ``InputError`` where the ranking would be of no kind, or would overwrite a table."""
    if options.output is None:
        return
    path = Path(options.output)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise InputError([Problem("output", f"读到 {path.name}", "以 .csv 或 .xlsx 结尾的文件名")])
    if path.resolve() in {
        Path(name).resolve() for name in (options.applicants, options.seats or "")
    }:
        raise InputError([Problem("output", f"{path.name} 是要读的表", "另一个文件名")])
    if path.suffix.lower() == ".xlsx":
        import_openpyxl()  # before everything is read


def _write(name: str | None, rows: Iterable[Row]) -> None:
    if name is None:
        write_csv(sys.stdout, rows)
        return
    try:
        if name.lower().endswith(".xlsx"):
            with Path(name).open("wb") as workbook:
                write_xlsx(workbook, rows)
        else:
            # Without the mark that utf-8-sig writes, Excel takes the Chinese for GBK.
            with Path(name).open("w", encoding="utf-8-sig", newline="") as file:
                write_csv(file, rows)
    except OSError as error:
        raise InputError([Problem(name, why_cannot_open(error), "可写的文件")]) from None
