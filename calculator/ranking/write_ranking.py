"""Writing a ranking as CSV or a workbook: rank, points, whether admitted, a note in Chinese."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO, TypeAlias

from calculator.ranking.admission import Admission
from calculator.ranking.contest import REGISTRATION_DATE, Contest
from calculator.ranking.order import RankedApplicant, rank
from calculator.ranking.read_applicants import Applicants
from calculator.ranking.readings import Reading
from calculator.ranking.xlsx_sheet import import_openpyxl
from calculator.standard.ranking import OTHER_PARENT_TOTAL
from calculator.values.number import Number, format_decimal

if TYPE_CHECKING:
    from calculator.ranking.applicant import Applicant

COLUMNS: Final = ("rank", "id", "total", "base", "registration_date", "admitted", "note")

Row: TypeAlias = tuple[int, str, Number, Number, date | None, str, str]
"""What stands in ``COLUMNS`` for one applicant."""

_LABELS: Final = {
    "base": "基础分",
    REGISTRATION_DATE: "居住登记日期",
    OTHER_PARENT_TOTAL: "另一方总分",
}


def rank_lists(applicants: Applicants, contest: Contest) -> Iterator[Row]:
    """The rows of the ranking, one list after the other, by town, school and grade."""
    readings = applicants.readings
    lists: dict[tuple[str, ...], list[Applicant]] = {}
    for applicant in applicants.accepted:
        lists.setdefault(applicant.list_key, []).append(applicant)
    for list_key in sorted(lists):
        admission = contest.admissions[list_key]
        for ranked in rank(lists[list_key], readings, admission):
            person = ranked.applicant
            note = _note(ranked, admission, contest, readings)
            points = (person.total, person.base)
            yield ranked.rank, person.id, *points, person.registered, ranked.admitted, note


def write_csv(stream: TextIO, rows: Iterable[Row]) -> None:
    """Write the ranking as CSV, without a mark of its encoding."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for place, name, total, base, registered, *rest in rows:
        points = (format_decimal(total), format_decimal(base))
        writer.writerow((place, name, *points, registered or "", *rest))


def write_xlsx(stream: BinaryIO, rows: Iterable[Row]) -> None:
    """Write the ranking as a workbook, in which ids stay text. Raises ``InputError``."""
    workbook = import_openpyxl().Workbook(write_only=True)
    sheet = workbook.create_sheet("排名")
    sheet.append(COLUMNS)
    for place, name, total, base, *rest in rows:
        sheet.append((place, name, float(total), float(base), *rest))
    workbook.save(stream)


def _note(
    ranked: RankedApplicant,
    admission: Admission | None,
    contest: Contest,
    readings: tuple[Reading, ...],
) -> str:
    """The list, what is open, why not admitted, what is left out: as far as it applies."""
    applicant = ranked.applicant
    phrases = [" ".join(applicant.list_key), _tie_phrase(ranked, readings)]
    if ranked.shares_total:
        phrases += _order_phrases(contest, readings)
    if ranked.admitted == "tie":
        phrases.append(
            "并列处在录取线上，规则没有写谁先"
            if ranked.tie
            else "有人的申请条件还不清楚，能不能录取未定"
        )
    if admission and admission.bars(applicant.total):
        phrases.append(f"低于 {format_decimal(admission.least or 0)} 分")
    elif ranked.admitted == "no" and applicant.list_key and applicant.eligible is not False:
        phrases.append("统筹调剂")
    if not applicant.registered:
        phrases.append("居住登记日期空着")
    other = applicant.other_parent_total
    if other is not None and other > applicant.total:
        phrases.append(f"另一方总分 {format_decimal(other)}，比本人高")
    phrases.append(applicant.note)
    return "；".join(filter(None, phrases))


def _tie_phrase(ranked: RankedApplicant, readings: tuple[Reading, ...]) -> str:
    """Why somebody shares a rank; empty where they do not."""
    match ranked.tie:
        case "equal" if not readings[0]:
            return "并列：总分相同，这一版没有写同分怎样排"
        case "equal":
            compared = "、".join(label for key, label in _LABELS.items() if key in readings[0])
            return f"并列：总分、{compared}都相同"
        case "date":
            return "并列：有人的居住登记日期空着"
        case "other":
            return "并列：有人的另一方总分空着"
        case "order":
            others = [key for key in readings[0] if key != OTHER_PARENT_TOTAL]
            compared = "、".join(_LABELS[key] for key in others)
            return f"并列：另一方总分与{compared}先比哪一项，规则没有写"
        case _:
            return ""


def _order_phrases(contest: Contest, readings: tuple[Reading, ...]) -> Iterator[str]:
    """On what the order of equal totals rests, where it is less than the edition's own text."""
    ranking = contest.standard.ranking
    if ranking is None:
        return
    if ranking.passport.confidence == "inferred":
        yield "同分先后是推定的，没有见到这一版的规定"
    if contest.is_child and OTHER_PARENT_TOTAL not in readings[0]:
        yield "没有比另一方总分"
