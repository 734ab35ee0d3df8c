"""Reading how many are admitted: one limit for all, or the seats of each school and grade."""

from collections.abc import Iterator, Mapping
from functools import partial

from calculator.ranking.admission import Admission, quota, seats, threshold
from calculator.ranking.cells import read_cell_number, read_cell_whole, read_name, try_read
from calculator.ranking.contest import LIST_COLUMNS, Admissions
from calculator.ranking.sheet import RawRow, at_row, read_sheet
from calculator.reading.problems import InputError, Problem


def read_admissions(
    quota_text: str | None, threshold_text: str | None, seats_rows: Iterator[RawRow] | None
) -> Admissions:
    """How each list admits, from the command's options, of which at most one is given.

    Raises ``InputError`` where the option's value or the table of seats is at fault.
    """
    if seats_rows is not None:
        return read_seats(seats_rows)
    if quota_text is not None:
        return {(): quota(read_cell_whole({"quota": quota_text}, "quota"))}
    points = read_cell_number({"threshold": threshold_text or ""}, "threshold")
    if points is None and threshold_text is not None:
        raise InputError([Problem("threshold", "空着", "一个数，例如 480")])
    return {(): None if points is None else threshold(points)}


def read_seats(raw_rows: Iterator[RawRow]) -> Admissions:
    """How each school and grade admits: ``town,school,grade,seats`` and, where it holds, ``floor``.

    Raises ``InputError`` with everything that is wrong. No row is left out, unlike an applicant's:
    with half of the seats the wrong people would be admitted.
    """
    problems: list[Problem] = []
    rows: dict[tuple[str, ...], int] = {}  # by list, the first row that names it
    found: dict[tuple[str, ...], Admission] = {}
    try:
        columns = (*LIST_COLUMNS, "seats")
        sheet = read_sheet(raw_rows, columns, {*columns, "floor"}, problems.append)
        for number, cells in sheet.rows:
            faults: list[Problem] = []
            list_key = try_read(faults, partial(read_list_key, cells)) or ()
            places = try_read(faults, partial(read_cell_whole, cells, "seats")) or 0
            floor = try_read(faults, partial(read_cell_number, cells, "floor"))
            if rows.setdefault(list_key, number) != number and list_key:
                found_twice = f"第 {rows[list_key]} 行也是 {' '.join(list_key)}"
                faults.append(Problem("", found_twice, "每校每年级一行"))
            problems += (at_row(number, fault) for fault in faults)
            found[list_key] = seats(places, floor)
    except InputError as error:
        problems += error.problems
    if not found and not problems:
        problems.append(Problem("", "没有一行", "每校每年级一行"))
    if problems:
        raise InputError(
            Problem(f"学位表{problem.where}", problem.found, problem.expected)
            for problem in problems
        )
    return found


def read_list_key(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Town, school and grade of a row. Raises ``InputError`` with every cell that does not fit."""
    faults: list[Problem] = []
    names = [try_read(faults, partial(read_name, cells, column)) or "" for column in LIST_COLUMNS]
    if faults:
        raise InputError(faults)
    return tuple(names)
