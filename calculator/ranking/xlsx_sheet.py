"""Reading the cells of untrusted workbooks: the first sheet of an .xlsx file, row by row.

Cells become the text that a person would have typed: a date as 2016-05-15, a number as Excel shows
it. What Excel has changed or works out itself is refused by its cell: formulas, error values,
numbers of more than the 15 digits that it keeps. A workbook is unpacked and parsed only within
limits of size, so that a small file cannot fill the memory.
"""

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from math import isfinite
from typing import Any, BinaryIO, Final, NoReturn

from calculator.ranking.sheet import RawRow
from calculator.reading.problems import InputError, Problem, quote_value

MOST_BYTES: Final = 200_000_000
MOST_TAGS: Final = 8_000_000
"""What a workbook may hold unpacked: bytes, and tags of XML, which become objects in memory. Some
60,000 rows of 30 columns; more is for CSV."""
MOST_CELLS: Final = 30_000_000  # with the empty ones between two that are filled in
MOST_ROWS: Final = 1_048_576  # Excel's own

_CSV = "较小的表，或另存为“CSV UTF-8（逗号分隔）”"
_CHUNK = 1 << 20


def read_xlsx(stream: BinaryIO) -> Iterator[RawRow]:
    """The cells of each row of the first sheet, or why they cannot be read; empty rows too.

    Raises ``InputError`` where it is no workbook, one that is too large, or what reads it is not
    installed.
    """
    openpyxl = import_openpyxl()
    with _faults_told():
        _check_size(stream)
        workbook = openpyxl.load_workbook(stream, read_only=True)
        sheet = workbook.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its size may be wrong, or meant to be
        cells_read = 0
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            cells_read += len(cells)
            if cells_read > MOST_CELLS or number > MOST_ROWS:
                _fail(f"第 {number} 行以前的格太多", _CSV)
            yield number, _texts(cells)


def import_openpyxl() -> Any:
    """The library that reads and writes workbooks. Raises ``InputError`` without it."""
    try:
        import defusedxml  # noqa: F401, PLC0415 - with it, openpyxl refuses entities that grow
        import openpyxl  # noqa: PLC0415 - 200 ms that no other table needs
    except ImportError as error:
        found = f"读写 .xlsx 要先安装 {error.name}"
        raise InputError(
            [Problem("", found, "pip install openpyxl defusedxml，或改用 CSV")]
        ) from None
    return openpyxl


def _check_size(stream: BinaryIO) -> None:
    """Raise ``InputError`` where the workbook's parts are too large to be parsed.

    A part is never longer than its entry says: ``zipfile`` reads no further.
    """
    with zipfile.ZipFile(stream) as archive:
        parts = archive.infolist()
        if sum(part.file_size for part in parts) > MOST_BYTES:
            _fail(f"解压后超过 {MOST_BYTES // 1_000_000} MB", _CSV)
        tags = 0
        for part in parts:
            with archive.open(part) as content:
                while chunk := content.read(_CHUNK):
                    tags += chunk.count(b"<")
                    if tags > MOST_TAGS:
                        _fail("工作簿里的格太多", _CSV)
    stream.seek(0)


def _texts(cells: Iterable[Any]) -> list[str] | Problem:
    """The cells as text; the first that cannot be taken as the problem of its row."""
    texts = []
    for cell in cells:
        value = cell.value
        if value is None:
            texts.append("")
        elif cell.data_type == "f":
            formula = quote_value(value) if isinstance(value, str) else "数组公式"
            found = f"{cell.coordinate} 格是公式 {formula}"
            return Problem("", found, "它的值：复制后选“选择性粘贴 → 值”")
        elif cell.data_type == "e":
            return Problem("", f"{cell.coordinate} 格是错误值 {quote_value(value)}", "一个值")
        else:
            text = _text(value)
            if text is None:
                found = f"{cell.coordinate} 格的数字超过 15 位，后面的已经丢失"
                return Problem("", found, "原来的号码：请先把这一列设为文本格式")
            texts.append(text)
    return texts


def _text(value: object) -> str | None:
    """A value as a person would type it; None for a number of more digits than Excel keeps."""
    match value:
        case bool():
            return "true" if value else "false"
        case datetime():
            return str(value.date() if value.time() == time() else value)
        case date():
            return str(value)
        case int() | float():
            if not isfinite(value) or abs(value) >= 10**15:
                return None
            # As Excel shows it: 89.65 may be kept as 89.650000000000006.
            text = f"{value:.15f}" if abs(value) < 1e-4 else f"{value:.15g}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case _:
            return str(value).strip()


@contextmanager
def _faults_told() -> Iterator[None]:
    """Whatever the library raises on a broken file, as an ``InputError``; its warnings unsaid."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - a broken file makes it raise anything
        found = "不是能读的 .xlsx 工作簿：损坏、有密码，或是别的格式"
        raise InputError([Problem("", found, "没有密码的 .xlsx，或 CSV")]) from None


def _fail(found: str, expected: str) -> NoReturn:
    raise InputError([Problem("", found, expected)])
