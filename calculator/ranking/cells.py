"""Reading one cell of an untrusted table: a name, a number, a whole number."""

import re
from collections.abc import Callable, Mapping
from typing import NoReturn, TypeVar

from calculator.reading.problems import InputError, Problem, quote_value
from calculator.values.number import Number, read_number

_T = TypeVar("_T")

_FORMULA = "=+-@＝＋－＠"  # what a spreadsheet takes as the beginning of a formula
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+)?E\+[0-9]+", re.ASCII | re.IGNORECASE)
_LONGEST_NAME = 100


def read_name(cells: Mapping[str, str], column: str) -> str:
    """The text of a cell that is copied into what we write. Raises ``InputError``.

    Refused: an empty one; one that a spreadsheet would run as a formula, since whoever opens the
    result would run it; one that a spreadsheet has already shortened to a power of ten.
    """
    text = cells[column]
    if not text:
        _fail(column, "空着", "不空的文字")
    if text[0] in _FORMULA:
        found = f"读到 {quote_value(text)}，以 {text[0]} 开头的格会被电子表格当作公式执行"
        _fail(column, found, "不以 = + - @ 开头的文字")
    if not text.isprintable() or '"' in text or len(text) > _LONGEST_NAME:
        expected = f"不超过 {_LONGEST_NAME} 个字的文字，没有引号和换行"
        _fail(column, f"读到 {quote_value(text)}", expected)
    if _SCIENTIFIC.fullmatch(text):
        found = f"读到 {quote_value(text)}，电子表格把长数字改成了科学计数法"
        _fail(column, found, "原来的号码：请先把这一列设为文本格式")
    return text


def read_cell_number(cells: Mapping[str, str], column: str) -> Number | None:
    """The number in a cell; None where it is empty or absent. Raises ``InputError``."""
    text = cells.get(column, "")
    number = read_number(text)
    if text and number is None:
        _fail(column, f"读到 {quote_value(text)}", "一个数，例如 480")
    return number


def read_cell_whole(cells: Mapping[str, str], column: str) -> int:
    """The whole number in a cell, 0 or more. Raises ``InputError``."""
    number = read_number(cells[column])
    if not isinstance(number, int) or number < 0:
        _fail(column, f"读到 {quote_value(cells[column])}", "不小于 0 的整数")
    return number


def try_read(faults: list[Problem], read: Callable[[], _T]) -> _T | None:
    """What ``read`` gives; None where it raises ``InputError``, whose problems go to ``faults``.

    So that a row is refused with everything that is wrong with it, not only the first fault.
    """
    try:
        return read()
    except InputError as error:
        faults += error.problems
        return None


def _fail(column: str, found: str, expected: str) -> NoReturn:
    raise InputError([Problem(column, found, expected)])
