"""Files that ``rank`` reads and writes: workbooks, line ends of other programs, output."""

import csv
import io
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from calculator.cli.exit_codes import AT_FAULT, DONE, SOME_REFUSED
from calculator.reading.json_document import MAX_BYTES
from tests.cli.commands import REFUSED, Ran, called, process, refused

CAPTURE = pytest.CaptureFixture[str]
OPTIONS = ("--standard", "suzhou-2024-schooling", "--track", "schooling", "--on", "2024-06-01")
HEADING = [
    *["id", "registration_date", "birth_date", "education", "skill_level", "professional_title"],
    *["social_insurance_months", "residence_months", "veteran", "housing_fund_months"],
    "investment_and_tax_claimed",
]
ROW: list[object] = [
    *["张三", date(2012, 3, 1), date(1980, 5, 8), "大学本科", "none", "none"],
    *["63个月", "5 个月", False, 12, "没有"],
]


def book(folder: Path, *rows: list[object], name: str = "applicants.xlsx") -> str:
    """The path of a workbook with these rows under the heading."""
    made = Workbook()
    for row in (HEADING, *rows):
        made.active.append(row)
    made.save(folder / name)
    return str(folder / name)


def table(*rows: list[object]) -> str:
    """The same as CSV."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([HEADING, *rows])
    return stream.getvalue().replace("False", "false")


def test_a_workbook_is_ranked_as_the_same_table_in_csv(capsys: CAPTURE, tmp_path: Path) -> None:
    """Dates as Excel keeps them, texts with 个月, labels of choices."""
    (tmp_path / "applicants.csv").write_text(table(ROW), "utf-8")
    found = called(capsys, "rank", book(tmp_path, ROW), *OPTIONS)
    assert found == called(capsys, "rank", str(tmp_path / "applicants.csv"), *OPTIONS)
    assert (found.code, found.out.splitlines()[1][:5]) == (DONE, "1,张三,")


def test_a_formula_refuses_its_row_by_its_cell(capsys: CAPTURE, tmp_path: Path) -> None:
    """The others are ranked."""
    formula: list[object] = ["李四", *ROW[1:6], "=60+3", *ROW[7:]]
    ran = called(capsys, "rank", book(tmp_path, formula, ROW), *OPTIONS)
    said = [line for line in ran.err.splitlines() if line.startswith("第 2 行")]
    assert ran.code == SOME_REFUSED
    assert said == ['第 2 行：G2 格是公式 "=60+3"，应为它的值：复制后选“选择性粘贴 → 值”']
    assert [row.split(",")[1] for row in ran.out.splitlines()] == ["id", "张三"]


def test_seats_may_stand_in_a_workbook(capsys: CAPTURE, tmp_path: Path) -> None:
    """Numbers for grades and seats."""
    made = Workbook()
    for row in (["town", "school", "grade", "seats"], ["镇", "一小", 1, 1]):
        made.active.append(row)
    made.save(tmp_path / "seats.xlsx")
    applicants = table(ROW).splitlines()
    text = f"{applicants[0]},town,school,grade\n{applicants[1]},镇,一小,1\n"
    (tmp_path / "applicants.csv").write_text(text, "utf-8")
    seats = ("--seats", str(tmp_path / "seats.xlsx"))
    ran = called(capsys, "rank", str(tmp_path / "applicants.csv"), *OPTIONS, *seats)
    assert (ran.code, ran.out.splitlines()[1].split(",")[5]) == (DONE, "yes")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b"id,registration_date\n"),
        ("a.xlsx", b"PK\x03\x04" + bytes(range(256))),
        ("a.csv", b"PK\x03\x04" + bytes(range(256))),
        ("a.csv", b"\xd0\xcf\x11\xe0" + bytes(range(256))),
        ("a.csv", b"id" + b",x" * 100_000),
        ("a.csv", b"," * 100_000),
        ("a.csv", b"sep=|\nid|registration_date\n"),
    ],
)
def test_a_file_of_no_use_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """In few words, and nothing on stdout."""
    (tmp_path / name).write_bytes(data)
    ran = process("rank", str(tmp_path / name), *OPTIONS)
    assert (refused(ran), len(ran.err) < 200) == (REFUSED, True)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"], ids=["Mac", "Windows", "Unix"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_of_other_programs_are_read(delimiter: str, end: str) -> None:
    """From stdin too."""
    text = table(ROW, ["李四", *ROW[1:]]).replace(",", delimiter).replace("\n", end)
    ran = process("rank", "-", *OPTIONS, stdin=text.encode())
    assert (ran.code, [row.split(",")[1] for row in ran.out.splitlines()]) == (
        DONE,
        ["id", "张三", "李四"],
    )


def test_a_long_line_of_a_mac_is_refused_and_the_next_is_read() -> None:
    """Of what is too long only the beginning is kept."""
    text = table(["J" * MAX_BYTES, *ROW[1:]], ROW).replace("\n", "\r")
    ran = process("rank", "-", *OPTIONS, stdin=text.encode())
    assert (ran.code, [row.split(",")[1] for row in ran.out.splitlines()]) == (
        SOME_REFUSED,
        ["id", "张三"],
    )


def written(capsys: CAPTURE, folder: Path, name: str) -> tuple[Ran, Path]:
    """The ranking of one row, written to a file."""
    path = folder / name
    return called(capsys, "rank", book(folder, ROW), *OPTIONS, "--output", str(path)), path


def test_a_written_table_opens_as_chinese(capsys: CAPTURE, tmp_path: Path) -> None:
    """With the mark by which Excel and WPS know UTF-8; stdout stays empty."""
    ran, path = written(capsys, tmp_path, "ranking.csv")
    data = path.read_bytes()
    assert (ran.code, ran.out) == (DONE, "")
    assert data[:8] == b"\xef\xbb\xbfrank,"
    assert "张三" in data.decode("utf-8-sig")


def test_a_written_workbook_holds_what_the_table_does(capsys: CAPTURE, tmp_path: Path) -> None:
    """Numbers as numbers, ids as text, dates as dates."""
    ran, path = written(capsys, tmp_path, "ranking.xlsx")
    rows = list(load_workbook(path).active.values)
    assert ran.code == DONE
    assert rows[0] == ("rank", "id", "total", "base", "registration_date", "admitted", "note")
    assert rows[1][:6] == (1, "张三", 420, 315, datetime(2012, 3, 1), None)  # noqa: DTZ001 - as kept


@pytest.mark.parametrize("name", ["ranking.txt", "applicants.xlsx", "missing/ranking.csv"])
def test_where_nothing_can_be_written_it_is_said(
    capsys: CAPTURE, tmp_path: Path, name: str
) -> None:
    """Another kind, a table that is read, a folder that is not there; what was there stays."""
    applicants = Path(book(tmp_path, ROW))
    before = applicants.read_bytes()
    ran = called(capsys, "rank", str(applicants), *OPTIONS, "--output", str(tmp_path / name))
    assert (ran.code, ran.out) == (AT_FAULT, "")
    assert applicants.read_bytes() == before


def test_without_the_library_csv_is_read_all_the_same(
    capsys: CAPTURE, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a workbook is refused, read or written."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    (tmp_path / "applicants.csv").write_text(table(ROW), "utf-8")
    read = called(capsys, "rank", str(tmp_path / "applicants.csv"), *OPTIONS)
    output = ("--output", str(tmp_path / "ranking.xlsx"))
    wrote = called(capsys, "rank", str(tmp_path / "applicants.csv"), *OPTIONS, *output)
    assert (read.code, wrote.code) == (DONE, AT_FAULT)
    assert not (tmp_path / "ranking.xlsx").exists()
