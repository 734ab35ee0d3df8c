"""Reading the cells of untrusted CSV: every fault is a ``Problem`` of its row, never a traceback.

Every line is a row of its own, without line breaks in cells, so that an unclosed quotation mark
cannot swallow the rows after it. Cells stand between commas, or what spreadsheets write elsewhere:
semicolons or tabs, as the heading or a first line ``sep=;`` shows.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import Final, NoReturn, TypeAlias

from calculator.ranking.sheet import RawRow
from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError, Problem, quote_value

Lines: TypeAlias = Iterable[tuple[int, bytes]]
"""The lines of a table, numbered from 1, blank ones left out."""

_DELIMITERS: Final = ",\t;"
_BOM = b"\xef\xbb\xbf"
_SAVE_AS = "UTF-8 文本：请在电子表格里另存为“CSV UTF-8（逗号分隔）”"
_WORKBOOKS: Final = {
    b"PK\x03\x04": ("是 .xlsx 这样的压缩文件，不是 CSV", "文件名以 .xlsx 结尾"),
    b"\xd0\xcf\x11\xe0": ("是 .xls，或有密码的工作簿", "没有密码的 .xlsx，或 CSV"),
}
"""What a workbook under a wrong name begins with, and what is said of it."""


def read_csv(lines: Lines) -> Iterator[RawRow]:
    """The cells of each line, or why they cannot be read; of a workbook nothing but that."""
    delimiter = ""
    for number, line in lines:
        for beginning, (found, expected) in _WORKBOOKS.items():
            if not delimiter and line.startswith(beginning):
                yield number, Problem("", found, expected)
                return
        try:
            if not delimiter:
                heading = line.removeprefix(_BOM)
                named = _named_delimiter(heading)
                if named:
                    delimiter = named
                    continue
                delimiter = _delimiter_of(heading)
                yield number, _cells(heading, delimiter)
            else:
                yield number, _cells(line, delimiter)
        except InputError as error:
            yield number, error.problems[0]


def _named_delimiter(line: bytes) -> str:
    """What a first line ``sep=;`` names, as Excel writes it; empty where the line is another."""
    beginning, _, rest = line.strip(b'\r "').partition(b"=")
    if beginning.lower() != b"sep":
        return ""
    named = rest.decode("utf-8", "replace")
    if named not in (*_DELIMITERS, "\\t"):
        _fail(f"分隔符是 {quote_value(named)}", "逗号、分号或制表符")
    return named.replace("\\t", "\t")


def _delimiter_of(heading: bytes) -> str:
    """The delimiter that stands in the heading, whose names hold none; a comma before others."""
    found = (delimiter for delimiter in _DELIMITERS if delimiter.encode() in heading)
    return next(found, ",")


def _cells(line: bytes, delimiter: str) -> list[str]:
    """The cells of one line. Raises ``InputError`` where it is no UTF-8, or no CSV of one line."""
    if len(line) > MAX_BYTES:
        _fail(f"这一行超过 {MAX_BYTES // 1_000_000} MB", "较短的一行；引号要成对")
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        column = line[: error.start].count(delimiter.encode()) + 1
        _fail(f"第 {column} 列不是 UTF-8 编码，可能是 GBK", _SAVE_AS)
    if "\0" in text:
        _fail("有空字符（NUL），不是文本", _SAVE_AS)
    try:
        cells = next(csv.reader([text], strict=True, delimiter=delimiter), [])
    except csv.Error:
        _fail("引号没有成对，或者一格里有换行、太长", "一行一位，引号成对，格里不换行")
    return [cell.strip() for cell in cells]


def _fail(found: str, expected: str) -> NoReturn:
    raise InputError([Problem("", found, expected)])
