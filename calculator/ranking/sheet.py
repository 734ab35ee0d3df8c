"""A table of untrusted cells: its heading, and its rows by column.

Rows count from 1, the heading included, as a spreadsheet shows them. ``csv_sheet`` and
``xlsx_sheet`` read the cells.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, NoReturn, TypeAlias

from calculator.reading.problems import InputError, Problem, quote_value

MOST_COLUMNS: Final = 1000
_MOST_SAID: Final = 20  # of the faults of a heading, and of the columns that one names

RawRow: TypeAlias = tuple[int, list[str] | Problem]
"""A row's number, and its cells without the space around them, or why they cannot be read."""


class SheetRow(NamedTuple):
    """A row's number, and its cells by column."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of the heading, and the rows, which can be iterated over once."""

    columns: tuple[str, ...]
    rows: Iterator[SheetRow]


def read_sheet(
    rows: Iterator[RawRow],
    needed: Collection[str],
    allowed: Collection[str],
    refuse: Callable[[Problem], None],
) -> Sheet:
    """The sheet of these ``rows``, blank ones left out.

    A row that cannot be read goes to ``refuse`` and is left out. Raises ``InputError`` where the
    heading is missing, is none, or lacks a column that is ``needed``.
    """
    number, cells = next(rows, (1, []))
    if isinstance(cells, Problem):
        raise InputError([at_row(number, cells)])
    try:
        columns = _heading(cells, needed, allowed)
    except InputError as error:
        raise InputError(at_row(number, problem) for problem in error.problems) from None
    return Sheet(columns, _rows(rows, columns, refuse))


def at_row(number: int, problem: Problem, name: str = "") -> Problem:
    """The problem with row and column named as a spreadsheet shows them; ``name`` is who it is.

    >>> str(at_row(5, Problem("education", "空着", "学历"), "A1"))
    '第 5 行（A1）education 列：空着，应为学历'
    """
    person = f"（{name}）" if name else " " if problem.where else ""
    column = f"{problem.where} 列" if problem.where else ""
    return Problem(f"第 {number} 行{person}{column}", problem.found, problem.expected)


def _rows(
    rows: Iterator[RawRow], columns: tuple[str, ...], refuse: Callable[[Problem], None]
) -> Iterator[SheetRow]:
    for number, read in rows:
        if isinstance(read, Problem):
            refuse(at_row(number, read))
        elif any(read):
            try:
                cells = read if len(read) == len(columns) else _fit(read, len(columns))
            except InputError as error:
                for problem in error.problems:
                    refuse(at_row(number, problem))
            else:
                yield SheetRow(number, dict(zip(columns, cells, strict=True)))


def _fit(cells: list[str], width: int) -> list[str]:
    """As many cells as the heading has.

    Spreadsheets leave out empty cells at the end of a row, or add some: neither loses anything.
    """
    for column, cell in enumerate(cells[width:], start=width + 1):
        if cell:
            _fail(f"第 {column} 列超出标题行，读到 {quote_value(cell)}", f"{width} 格")
    return cells[:width] + [""] * (width - len(cells))


def _fail(found: str, expected: str) -> NoReturn:
    raise InputError([Problem("", found, expected)])


def _heading(
    cells: list[str], needed: Collection[str], allowed: Collection[str]
) -> tuple[str, ...]:
    """The columns. Raises ``InputError`` with those that are unknown, double or missing."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        _fail("没有标题行", f"列名：{'、'.join(needed)}……")
    if len(cells) > MOST_COLUMNS:
        _fail(f"标题行有 {len(cells)} 列", f"不超过 {MOST_COLUMNS} 列")
    places_of: dict[str, list[int]] = {}
    for place, column in enumerate(cells, start=1):
        places_of.setdefault(column, []).append(place)
    problems = []
    for column, places in places_of.items():
        numbers = _describe_places(places)
        if not column:
            problems.append(Problem("", f"{numbers}没有列名", "每列有列名"))
        elif column not in allowed:
            expected = f"{'、'.join(needed)} 或情况的名称，列与列之间用英文逗号"
            problems.append(Problem("", f"{numbers} {quote_value(column)} 不认识", expected))
        elif len(places) > 1:
            problems.append(Problem("", f"{column} 写了 {len(places)} 次（{numbers}）", "一列"))
    problems += [
        Problem(column, "没有", "有这一列") for column in needed if column not in places_of
    ]
    if len(problems) > _MOST_SAID:
        left_out = len(problems) - _MOST_SAID
        problems[_MOST_SAID:] = [Problem("", f"标题行还有 {left_out} 处", "先改好上面的")]
    if problems:
        raise InputError(problems)
    return tuple(cells)


def _describe_places(places: list[int]) -> str:
    """Columns by their numbers, the first of them where there are many.

    >>> _describe_places([2, 5]), _describe_places([*range(1, 100)])[-12:]
    ('第 2、5 列', '19、20 等 99 列')
    """
    named = "、".join(map(str, places[:_MOST_SAID]))
    return f"第 {named} 列" if len(places) <= _MOST_SAID else f"第 {named} 等 {len(places)} 列"
