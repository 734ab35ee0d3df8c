"""A TOML file with exact decimals, or what is wrong with it, in Chinese.

Not in the browser: there standards arrive as data made at build.
"""

import re
import tomllib
from pathlib import Path
from typing import Any

from calculator.reading.problems import InputError, Problem, why_cannot_open
from calculator.values.number import Number, Numeral, read_number


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file, decimals exact. Raises ``InputError``."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        tables = tomllib.loads(text.replace("\r\n", "\n"), parse_float=_exact)
        _refuse_endless(tables)
        return tables
    except OSError as error:
        raise InputError([Problem(path.name, why_cannot_open(error), "可读的文件")]) from None
    except UnicodeDecodeError as error:
        found = f"第 {error.start + 1} 个字节不是 UTF-8 编码"
        raise InputError(
            [Problem(path.name, found, "UTF-8 文本（可能是 GBK，请另存为 UTF-8）")]
        ) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"第 {line[1]} 行第 {line[2]} 列附近" if line else "文件末尾附近"
        twice = "twice" in str(error) or "overwrite" in str(error)
        found = f"{where}，同一个键或表写了第二次" if twice else f"{where}读不懂"
        expected = "TOML 写法：键 = 值，文字加引号，日期写 2016-01-15，键不重复"
        raise InputError([Problem(path.name, found, expected)]) from None
    except RecursionError:
        raise InputError([Problem(path.name, "嵌套层数太多", "TOML 文件")]) from None
    except ValueError:  # Python's own limit of digits
        raise InputError([Problem(path.name, "有一个数字太长", "较短的数字")]) from None


def _refuse_endless(value: object) -> None:
    """Raise ``ValueError`` at a whole number that is none anybody means, 0xfff… among them."""
    if isinstance(value, int) and abs(value) > 10**30:
        raise ValueError
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        _refuse_endless(each)


def _exact(text: str) -> Number | Numeral:
    # What is no plain decimal (nan, inf, 1e999) stays text: whoever reads the key refuses it.
    number = read_number(text.replace("_", "").removeprefix("+"))
    return Numeral(text) if number is None else number
