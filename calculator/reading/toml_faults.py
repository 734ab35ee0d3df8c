"""What keeps a text from being TOML, and the remedy, for who has never heard of TOML.

``tomllib`` says where it stopped; what stands there tells what was meant: a Chinese comma, a unit
behind a number, a day that does not exist. Not in the browser.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple, TypeAlias

Explained: TypeAlias = tuple[int, str, str]
"""The line from 1, what was found, what is expected."""


class _Stop(NamedTuple):
    """Where reading stopped: the line's number and text, the column from 0, tomllib's reason."""

    text: str
    number: int
    line: str
    column: int
    reason: str

    @property
    def rest(self) -> str:
        """What was not read of the line."""
        return self.line[self.column :]

    @property
    def start(self) -> int:
        """The column on which the value begins in which it stopped."""
        begun = re.search(r"[^\s=,\[{]* ?$", self.line[: self.column])
        invalid = self.reason.startswith("Invalid")  # then it stopped at the beginning
        return self.column if invalid or begun is None else begun.start()

    @property
    def value(self) -> str:
        """The value in which it stopped, to the next comma, bracket or space, a unit included."""
        value = r"[^\s,\]}#]*(?: ?[^\s\x00-\x7f][^\s,\]}#]*)?"
        found = re.match(value, self.line[self.start :])
        return found[0] if found else ""


def explain(text: str, error: str) -> Explained:
    """What is wrong with ``text``, of which tomllib says ``error``."""
    stop = _stop(text, error)
    for explained in (_twice, _character, _value, _unfinished, _structure):
        for found in explained(stop):
            return found
    return (
        stop.number,
        f"第 {stop.column + 1} 列附近读不懂",
        "键 = 值，文字加引号，日期写 2016-01-15",
    )


def _stop(text: str, error: str) -> _Stop:
    lines = text.rstrip("\n").split("\n")
    place = re.search(r"line (\d+), column (\d+)", error)
    number = min(int(place[1]), len(lines)) if place else len(lines)
    column = int(place[2]) - 1 if place else len(lines[-1])
    return _Stop(text, number, lines[number - 1], column, error.partition(" (at ")[0])


# ---------------------------------------------------------------- the same name twice

_HEADER: Final = re.compile(r"\s*(\[\[?)\s*(.*?)\s*\]")


def _twice(stop: _Stop) -> Iterator[Explained]:
    if not re.search("twice|overwrite|mutate|Duplicate", stop.reason):
        return
    before = stop.text.split("\n")[: stop.number - 1]
    header = _HEADER.match(stop.line)
    if header is None:
        inline = re.search("inline table key '(.*)'", stop.reason)
        key = inline[1] if inline else stop.line.partition("=")[0].strip()
        yield stop.number, f"{key} 写了第二次{_first_line(before, key)}", "每个键只写一次"
    else:
        yield _header_twice(stop.number, before, *header.groups())


def _header_twice(line: int, before: list[str], brackets: str, name: str) -> Explained:
    """A header that stands again on ``line``: often one with single brackets in place of two."""
    others = [
        (number, other[1])
        for number, line in enumerate(before, start=1)
        if (other := _HEADER.match(line)) and other[2] == name
    ]
    single = [number for number, bracket in others if bracket == "["]
    several = any(bracket == "[[" for _, bracket in others)
    if brackets == "[[" and single:
        return single[0], f"[{name}] 只有一层方括号", _each_once(name)
    if brackets == "[" and (several or (single and "." not in name)):
        first = "" if several else f"，第一次在第 {single[0]} 行"
        return line, f"又一个 [{name}]，只有一层方括号{first}", _each_once(name)
    first = f"，第一次在第 {others[0][0]} 行" if others else ""
    return line, f"[{name}] 写了第二次{first}", "另一个名称，或合写在一处"


def _each_once(name: str) -> str:
    return f"[[{name}]]，两层方括号，每一项各写一次"


def _first_line(before: list[str], key: str) -> str:
    for number in range(len(before), 0, -1):
        if before[number - 1].partition("=")[0].strip() == key:
            return f"，第一次在第 {number} 行"
        if _HEADER.match(before[number - 1]):
            break
    return ""


# ---------------------------------------------------------------- one character

_QUOTES: Final = "“”„‟＂‘’＇「」『』"
_CHARACTERS: Final = {
    "，": ("中文逗号", "英文逗号 ,"),
    "、": ("顿号", "英文逗号 ,"),
    "；": ("中文分号", "英文逗号 ,"),
    "：": ("中文冒号", "英文等号 ="),
    "＝": ("全角等号", "英文等号 ="),
    "。": ("句号", "行末没有标点"),
    "．": ("全角句点", "英文句点 ."),
    "＃": ("全角井号", "英文井号 #"),
    "％": ("全角百分号", "只有数字，单位不写"),
    "\u3000": ("全角空格", "普通空格"),
    "\u00a0": ("不换行空格", "普通空格"),
    **dict.fromkeys(_QUOTES, ("中文引号", '英文引号 "')),
    **dict.fromkeys("［］【】〔〕", ("全角方括号", "英文方括号 [ ]")),
    **dict.fromkeys("｛｝", ("全角花括号", "英文花括号 { }")),
    **dict.fromkeys("（）", ("全角圆括号", "英文方括号 [ ]")),
    **dict.fromkeys("()", ("圆括号", "方括号 [ ]")),
    **dict.fromkeys("\u2212－–—‐‑", ("不是英文减号的横线", "英文减号 -，例如 -100")),
}
"""Characters that Chinese input methods and word processors bring, and what TOML takes instead."""


def _character(stop: _Stop) -> Iterator[Explained]:
    first = stop.rest[:1]
    column = stop.column + 1
    if first in _CHARACTERS and first:
        name, expected = _CHARACTERS[first]
        yield stop.number, f"第 {column} 列读到{name}「{first}」", expected
    elif first.isdigit() and not first.isascii():
        digits = re.match(r"[\d．.]+", stop.rest)
        written = digits[0] if digits else first
        expected = f"半角数字 {unicodedata.normalize('NFKC', written)}"
        yield stop.number, f"第 {column} 列读到全角数字 {written}", expected
    elif first and not first.isprintable():
        yield stop.number, f"第 {column} 列有看不见的字符 U+{ord(first):04X}", "删去这个字符"


# ---------------------------------------------------------------- one value


def _value(stop: _Stop) -> Iterator[Explained]:
    """What a value that was begun or finished too early was meant to be."""
    begins = not stop.line[: stop.column].strip()  # what goes before is at fault, not this line
    if begins or not re.match("Invalid (value|date)|Expected newline|Unclosed", stop.reason):
        return
    value = stop.value
    for pattern, sentence in _VALUES:
        written = re.fullmatch(pattern, value)
        if written and (said := sentence(written)):
            yield stop.number, f"第 {stop.start + 1} 列{said[0]}", said[1]
    thousands = re.match(r",\d{3}(,\d{3})*", stop.rest)
    if thousands and stop.reason.startswith("Expected newline"):
        whole = value + thousands[0]
        yield (
            stop.number,
            f"第 {stop.start + 1} 列读到 {whole}",
            f"不带逗号的数字 {whole.replace(',', '')}",
        )


def _day(written: re.Match[str]) -> tuple[str, str] | None:
    year, month, day = (int(part) for part in written.groups()[:3])
    if not 1 <= month <= 12:
        return f"读到 {written[0]}，没有 {month} 月", "一个日期，例如 2016-01-15"
    try:
        right = date(year, month, day)
    except ValueError:
        return (
            f"读到 {written[0]}，{year} 年 {month} 月没有 {day} 日",
            "一个日期，例如 2016-01-15",
        )
    if written[0] == right.isoformat():
        return None
    return f"读到 {written[0]}", f"四位年、两位月、两位日，用 - 隔开：{right}"


def _unit(written: re.Match[str]) -> tuple[str, str]:
    number, unit = written.groups()
    return f"读到 {written[0]}，数字后面有“{unit.strip()}”", f"只写数字 {number}，单位不写"


def _truth(written: re.Match[str]) -> tuple[str, str]:
    true = written[0].lower() in ("true", "yes", "是")
    return f"读到 {written[0]}", f"小写的 {'true' if true else 'false'}，不加引号"


_NUMBER: Final = r"[+-]?\d[\d_]*(?:\.\d+)?"
_VALUES: Final[tuple[tuple[str, Callable[[re.Match[str]], tuple[str, str] | None]], ...]] = (
    (r"(\d{4})-(\d{1,2})-(\d{1,2})", _day),
    (r"(\d{4})[/.年](\d{1,2})[/.月](\d{1,2})日?", _day),
    (
        r"([+-]?)(\.\d+)",
        lambda m: (f"读到 {m[0]}，小数点前面没有数字", f"{m[1]}0{m[2]}"),
    ),
    (
        r"([+-]?\d+)\.",
        lambda m: (f"读到 {m[0]}，小数点后面没有数字", f"{m[1]} 或 {m[1]}.0"),
    ),
    (
        r"([+-]?)0+(\d+(?:\.\d+)?)",
        lambda m: (f"读到 {m[0]}，前面多了 0", f"{m[1]}{m[2]}"),
    ),
    (rf"({_NUMBER})( ?[^\d\s.,/:-].*)", _unit),
    (r"(?i:true|false|yes|no)|是|否", _truth),
)
"""How a value is written that TOML does not take, and what is said of it."""


# ---------------------------------------------------------------- brackets, quotes, signs


def _unfinished(stop: _Stop) -> Iterator[Explained]:
    """A key without its value, a value without its quotes."""
    reason, rest, at = stop.reason, stop.rest.strip(), f"第 {stop.column + 1} 列"
    opened = _open_quotes(stop)
    if opened:
        yield opened
    elif reason.startswith("Expected '='"):
        wrong = f"{at}读到 {rest[0]}" if rest[:1] == ":" else f"{at}没有等号"
        yield stop.number, wrong, "键 = 值；文字是注释的，前面加 #"
    elif reason.startswith("Invalid value") and (not rest or rest.startswith("#")):
        yield stop.number, f"{at}等号后面没有值", '一个值，例如 30、"市区"、2016-01-15'
    elif reason.startswith("Invalid value") and (spaced := re.match(r"-\s+(\d\S*)", rest)):
        yield stop.number, f"{at}减号后面有空格", f"连写的 -{spaced[1]}"
    elif reason.startswith("Invalid value"):
        yield (
            stop.number,
            f"{at}读到 {stop.value}，文字没有加引号",
            f'英文引号中的文字 "{stop.value}"',
        )


def _structure(stop: _Stop) -> Iterator[Explained]:
    """Brackets that are not closed, and what stands where nothing should."""
    reason, rest, at = stop.reason, stop.rest.strip(), f"第 {stop.column + 1} 列"
    if reason.startswith("Unescaped"):
        yield stop.number, f"{at}前面有反斜杠 \\", "写两个 \\\\，或不用反斜杠"
    elif reason.startswith("Unclosed array"):
        expected = "两项之间写英文逗号 ,，最后写 ]"
        if stop.line[: stop.column].strip():
            yield stop.number, f"{at}之前的列表没有写完", expected
        else:
            yield _opening(stop), "这里开始的列表没有写完", expected
    elif reason.startswith("Unclosed inline table"):
        yield stop.number, f"{at}之前的 {{ 没有写完", "写在一行里的 { 键 = 值, 键 = 值 }"
    elif reason.startswith(("Expected ']'", "Expected ']]'")):
        yield stop.number, f"{at}方括号没有写完", "[名称] 或 [[名称]]"
    elif reason.startswith("Expected newline"):
        expected = '一行一个 键 = 值；注释前面加 #，文字里的引号写成 \\"'
        yield stop.number, f"{at}多出 {rest[:20]}", expected
    elif reason.startswith("Invalid statement"):
        expected = "键 = 值，键用英文字母、数字、_ 和 -；文字是注释的，前面加 #"
        yield stop.number, f"{at}读到 {rest[:20]}", expected


def _opening(stop: _Stop) -> int:
    """The line above on which a list begins."""
    before = stop.text.split("\n")[: stop.number - 1]
    opened = [number for number, line in enumerate(before, start=1) if re.search(r"=\s*\[", line)]
    return max(opened, default=stop.number)


def _open_quotes(stop: _Stop) -> Explained | None:
    """A text that was begun and not ended."""
    if not re.match('Unterminated string|Illegal character|Expected "\'"', stop.reason):
        return None
    for quotes in ('"""', "'''"):
        if stop.text.count(quotes) % 2:
            number = stop.text.count("\n", 0, stop.text.rindex(quotes)) + 1
            return number, f"{quotes} 没有结束", f"文字后面写上 {quotes}"
    last = stop.line.rstrip()[-1:]
    if last and last in _QUOTES:
        return stop.number, f"文字的末尾是中文引号 {last}", '英文引号 "'
    return stop.number, "引号没有结束", '文字后面写上英文引号 "'
