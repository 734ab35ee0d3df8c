"""Writing a ranking as CSV: rank, points, whether admitted, and a note in Chinese."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from calculator.ranking.admission import Admission
from calculator.ranking.applicant import Applicant
from calculator.ranking.contest import Contest
from calculator.ranking.order import RankedApplicant, rank
from calculator.values.number import format_decimal

COLUMNS: Final = ("rank", "id", "total", "base", "registration_date", "admitted", "note")


def write_ranking(stream: TextIO, applicants: Iterable[Applicant], contest: Contest) -> None:
    """Write the ranking to ``stream``, one list after the other, by town, school and grade."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    lists: dict[tuple[str, ...], list[Applicant]] = {}
    for applicant in applicants:
        lists.setdefault(applicant.list_key, []).append(applicant)
    for list_key in sorted(lists):
        admission = contest.admissions[list_key]
        for ranked in rank(lists[list_key], admission):
            writer.writerow(_row(ranked, _note(ranked, admission, contest)))


def _row(ranked: RankedApplicant, note: str) -> tuple[str, ...]:
    applicant = ranked.applicant
    registered = applicant.registered.isoformat() if applicant.registered else ""
    points = (format_decimal(applicant.total), format_decimal(applicant.base))
    return (str(ranked.rank), applicant.id, *points, registered, ranked.admitted, note)


def _note(ranked: RankedApplicant, admission: Admission | None, contest: Contest) -> str:
    """The list, what is open, why not admitted, what is left out: as far as it applies."""
    applicant = ranked.applicant
    phrases = [" ".join(applicant.list_key)]
    if ranked.tie == "equal":
        compared = "总分、基础分、居住登记日期" + ("、另一方总分" if contest.is_child else "")
        phrases.append(f"并列：{compared}都相同")
    elif ranked.tie == "date":
        phrases.append("并列：有人的居住登记日期空着")
    elif ranked.tie == "other":
        phrases.append("并列：有人的另一方总分空着")
    elif ranked.tie == "order":
        phrases.append("并列：另一方总分与基础分、居住登记日期先比哪一项，规则没有写")
    if ranked.admitted == "tie":
        phrases.append("并列处在录取线上，规则没有写谁先")
    if admission and admission.bars(applicant.total):
        phrases.append(f"低于 {format_decimal(admission.least or 0)} 分")
    elif ranked.admitted == "no" and applicant.list_key:
        phrases.append("统筹调剂")
    if not applicant.registered:
        phrases.append("居住登记日期空着")
    phrases.append(applicant.note)
    return "；".join(filter(None, phrases))
