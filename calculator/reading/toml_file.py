"""A TOML file with exact decimals, or what is wrong with it, in Chinese.

Not in the browser: there standards arrive as data made at build.
"""

import tomllib
from pathlib import Path
from typing import Any

from calculator.reading.problems import InputError, Problem, why_cannot_open
from calculator.reading.toml_faults import explain
from calculator.values.number import Number, Numeral, read_number


def read_toml(path: Path, name: str = "") -> dict[str, Any]:
    """The tables of a TOML file, decimals exact. Raises ``InputError``.

    ``name`` is the file's name for messages; its last part where none is given.
    """
    name = name or path.name
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        tables = tomllib.loads(text, parse_float=_exact)
        _refuse_endless(tables)
        return tables
    except OSError as error:
        problem = Problem("", why_cannot_open(error), "可读的文件", name)
    except UnicodeDecodeError as error:
        found = f"第 {error.start + 1} 个字节不是 UTF-8 编码"
        expected = "UTF-8 文本（可能是 GBK，请另存为 UTF-8）"
        problem = Problem("", found, expected, name, error.object.count(b"\n", 0, error.start) + 1)
    except tomllib.TOMLDecodeError as error:
        line, found, expected = explain(text, str(error))
        problem = Problem("", found, expected, name, line)
    except RecursionError:
        problem = Problem("", "嵌套层数太多", "TOML 文件", name)
    except ValueError:  # Python's own limit of digits
        problem = Problem("", "有一个数字太长", "较短的数字", name)
    raise InputError([problem])


def _refuse_endless(value: object) -> None:
    """Raise ``ValueError`` at a whole number that is none anybody means, 0xfff… among them."""
    if isinstance(value, int) and abs(value) > 10**30:
        raise ValueError
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for element in inside:
        _refuse_endless(element)


def _exact(text: str) -> Number | Numeral:
    # What is no plain decimal (nan, inf, 1e999) stays text: whoever reads the key refuses it.
    number = read_number(text.replace("_", "").removeprefix("+"))
    return Numeral(text) if number is None else number
