"""Reading untrusted CSV a row at a time: every fault is an ``InputError``, never a traceback.

Every line is a row of its own, without line breaks in cells, so that an unclosed quotation mark
cannot swallow the rows after it. Rows
count from 1, the heading included, as a spreadsheet shows them.
"""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, NoReturn

from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError, Problem, quote_value

_BOM = b"\xef\xbb\xbf"
_SAVE_AS = "UTF-8 文本：请在电子表格里另存为“CSV UTF-8（逗号分隔）”"


class SheetRow(NamedTuple):
    """A row's number, and its cells by column, without the space around them."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of the heading, and the rows, which can be iterated over once."""

    columns: tuple[str, ...]
    rows: Iterator[SheetRow]


def read_sheet(
    lines: Iterable[tuple[int, bytes]],
    needed: Collection[str],
    allowed: Collection[str],
    refuse: Callable[[Problem], None],
) -> Sheet:
    """The sheet in these numbered ``lines``, blank ones left out.

    A row that cannot be read goes to ``refuse`` and is left out. Raises ``InputError`` where the
    heading is missing, is none, or lacks a column that is ``needed``.
    """
    numbered = iter(lines)
    number, line = next(numbered, (1, b""))
    try:
        columns = _heading(_cells(line.removeprefix(_BOM)), needed, allowed)
    except InputError as error:
        raise InputError(at_row(number, problem) for problem in error.problems) from None
    return Sheet(columns, _rows(numbered, columns, refuse))


def at_row(number: int, problem: Problem, name: str = "") -> Problem:
    """The problem with row and column named as a spreadsheet shows them; ``name`` is who it is.

    >>> str(at_row(5, Problem("education", "空着", "学历"), "A1"))
    '第 5 行（A1）education 列：空着，应为学历'
    """
    person = f"（{name}）" if name else " " if problem.where else ""
    column = f"{problem.where} 列" if problem.where else ""
    return Problem(f"第 {number} 行{person}{column}", problem.found, problem.expected)


def _rows(
    lines: Iterator[tuple[int, bytes]], columns: tuple[str, ...], refuse: Callable[[Problem], None]
) -> Iterator[SheetRow]:
    for number, line in lines:
        try:
            cells = _cells(line)
            if not any(cells):
                continue
            if len(cells) != len(columns):
                cells = _fit_to_heading(cells, len(columns))
        except InputError as error:
            for problem in error.problems:
                refuse(at_row(number, problem))
        else:
            yield SheetRow(number, dict(zip(columns, cells, strict=True)))


def _cells(line: bytes) -> list[str]:
    """The cells of one line. Raises ``InputError`` where it is no UTF-8, or no CSV of one line."""
    if len(line) > MAX_BYTES:
        _fail("", f"这一行超过 {MAX_BYTES // 1_000_000} MB", "较短的一行；引号要成对")
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        column = line[: error.start].count(b",") + 1
        _fail("", f"第 {column} 列不是 UTF-8 编码，可能是 GBK", _SAVE_AS)
    if "\0" in text:
        _fail("", "有空字符（NUL），不是文本", _SAVE_AS)
    try:
        cells = next(csv.reader([text], strict=True), [])
    except csv.Error:
        found = "引号没有成对，或者一格里有换行、太长"
        _fail("", found, "一行一位，引号成对，格里不换行")
    return [cell.strip() for cell in cells]


def _fit_to_heading(cells: list[str], width: int) -> list[str]:
    """As many cells as the heading has.

    Spreadsheets leave out empty cells at the end of a row, or add some: neither loses anything.
    """
    for column, cell in enumerate(cells[width:], start=width + 1):
        if cell:
            _fail("", f"第 {column} 列超出标题行，读到 {quote_value(cell)}", f"{width} 格")
    return cells[:width] + [""] * (width - len(cells))


def _fail(column: str, found: str, expected: str) -> NoReturn:
    raise InputError([Problem(column, found, expected)])


def _heading(
    cells: list[str], needed: Collection[str], allowed: Collection[str]
) -> tuple[str, ...]:
    """The columns. Raises ``InputError`` with every one that is unknown, double or missing."""
    while cells and not cells[-1]:
        cells.pop()
    if not cells:
        _fail("", "没有标题行", f"列名：{'、'.join(needed)}……")
    problems = []
    for column in dict.fromkeys(cells):
        places = [str(place) for place, cell in enumerate(cells, start=1) if cell == column]
        numbers = f"第 {'、'.join(places)} 列"
        if not column:
            problems.append(Problem("", f"{numbers}没有列名", "每列有列名"))
        elif column not in allowed:
            expected = f"{'、'.join(needed)} 或情况的名称，列与列之间用英文逗号"
            problems.append(Problem("", f"{numbers} {quote_value(column)} 不认识", expected))
        elif len(places) > 1:
            problems.append(Problem("", f"{column} 写了 {len(places)} 次（{numbers}）", "一列"))
    problems += [Problem(column, "没有", "有这一列") for column in needed if column not in cells]
    if problems:
        raise InputError(problems)
    return tuple(cells)
