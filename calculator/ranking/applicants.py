"""Applicants in a table.

Of each person only what ranking needs is kept, some 330 bytes (``make bench``): no answers. A row
that is at fault is refused by number and id, with everything that is wrong with it; the others are
ranked.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.answers.typed_text import parse_typed_answers
from calculator.ranking.cells import read_cell_number, read_name, try_read
from calculator.ranking.csv_sheet import at_row, read_sheet
from calculator.ranking.order import Applicant
from calculator.ranking.seats import PLACE, Admissions, Lines, place_in
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.estimate import estimate
from calculator.scoring.totals import totals
from calculator.standard.standard import Standard
from calculator.values.chinese import format_interval

if TYPE_CHECKING:
    from calculator.values.number import Number

Refuse: TypeAlias = Callable[[Problem], None]

_DATE: Final = "registration_date"
_REGISTERED: Final = Fact(_DATE, "date", "居住登记日期", earliest=date(1900, 1, 1))
_OTHER: Final = "other_parent_total"
_CELLS_KEPT: Final = 20_000  # the same few answers stand in most cells: each is read once
_SERIAL = re.compile(r"[0-9]{5}(\.[0-9]+)?", re.ASCII)
_SERIAL_ZERO = date(1899, 12, 30)  # the day 0 of spreadsheets


@dataclass(frozen=True, slots=True)
class Contest:
    """What is competed for: a benefit under a standard on a day, and how each list admits.

    ``facts_by_id``: every fact that may be a column.
    """

    standard: Standard
    track: str
    on: date
    facts_by_id: Mapping[str, Fact]
    admissions: Admissions

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a table of applicants must have, besides its facts."""
        return ("id", _DATE) if () in self.admissions else ("id", _DATE, *PLACE)

    @property
    def used(self) -> frozenset[str]:
        """The columns that this edition and benefit have a use for."""
        other = {_OTHER} if self.child else set()
        return self.standard.uses | other | {*self.needed}

    @property
    def child(self) -> bool:
        """Whether the benefit is a child's, and the other parent's total a reference."""
        return self.standard.tracks[self.track].child


def read_applicants(
    lines: Lines, contest: Contest, refuse: Refuse, remark: Callable[[str], None]
) -> list[Applicant]:
    """The applicants whose total is one number; every other row goes to ``refuse``.

    Columns that this benefit does not use are told to ``remark``.
    An id that stands twice is refused both times: nobody but the officer knows which row is right.
    Raises ``InputError`` where the table as a whole is of no use.
    """
    allowed = {*contest.needed, *contest.facts_by_id, *PLACE, _OTHER}
    sheet = read_sheet(lines, contest.needed, allowed, refuse)
    unused = [column for column in sheet.columns if column not in contest.used]
    if unused:
        remark(f"本次用不到的列：{'、'.join(unused)}")
    marker = _Marker(contest, sheet.columns)
    accepted: dict[str, Applicant] = {}
    refused: dict[str, int] = {}
    for number, cells in sheet.rows:
        name = ""
        try:
            name = read_name(cells, "id")
            if name in accepted:
                refused[name] = accepted.pop(name).row
            _check_new(name, refused)
            accepted[name] = marker.applicant(name, number, cells)
        except InputError as error:
            refused.setdefault(name, number)
            for problem in error.problems:
                refuse(at_row(number, problem, name))
    if not accepted and not refused:
        raise InputError([Problem("", "没有一行能读的申请人", "标题行下面每行一位")])
    return list(accepted.values())


