"""What ``check`` refuses in the words of a row: figures that the row's own data do not hold.

"60 日内" beside ``days = 90`` would mislead whoever reads only one of them. A figure that stands in
words alone is declared beside them:

    text = "7 月 10 日以前公示，7 月 20 日以前发入学通知。"
    until = "07-10"
    figures_in_text = ["20"]
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from calculator.reading.problems import Problem
from calculator.standard.passport import FIGURES_IN_TEXT

WORDS: Final = frozenset(
    ("text", "reason", "note", "question", "help", "label", "after", "who", "where", "title")
)
"""The keys whose texts are read for figures."""

_NO_DATA: Final = WORDS | {"sources", "clause", "checked_on", "confidence", "seen", "url"}
_ROOMS: Final = (
    *("facts", "items", "conditions", "windows", "cutoffs", "mentioned", "tracks", "ways"),
    *("papers", "contact"),
)
_DIGITS: Final = "零一二三四五六七八九十"
_FIGURE: Final = re.compile(
    r"[0-9]+(?:\.[0-9]+)?|(?<![第初高])[一二三四五六七八九十](?=年(?!级)|个月|周岁|天|个工作日)"
)
_MONTHS: Final = 12
_ALL_YEAR: Final = ("01-01", "12-31")


def prose_faults(tables: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Each figure in the words of a standard's or a place's rows that its data do not hold."""
    for room in _ROOMS:
        for where, row in _rows(room, tables.get(room, {})):
            yield from _row_faults(row, where, file)
            for inner in ("conditions", "windows") if room == "ways" else ():
                for name, part in _rows(f"{where}.{inner}", row.get(inner, [])):
                    yield from _row_faults(part, name, file)


def _rows(room: str, value: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, list):
        for number, row in enumerate(value, start=1):
            yield f"{room}.{row.get('id', number)}", row
    elif room == "contact":
        yield room, value
    else:
        yield from ((f"{room}.{key}", row) for key, row in value.items())


def _row_faults(row: Mapping[str, Any], where: str, file: str) -> Iterator[Problem]:
    declared = set(_figures(row.get(FIGURES_IN_TEXT, [])))
    held = set(_figures(row)) | declared
    said = set()
    for key in sorted(WORDS & row.keys()):
        for figure in _FIGURE.findall(str(row[key])):
            read = {_number(figure)}
            if figure in _DIGITS:
                read.add(_number(figure) * _MONTHS)  # 满一年 stands for twelve months
            said |= read
            if not read & held:
                expected = f"这一行数据里的数，或写进 {FIGURES_IN_TEXT}"
                yield Problem(f"{where}.{key}", f"文字里写了 {figure}", expected, file)
    for key, needed, phrases in _to_be_said(row):
        if not any(re.search(f"(?<![0-9]){phrase}", row[needed]) for phrase in phrases):
            found = f"{needed} 里没有写 {phrases[0]}"
            yield Problem(f"{where}.{needed}", found, f"和 {key} 相同的数", file)
    for left in sorted(declared - said):
        found = f"列了 {left}，文字里没有"
        yield Problem(f"{where}.{FIGURES_IN_TEXT}", found, "文字里写到的数", file)


def _to_be_said(row: Mapping[str, Any]) -> Iterator[tuple[str, str, list[str]]]:
    """What a window's text and a condition's reason must say: lengths, dates, least counts.

    Each with its key, the key of the words, and the phrases of which one must be there. An open
    season needs no dates, and where the text names months alone ("每年 9 月") they are enough.
    """
    if "days" in row:
        yield "days", "text", [f"{row['days']} 日", f"{row['days']} 个工作日"]
    dates = {key: row[key] for key in ("from", "until") if isinstance(row.get(key), str)}
    for key, written in dates.items() if tuple(dates.values()) != _ALL_YEAR else ():
        if re.fullmatch("[0-9]{2}-[0-9]{2}", written):
            month, day = map(int, written.split("-"))
            short = [f"至 {day} 日"] if key == "until" else []
            named = [f"{month} 月 {day} 日", *short] if "日" in row["text"] else [f"{month} 月"]
            yield key, "text", named
    for alternative in (row.get("all", ()), *row.get("any", ())):
        for requirement in alternative:
            if isinstance(requirement, Mapping) and "at_least" in requirement:
                yield "at_least", "reason", _least(requirement["at_least"])


def _least(count: Fraction) -> list[str]:
    """How a least count stands in words: 18 平方米, 36 个月, 六个月, 一年."""
    phrases = [f" {count} "]
    if count <= 10:
        phrases.append(f"{_DIGITS[int(count)]}个月")
    if count % _MONTHS == 0 and count // _MONTHS <= 10:
        phrases.append(f"{_DIGITS[int(count // _MONTHS)]}年")
    return phrases


def _figures(value: Any) -> Iterator[Fraction]:
    """Every number that a row's data hold, of its dates and texts the numbers in them."""
    if isinstance(value, bool):
        return
    if isinstance(value, date):
        yield from map(Fraction, (value.year, value.month, value.day))
    elif isinstance(value, int | Fraction):
        yield abs(Fraction(value))
    elif isinstance(value, str):
        yield from (_number(figure) for figure in _FIGURE.findall(value))
    elif isinstance(value, list | tuple):
        for inside in value:
            yield from _figures(inside)
    elif isinstance(value, Mapping):
        for key, inside in value.items():
            if key not in _NO_DATA:
                yield from _figures(inside)


def _number(figure: str) -> Fraction:
    return Fraction(_DIGITS.index(figure) if figure in _DIGITS else figure)
