"""Reading applicants from a table: their answers in columns, of which only the points are kept.

Of each person only what ranking needs is kept, some 330 bytes (``make bench``): no answers. A row
that is at fault is refused by number and id, with everything that is wrong with it; the others are
ranked.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias, cast

from calculator.answers.facts import Answer, Answers, Fact
from calculator.answers.situation import Situation
from calculator.answers.typed_text import parse_typed_answers
from calculator.ranking.applicant import Applicant
from calculator.ranking.cells import read_cell_number, read_name, try_read
from calculator.ranking.contest import LIST_COLUMNS, REGISTRATION_DATE, Contest
from calculator.ranking.read_admissions import read_list_key
from calculator.ranking.readings import Reading
from calculator.ranking.row_conditions import RowConditions
from calculator.ranking.sheet import RawRow, at_row, read_sheet
from calculator.reading.problems import InputError, Problem, quote_value
from calculator.scoring.estimate import estimate
from calculator.scoring.totals import Totals, totals
from calculator.standard.ranking import OTHER_PARENT_TOTAL
from calculator.values.chinese import format_interval

if TYPE_CHECKING:
    from calculator.values.number import Number

Refuse: TypeAlias = Callable[[Problem], None]

_REGISTERED: Final = Fact(REGISTRATION_DATE, "date", "居住登记日期", earliest=date(1900, 1, 1))
_CACHED_CELLS: Final = 20_000  # the same few answers stand in most cells: each is read once
_SERIAL_DATE = re.compile(r"[0-9]{5}(\.[0-9]+)?", re.ASCII)
_SERIAL_DAY_0 = date(1899, 12, 30)  # a spreadsheet's serial number of a date counts from here


class Applicants(NamedTuple):
    """The applicants of a table, and the readings of the order by which it can be ranked."""

    accepted: list[Applicant]
    readings: tuple[Reading, ...]


def read_applicants(
    rows: Iterator[RawRow], contest: Contest, refuse: Refuse, remark: Callable[[str], None]
) -> Applicants:
    """The applicants whose total is one number; the problems of every other row go to ``refuse``.

    Sentences on the columns that this benefit does not use, on the conditions that are not judged
    and on the items that are left out go to ``remark``. An id that stands twice is refused both
    times: nobody but the officer knows which row is right. Raises ``InputError`` where the heading
    is at fault or there is no row.
    """
    allowed = {*contest.needed_columns, *contest.facts_by_id, *LIST_COLUMNS, OTHER_PARENT_TOTAL}
    sheet = read_sheet(rows, contest.needed_columns, allowed, refuse)
    conditions = RowConditions(contest, sheet.columns)
    used = {*contest.needed_columns, *contest.scoring_facts, *conditions.facts}
    if contest.is_child:
        used.add(OTHER_PARENT_TOTAL)
    unused = [column for column in sheet.columns if column not in used]
    if unused:
        remark(f"本次用不到的列：{'、'.join(unused)}")
    if conditions.not_judged:
        remark(f"没有判断的申请条件，表里没有相应的列：{'、'.join(conditions.not_judged)}")
    left_out = contest.items_left_out(sheet.columns)
    if left_out:
        labels = "、".join(item.label for item in left_out)
        remark(f"没有计入的项目，表里没有相应的列：{labels}")
    reader = _RowReader(contest, sheet.columns, conditions)
    accepted: dict[str, Applicant] = {}
    refused: dict[str, int] = {}  # by id, the first row that has it
    for number, cells in sheet.rows:
        applicant_id = ""
        try:
            applicant_id = read_name(cells, "id")
            if applicant_id in accepted:
                refused[applicant_id] = accepted.pop(applicant_id).row
            _check_new(applicant_id, refused)
            accepted[applicant_id] = reader.read(applicant_id, number, cells)
        except InputError as error:
            refused.setdefault(applicant_id, number)
            for problem in error.problems:
                refuse(at_row(number, problem, applicant_id))
    if not accepted and not refused:
        raise InputError([Problem("", "没有一行能读的申请人", "标题行下面每行一位")])
    return Applicants(list(accepted.values()), contest.readings(sheet.columns))


class _RowReader:
    """Reads the rows of one table; what is the same for all of them is looked up once."""

    def __init__(
        self, contest: Contest, columns: tuple[str, ...], conditions: RowConditions
    ) -> None:
        self._contest = contest
        self._conditions = conditions
        self._facts_by_id = {**contest.facts_by_id, REGISTRATION_DATE: _REGISTERED}
        self._fact_columns = tuple(column for column in columns if column in self._facts_by_id)
        self._declared_columns = tuple(
            column for column in self._fact_columns if column.endswith("_points_declared")
        )
        self._has_other_total = contest.is_child and OTHER_PARENT_TOTAL in columns
        self._left_out = contest.items_left_out(columns)
        self._items = [
            item
            for item in contest.standard.rows(contest.track, contest.on)
            if item not in self._left_out
        ]
        self._list_keys = {list_key: list_key for list_key in contest.admissions}
        self._read_cell_once = lru_cache(_CACHED_CELLS)(self._read_cell)

    def read(self, applicant_id: str, row: int, cells: Mapping[str, str]) -> Applicant:
        """The applicant of a row.

        Raises ``InputError`` with every cell that does not fit, or where a total is no one number.
        """
        faults: list[Problem] = []
        answers = try_read(faults, lambda: self._answers(cells)) or {}
        other_total = (
            try_read(faults, lambda: read_cell_number(cells, OTHER_PARENT_TOTAL))
            if self._has_other_total
            else None
        )
        list_key = try_read(faults, lambda: self._list_key(cells)) or ()
        if faults:
            raise InputError(self._explain_date(fault, cells) for fault in faults)
        contest = self._contest
        situation = Situation(answers, contest.on)
        points = totals(contest.standard, self._items, situation)
        if not points.total.is_exact or not points.base.is_exact:
            raise InputError([self._why_open(answers, points)])
        eligible, said = self._conditions.judge(answers)
        # Points that are declared for a group stand for what is left out of it.
        left_out = points.not_counted + sum(
            1 for item in self._left_out if item.within and not item.within.is_declared(situation)
        )
        return Applicant(
            id=applicant_id,
            total=cast("Number", points.total.low),
            base=cast("Number", points.base.low),
            registered=cast("date | None", answers.get(REGISTRATION_DATE)),
            other_parent_total=other_total,
            list_key=list_key,
            row=row,
            # Interned, as the same few notes stand beside a million applicants.
            note=intern(
                "；".join(filter(None, [said, f"未计入 {left_out} 项" if left_out else ""]))
            ),
            eligible=eligible,
        )

    def _answers(self, cells: Mapping[str, str]) -> Answers:
        texts = {column: text for column in self._fact_columns if (text := cells[column])}
        if not any(column in texts for column in self._declared_columns):
            # No two answers can contradict each other, so each cell may be read by itself, and what
            # was read before is taken from the cache. Where one does not fit, all are read below,
            # which gives the problems of every cell.
            with suppress(InputError):
                return {
                    column: self._read_cell_once(column, text) for column, text in texts.items()
                }
        return parse_typed_answers(texts, self._facts_by_id, self._contest.on)

    def _read_cell(self, column: str, text: str) -> Answer:
        return parse_typed_answers({column: text}, self._facts_by_id, self._contest.on)[column]

    def _list_key(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        """The list that the person competes in; one and the same object for all of that list."""
        if () in self._list_keys:
            return ()
        list_key = read_list_key(cells)
        if list_key not in self._list_keys:
            found = f"{' '.join(list_key)} 不在学位表中"
            raise InputError([Problem("、".join(LIST_COLUMNS), found, "学位表中的一行")])
        return self._list_keys[list_key]

    def _why_open(self, answers: Answers, points: Totals) -> Problem:
        """Why total or base points are no one number: what is missing, or where sources differ."""
        contest = self._contest
        standard = contest.standard
        result = estimate(standard, answers, contest.track, contest.on)
        open_total = not points.total.is_exact
        reach = format_interval(points.total if open_total else points.base)
        found = f"{'总分' if open_total else '基础分'}不是一个数（{reach}）"
        not_asked = {fact for item in self._left_out for fact in item.facts}
        unknown = [fact for fact in result.unknown if fact not in not_asked]
        lines = [line for line in result.lines if line.item in self._items]
        wide = [line.item.label for line in lines if not line.points.is_exact]
        if wide and not unknown:
            return Problem("", f"{found}：{'、'.join(wide)}，公开来源不一致", "一个数")
        missing = unknown or [fact for fact in standard.questions if fact not in answers]
        expected = f"填好：{'、'.join(_labels(missing, contest))}"
        return Problem("、".join(missing), f"空着，{found}", expected)

    def _explain_date(self, fault: Problem, cells: Mapping[str, str]) -> Problem:
        """The problem; of a date that a spreadsheet has turned into a number, with that reason."""
        fact = self._facts_by_id.get(fault.where)
        if fact is None or fact.kind != "date" or not _SERIAL_DATE.fullmatch(cells[fact.id]):
            return fault
        day = _SERIAL_DAY_0 + timedelta(days=int(cells[fact.id][:5]))
        found = f"读到 {cells[fact.id]}，像是电子表格的日期序号（{day}）"
        return Problem(fault.where, found, f"写作 {day} 的日期：请先把这一列设为文本格式")


def _check_new(applicant_id: str, refused: Mapping[str, int]) -> None:
    """Raise ``InputError`` where an earlier row had the same id."""
    if applicant_id in refused:
        found = f"第 {refused[applicant_id]} 行也是 {quote_value(applicant_id)}"
        raise InputError([Problem("id", found, "每位一行，这几行都没有排")])


def _labels(missing: Collection[str], contest: Contest) -> Iterator[str]:
    """The labels of missing facts, those of a group's rows behind the group's own.

    A no to the group answers them as well.
    """
    inside: dict[str, list[str]] = {}
    for item in contest.standard.rows(contest.track, contest.on):
        if item.within and item.within.claimed.id in missing:
            own = (fact for fact in item.scoring.monotonicity if fact in missing)
            inside.setdefault(item.within.claimed.id, []).extend(own)
    facts_by_id = contest.standard.facts_by_id
    for fact in missing:
        if fact in inside:
            labels = "、".join(facts_by_id[own].label for own in inside[fact])
            yield f"{facts_by_id[fact].label}（没有的填“否”，有的还要填{labels}）"
        elif not any(fact in own for own in inside.values()):
            yield facts_by_id[fact].label