class _Marker:
    """Turns the rows of one table into applicants."""

    def __init__(self, contest: Contest, columns: tuple[str, ...]) -> None:
        self._contest = contest
        self._facts_by_id = {**contest.facts_by_id, _DATE: _REGISTERED}
        self._asked = tuple(column for column in columns if column in self._facts_by_id)
        self._declared = tuple(each for each in self._asked if each.endswith("_points_declared"))
        self._refers = contest.child and _OTHER in columns
        self._rows = contest.standard.rows(contest.track, contest.on)
        self._places = {place: place for place in contest.admissions}
        self._answer = lru_cache(_CELLS_KEPT)(self._read_cell)

    def applicant(self, name: str, row: int, cells: Mapping[str, str]) -> Applicant:
        """The person of a row. Raises ``InputError`` with every cell that does not fit."""
        faults: list[Problem] = []
        answers = try_read(faults, lambda: self._answers(cells)) or {}
        other = try_read(faults, lambda: read_cell_number(cells, _OTHER)) if self._refers else None
        place = try_read(faults, lambda: self._place(cells)) or ()
        if faults:
            raise InputError(self._explained(fault, cells) for fault in faults)
        contest = self._contest
        marks = totals(contest.standard, self._rows, Situation(answers, contest.on))
        if not marks.total.is_exact or not marks.base.is_exact:
            raise InputError([_open(answers, contest)])
        return Applicant(
            id=name,
            total=cast("Number", marks.total.low),
            base=cast("Number", marks.base.low),
            registered=cast("date | None", answers.get(_DATE)),
            other_parent_total=other,
            place=place,
            row=row,
            note=intern(f"未计入 {marks.not_counted} 项") if marks.not_counted else "",
        )

    def _answers(self, cells: Mapping[str, str]) -> Answers:
        texts = {column: text for column in self._asked if (text := cells[column])}
        if not any(column in texts for column in self._declared):
            # No two answers can contradict each other: each cell is read by itself, and once.
            with suppress(InputError):
                return {column: self._answer(column, text) for column, text in texts.items()}
        return parse_typed_answers(texts, self._facts_by_id, self._contest.on)

    def _read_cell(self, column: str, text: str) -> Answer:
        return parse_typed_answers({column: text}, self._facts_by_id, self._contest.on)[column]

    def _place(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        """Where the person competes; one and the same object for all who compete there."""
        if () in self._places:
            return ()
        place = place_in(cells)
        if place not in self._places:
            found = f"{' '.join(place)} 不在学位表中"
            raise InputError([Problem("、".join(PLACE), found, "学位表中的一行")])
        return self._places[place]

    def _explained(self, fault: Problem, cells: Mapping[str, str]) -> Problem:
        """A date that a spreadsheet has turned into a number, told as such."""
        fact = self._facts_by_id.get(fault.where)
        if fact is None or fact.kind != "date" or not _SERIAL.fullmatch(cells[fact.id]):
            return fault
        day = _SERIAL_ZERO + timedelta(days=int(cells[fact.id][:5]))
        found = f"读到 {cells[fact.id]}，像是电子表格的日期序号（{day}）"
        return Problem(fault.where, found, f"写作 {day} 的日期：请先把这一列设为文本格式")


def _check_new(name: str, refused: Mapping[str, int]) -> None:
    if name in refused:
        found = f"第 {refused[name]} 行也是 {quote_value(name)}"
        raise InputError([Problem("id", found, "每位一行，这几行都没有排")])


def _open(answers: Answers, contest: Contest) -> Problem:
    """Why total or base points are no single number: what is missing, or where sources differ."""
    standard = contest.standard
    result = estimate(standard, answers, contest.track, contest.on)
    open_total = not result.total.is_exact
    points = result.total if open_total else result.parts["base"]
    found = f"{'总分' if open_total else '基础分'}不是一个数（{format_interval(points)}）"
    wide = [line.item.label for line in result.lines if not line.points.is_exact]
    if wide and not result.unknown:
        return Problem("", f"{found}：{'、'.join(wide)}，公开来源不一致", "一个数")
    missing = result.unknown or [each for each in standard.questions if each not in answers]
    labels = "、".join(standard.facts_by_id[each].label for each in missing)
    return Problem("、".join(missing), f"空着，{found}", f"填好：{labels}")
