"""A small competition: four kinds of rows, and applicants read under them."""

from collections.abc import Iterator

from calculator.ranking.applicant import Applicant
from calculator.ranking.contest import Admissions, Contest
from calculator.ranking.csv_sheet import read_csv
from calculator.ranking.read_applicants import Applicants, read_applicants
from calculator.ranking.sheet import RawRow
from calculator.standard.standard import Standard
from tests.support import FACTS, ITEM, ON, PASSPORT, small

IN_FORCE = {"from": ON, "until": "not seen"}
UNPUBLISHED = {"rule": "unpublished", "confidence": "unpublished"}
FIGURE = {"id": "months", "rule": "per_unit", "fact": "social_insurance_months", "per": 1}
BLOOD = {key: value for key, value in ITEM.items() if key not in ("fact", "points")}
STANDARD: Standard = small(
    ranking={"order": ["total", "base", "registration_date"]},
    tracks={
        "settlement": PASSPORT | {"label": "落户", "plain": "落户", "in_force": IN_FORCE},
        "schooling": PASSPORT
        | {"label": "入学", "plain": "入学", "in_force": IN_FORCE, "child": True},
    },
    facts={
        fact: {"question": "？", "scope": "applicant"}
        for fact in (
            "veteran",
            "birth_date",
            "social_insurance_months",
            "blood_claimed",
            "blood_points_declared",
        )
    },
    items=[
        ITEM | {"part": "additional"},
        ITEM | FIGURE | {"points": 5},
        BLOOD | UNPUBLISHED | {"id": "blood"},
        BLOOD
        | {"id": "age", "rule": "age", "fact": "birth_date"}
        | {"bands": [{"from": 18, "to": 40, "points": 10}]},
    ],
)
"""Veterans 30, a month 5, age 10, and blood without a figure."""

HEADING = "id,veteran,social_insurance_months,birth_date,registration_date"
GOOD = "true,100,1990-05-08,2012-03-01"


def numbered(text: str) -> Iterator[RawRow]:
    """Rows as the command line gives them."""
    lines = enumerate(text.encode().splitlines(), start=1)
    return read_csv((number, line) for number, line in lines if line.strip())


def contest(track: str = "settlement", admissions: Admissions | None = None) -> Contest:
    """A competition under the small standard."""
    known = {**FACTS, **STANDARD.facts_by_id}
    return Contest(STANDARD, track, ON, known, admissions or {(): None})


def read(
    text: str, track: str = "settlement", admissions: Admissions | None = None
) -> tuple[list[Applicant], list[str], list[str]]:
    """The applicants, what was refused, what was remarked."""
    applicants, refused, remarks = read_whole(text, track, admissions)
    return applicants.accepted, refused, remarks


def read_whole(
    text: str, track: str = "settlement", admissions: Admissions | None = None
) -> tuple[Applicants, list[str], list[str]]:
    """The same with the readings of the order."""
    refused: list[str] = []
    remarks: list[str] = []
    here = contest(track, admissions)
    found = read_applicants(numbered(text), here, lambda p: refused.append(str(p)), remarks.append)
    return found, refused, remarks
