"""How many are admitted: one line for all, or the seats of each school and grade."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final, TypeAlias

from calculator.ranking.cells import read_cell_number, read_cell_whole, read_name, try_read
from calculator.ranking.csv_sheet import at_row, read_sheet
from calculator.ranking.order import Admission, quota, seats, threshold
from calculator.reading.problems import InputError, Problem

PLACE: Final = ("town", "school", "grade")
"""The list that somebody competes in for a seat (入学实施细则 第二条、第十四条)."""

Lines: TypeAlias = Iterable[tuple[int, bytes]]
Admissions: TypeAlias = Mapping[tuple[str, ...], Admission | None]
"""How each list admits, by its place; the one list of all, where there are no seats, is ``()``."""


def read_admissions(
    quota_text: str | None, threshold_text: str | None, seats_lines: Lines | None
) -> Admissions:
    """How each list admits, from what was asked for, at most one of the three.

    Raises ``InputError``.
    """
    if seats_lines is not None:
        return read_seats(seats_lines)
    if quota_text is not None:
        return {(): quota(read_cell_whole({"quota": quota_text}, "quota"))}
    points = read_cell_number({"threshold": threshold_text or ""}, "threshold")
    if points is None and threshold_text is not None:
        raise InputError([Problem("threshold", "空着", "一个数，例如 480")])
    return {(): None if points is None else threshold(points)}


def read_seats(lines: Lines) -> Admissions:
    """How each school and grade admits: ``town,school,grade,seats`` and, where it holds, ``floor``.

    Raises ``InputError`` with everything that is wrong: half a table admits the wrong people.
    """
    problems: list[Problem] = []
    rows: dict[tuple[str, ...], int] = {}
    found: dict[tuple[str, ...], Admission] = {}
    try:
        columns = (*PLACE, "seats")
        for number, cells in read_sheet(lines, columns, {*columns, "floor"}, problems.append).rows:
            faults: list[Problem] = []
            place = try_read(faults, partial(place_in, cells)) or ()
            places = try_read(faults, partial(read_cell_whole, cells, "seats")) or 0
            floor = try_read(faults, partial(read_cell_number, cells, "floor"))
            if rows.setdefault(place, number) != number and place:
                found_twice = f"第 {rows[place]} 行也是 {' '.join(place)}"
                faults.append(Problem("", found_twice, "每校每年级一行"))
            problems += (at_row(number, fault) for fault in faults)
            found[place] = seats(places, floor)
    except InputError as error:
        problems += error.problems
    if not found and not problems:
        problems.append(Problem("", "没有一行", "每校每年级一行"))
    if problems:
        raise InputError(Problem(f"学位表{p.where}", p.found, p.expected) for p in problems)
    return found


def place_in(cells: Mapping[str, str]) -> tuple[str, ...]:
    """Town, school and grade of a row. Raises ``InputError`` with every cell that does not fit."""
    faults: list[Problem] = []
    place = [try_read(faults, partial(read_name, cells, column)) or "" for column in PLACE]
    if faults:
        raise InputError(faults)
    return tuple(place)
