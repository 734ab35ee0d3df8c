"""A ranking as a table: place, points, whether admitted, and why in words."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from calculator.ranking.applicants import Contest
from calculator.ranking.order import Admission, Applicant, RankedApplicant, rank
from calculator.values.number import format_decimal

COLUMNS: Final = ("rank", "id", "total", "base", "registration_date", "admitted", "note")


def write_ranking(stream: TextIO, applicants: Iterable[Applicant], contest: Contest) -> None:
    """The ranking as CSV, one list after the other."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    lists: dict[tuple[str, ...], list[Applicant]] = {}
    for applicant in applicants:
        lists.setdefault(applicant.place, []).append(applicant)
    for place in sorted(lists):
        admission = contest.admissions[place]
        for each in rank(lists[place], admission):
            writer.writerow(_written(each, _note(each, admission, contest)))


def _written(place: RankedApplicant, note: str) -> tuple[str, ...]:
    person = place.applicant
    registered = person.registered.isoformat() if person.registered else ""
    points = (format_decimal(person.total), format_decimal(person.base))
    return (str(place.rank), person.id, *points, registered, place.admitted, note)


def _note(place: RankedApplicant, admission: Admission | None, contest: Contest) -> str:
    """The list, what is open, why not admitted, what is left out: as far as it applies."""
    person = place.applicant
    said = [" ".join(person.place)]
    if place.tie == "equal":
        compared = "总分、基础分、居住登记日期" + ("、另一方总分" if contest.child else "")
        said.append(f"并列：{compared}都相同")
    elif place.tie == "date":
        said.append("并列：有人的居住登记日期空着")
    elif place.tie == "other":
        said.append("并列：有人的另一方总分空着")
    elif place.tie == "order":
        said.append("并列：另一方总分与基础分、居住登记日期先比哪一项，规则没有写")
    if place.admitted == "tie":
        said.append("并列处在录取线上，规则没有写谁先")
    if admission and admission.bars(person.total):
        said.append(f"低于 {format_decimal(admission.least or 0)} 分")
    elif place.admitted == "no" and person.place:
        said.append("统筹调剂")
    if not person.registered:
        said.append("居住登记日期空着")
    said.append(person.note)
    return "；".join(filter(None, said))
