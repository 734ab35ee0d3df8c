"""Reading a JSON document from a stranger: strictly, exactly, and never with a traceback."""

import json
from typing import Any, NoReturn

from calculator.reading.problems import InputError, Problem, quote_key, quote_value
from calculator.values.number import Numeral

MAX_BYTES = 1_000_000


def read_json_object(data: bytes | str) -> dict[str, Any]:
    """One JSON object; numbers stay ``Numeral``.

    Raises ``InputError`` where it is longer than ``MAX_BYTES``, no UTF-8, no JSON, nested too
    deeply, not an object, or has a key twice.
    """
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if len(raw) > MAX_BYTES:
        _fail(f"内容超过 {MAX_BYTES // 1_000_000} MB", "较小的文件")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _fail(f"第 {error.start + 1} 个字节不是 UTF-8 编码", "UTF-8 文本")
    if not text.strip():
        _fail("内容是空的", "一个 JSON 对象，例如 {}")
    try:
        value = json.loads(
            text,
            parse_int=Numeral,
            parse_float=Numeral,
            parse_constant=Numeral,
            object_pairs_hook=_no_double,
        )
    except json.JSONDecodeError as error:
        line = f"第 {error.lineno} 行" if "\n" in text.strip() else ""
        _fail(f"{line}第 {error.colno} 个字符处不是正确的 JSON", "一个 JSON 对象")
    except RecursionError:
        _fail("嵌套层数太多", "一个 JSON 对象，值不再嵌套对象")
    if not isinstance(value, dict):
        _fail(f"读到 {quote_value(value)}", "一个 JSON 对象，例如 {}")
    return value


def _no_double(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InputError(
                [
                    Problem(
                        quote_key(key),
                        f"出现了两次（{quote_value(found[key])} 和 {quote_value(value)}）",
                        "每项只写一次",
                    )
                ]
            )
        found[key] = value
    return found


def _fail(found: str, expected: str) -> NoReturn:
    raise InputError([Problem("", found, expected)])
