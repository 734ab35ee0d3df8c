"""Who may apply, when, under which edition, and the past lines: worked out by hand, to be checked.

One TOML file an edition in ``procedure/``; the head of the first says how to read and write it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from calculator.answers.read_answers import read_answers
from calculator.cli.golden_effects import GOLDEN
from calculator.reading.toml_file import read_toml
from calculator.scoring.eligibility import judge, verdict
from calculator.standard.cutoffs import Cutoff
from calculator.standard.editions import Editions
from calculator.standard.passport import Passport
from calculator.standard.standard import Standard
from calculator.standard.windows import MonthDay, Window, window_on
from calculator.values.interval import Interval
from calculator.values.number import Number, Numeral, format_decimal

_OPEN: Final = {True: "yes", False: "no", None: "unknown"}


class Check(NamedTuple):
    """One thing worked out by hand, and how the program comes to it."""

    standard: str
    guards: str
    by_hand: object
    found: Callable[[Editions], object]

    def right(self, editions: Editions) -> bool:
        """Whether the program says what was worked out by hand."""
        return self.by_hand == self.found(editions)


def checks(editions: Editions) -> list[Check]:
    """Those of every file. ``editions`` tell how answers are read."""
    paths = sorted(GOLDEN.glob("*/procedure/*.toml"))
    return [check for path in paths for check in _checks(read_toml(path), editions)]


def _checks(tables: Mapping[str, Any], editions: Editions) -> Iterator[Check]:
    name: str = tables["standard"]
    for entry in tables["who"]:
        yield _who(name, entry, tables["fits"][entry["track"]], editions)
    for entry in tables["when"]:
        yield _when(name, entry)
    for entry in tables["ruled"]:
        guards = f"{entry['track']}，{entry['on']} 归 {entry['by']} 管"
        yield Check(name, guards, entry["by"], _ruling(entry["track"], entry["on"]))
    yield Check(name, "各个日期和时限", tables["periods"], lambda now: _periods(now.get(name)))
    yield Check(name, "历年分数线", tables["past"], lambda now: _past(now.get(name)))
    yield Check(name, "每一项要带的", tables["bring"], lambda now: _bring(now.get(name)))
    yield Check(name, "两人只答一次", tables["household"], lambda now: _household(now.get(name)))
    yield Check(name, "单个数字的依据", tables["evidence"], lambda now: _evidence(now.get(name)))


def _who(name: str, table: Mapping[str, Any], fits: Mapping[str, Any], editions: Editions) -> Check:
    track, on, unknown = table["track"], table["on"], table.get("unknown", ())
    answers = {fact: answer for fact, answer in fits.items() if fact not in unknown}
    answers |= table.get("facts", {})
    given = {fact: as_read(answer) for fact, answer in answers.items()}
    facts = read_answers(given, editions.facts_accepted_by(editions.get(name)), on)

    def found(editions: Editions) -> object:
        findings = judge(editions.get(name).conditions, facts, track, on)
        state = verdict(findings)
        deciding = [finding.condition.id for finding in findings if finding.state == state]
        return state, [] if state == "met" else deciding

    return Check(name, table["guards"], (table["verdict"], table.get("because", [])), found)


def _when(name: str, table: Mapping[str, Any]) -> Check:
    def found(editions: Editions) -> object:
        opening = window_on(editions.get(name).windows, table["track"], table["on"])
        if opening is None:
            return "none", None, None
        return opening.window.id, _OPEN[opening.open], opening.days

    by_hand = table["window"], table.get("open"), table.get("days")
    return Check(name, table["guards"], by_hand, found)


def _ruling(track: str, on: date) -> Callable[[Editions], object]:
    return lambda editions: "、".join(x.id for x in editions.ruling(track, on)) or "none"


def _periods(standard: Standard) -> object:
    return {
        track: {
            window.id: _length(window) + _in_force(window)
            for window in standard.windows
            if track in window.tracks
        }
        for track in standard.tracks
    }


def _length(window: Window) -> str:
    if window.days is not None:
        return f"{window.days} 个工作日" if window.working else f"{window.days} 日"
    if window.last is None:
        return "没有定日"
    last = _day(window.last)
    return f"{last}以前" if window.first is None else f"{_day(window.first)}至 {last}"


def _day(day: MonthDay) -> str:
    return f"{day.month} 月 {day.day} 日"


def _in_force(window: Window) -> str:
    first, last = window.in_force
    if (first, last) == (date.min, date.max):
        return ""
    return f"（{'' if first == date.min else f'{first} '}至 {last}）"


def _past(standard: Standard) -> object:
    return {
        track: [_line(cutoff) for cutoff in standard.cutoffs if cutoff.track == track]
        for track in standard.tracks
    }


def _bring(standard: Standard) -> object:
    return {item.id: list(item.materials) for item in standard.items if item.materials}


def _household(standard: Standard) -> object:
    return [fact for fact in standard.questions if standard.facts_by_id[fact].household]


def _evidence(standard: Standard) -> object:
    """Of each figure with a passport of its own: how sure it is and what it rests on."""
    return {
        f"{item.id}.{figure}": [
            _rests_on(version.figures[figure])
            for version in item.versions
            if figure in version.figures
        ]
        for item in standard.items
        for figure in dict.fromkeys(key for version in item.versions for key in version.figures)
    }


def _rests_on(passport: Passport) -> str:
    return f"{passport.confidence}：{'、'.join(source.id for source in passport.sources)}"


def _line(line: Cutoff) -> str:
    year = "年份没有写明" if line.year is None else f"{line.year} 年"
    since = f"，{line.since} 起" if line.since else ""
    return f"{year}，{line.area}{since}：{_points(line.points)}"


def _points(points: Interval) -> str:
    return f"{points.low}" if points.is_exact else f"{points.low} 至 {points.high}"


def as_read(value: object) -> object:
    """A value of a TOML file as the same value of a JSON file is read."""
    if isinstance(value, Number) and not isinstance(value, bool):
        return Numeral(format_decimal(value))
    return value
