"""Reading untrusted workbooks: what a cell becomes, and what is refused."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from calculator.ranking import xlsx_sheet
from calculator.ranking.sheet import RawRow
from calculator.ranking.xlsx_sheet import read_xlsx
from calculator.reading.problems import InputError, Problem
from tests.support import problems_of


def workbook(*rows: list[Any]) -> bytes:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(data: bytes) -> list[RawRow]:
    """All rows."""
    return list(read_xlsx(io.BytesIO(data)))


def said(data: bytes) -> list[str]:
    """Why the workbook as a whole is refused."""
    return [str(problem) for problem in problems_of(lambda: read(data))]


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if part.filename == name else content)
    return stream.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("张三", "张三"),
        (" 63 个月 ", "63 个月"),
        (None, ""),
        (True, "true"),
        (63, "63"),
        (63.0, "63"),
        (-29.5, "-29.5"),
        (89.650000000000006, "89.65"),
        (0.00001, "0.00001"),
        (10**14, "100000000000000"),
        (date(2012, 3, 1), "2012-03-01"),
        (datetime(2012, 3, 1), "2012-03-01"),  # noqa: DTZ001 - workbooks know no zones
        (datetime(2012, 3, 1, 8, 30), "2012-03-01 08:30:00"),  # noqa: DTZ001 - the same
        (time(8, 30), "08:30:00"),
    ],
)
def test_a_cell_is_what_a_person_would_have_typed(value: object, text: str) -> None:
    """Dates as days, numbers as Excel shows them."""
    assert read(workbook(["id", value, "end"])) == [(1, ["id", text, "end"])]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("=1+1", 'B2 格是公式 "=1+1"'),
        ("#N/A", 'B2 格是错误值 "#N/A"'),
        (320501199001010018, "B2 格的数字超过 15 位，后面的已经丢失"),
        (1e300, "B2 格的数字超过 15 位，后面的已经丢失"),
    ],
)
def test_what_excel_has_changed_refuses_its_row(value: object, found: str) -> None:
    """By its cell; the rows around it are read."""
    rows = read(workbook(["id", "x"], ["A", value], ["B", 1]))
    problem = rows[1][1]
    assert [rows[0], rows[2]] == [(1, ["id", "x"]), (3, ["B", "1"])]
    assert isinstance(problem, Problem)
    assert problem.found == found


def test_a_formula_over_several_cells_is_refused() -> None:
    """Though it is no text."""
    formula = b'<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c>'
    data = changed(
        workbook([1]), SHEET, lambda part: part.replace(b'<c r="A1" t="n"><v>1</v></c>', formula)
    )
    problem = read(data)[0][1]
    assert isinstance(problem, Problem)
    assert problem.found == "A1 格是公式 数组公式"


def test_text_that_looks_like_a_formula_is_text() -> None:
    """A reader of names refuses it, as in CSV."""
    text = b'<c r="A1" t="inlineStr"><is><t>=A</t></is></c>'
    data = changed(
        workbook([1]), SHEET, lambda part: part.replace(b'<c r="A1" t="n"><v>1</v></c>', text)
    )
    assert read(data) == [(1, ["=A"])]


def test_empty_rows_are_counted() -> None:
    """So that a row has the number that Excel shows."""
    rows = read(workbook(["id"], [], [None], ["A"]))
    assert [
        (number, cells) for number, cells in rows if isinstance(cells, list) and any(cells)
    ] == [
        (1, ["id"]),
        (4, ["A"]),
    ]


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    """Neither padded to it, nor cut."""
    claim = b'<dimension ref="A1:XFD1048576"/>'
    data = changed(
        workbook(["id"], ["A"]),
        SHEET,
        lambda part: part.replace(b'<dimension ref="A1:A2" />', claim),
    )
    assert claim in zipfile.ZipFile(io.BytesIO(data)).read(SHEET)
    assert read(data) == [(1, ["id"]), (2, ["A"])]


NONE_AT_ALL = "不是能读的 .xlsx 工作簿：损坏、有密码，或是别的格式，应为没有密码的 .xlsx，或 CSV"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"id,seats\nA,1\n",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0" * 200,
        workbook(["id"])[:-30],
        changed(workbook(["id"]), SHEET, lambda part: part[:-20]),
        changed(workbook([1]), SHEET, lambda part: part.replace(b"<v>1<", b"<v>one<")),
        changed(workbook(["id"]), "xl/workbook.xml", lambda _: b"<workbook/>"),
        changed(
            workbook(["id"]),
            SHEET,
            lambda part: b'<!DOCTYPE a [<!ENTITY a "aaaa">]>' + part,
        ),
    ],
    ids=["empty", "csv", "start", "xls", "cut", "xml", "number", "no sheet", "entities"],
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    """In one sentence, whatever the library says."""
    assert said(data) == [NONE_AT_ALL]


def test_a_workbook_that_grows_is_not_unpacked() -> None:
    """A small file of 250 MB."""
    data = changed(workbook(["id"]), SHEET, lambda part: part + b" " * 250_000_000)
    assert len(data) < 1_000_000
    assert [found.split("，")[0] for found in said(data)] == ["解压后超过 200 MB"]


@pytest.mark.parametrize(
    ("limit", "found"),
    [("MOST_TAGS", "工作簿里的格太多"), ("MOST_CELLS", "第 2 行以前的格太多")],
)
def test_a_workbook_of_too_many_cells_is_refused(
    monkeypatch: pytest.MonkeyPatch, limit: str, found: str
) -> None:
    """Before they fill the memory; CSV has no such limit."""
    monkeypatch.setattr(xlsx_sheet, limit, 3)
    expected = "较小的表，或另存为“CSV UTF-8（逗号分隔）”"
    assert said(workbook([1, 2, 3], [1])) == [f"{found}，应为{expected}"]


def test_a_row_far_down_is_no_reason_to_count_for_ever() -> None:
    """Excel has a last row."""
    far = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
    data = changed(workbook(["id"]), SHEET, lambda part: part.replace(b"</sheetData>", far))
    assert [found.split("，")[0] for found in said(data)] == ["第 1048577 行以前的格太多"]


@pytest.mark.parametrize("missing", ["openpyxl", "defusedxml"])
def test_without_the_library_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    """Or to use CSV."""
    monkeypatch.setitem(sys.modules, missing, None)
    assert said(workbook(["id"])) == [
        f"读写 .xlsx 要先安装 {missing}，应为 pip install openpyxl defusedxml，或改用 CSV"
    ]


SOUND = workbook(["id", "seats"], ["A", 1], ["B", date(2012, 3, 1)])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """The workbook with some bytes of the file, or of the sheet inside, put in place of others."""

    def spoil(data: bytes) -> bytes:
        start = draw(st.integers(0, len(data)))
        end = start + draw(st.integers(0, 20))
        put = draw(st.binary(max_size=12) | st.sampled_from([b"<c/>", b'r="ZZZ9"', b"9" * 30]))
        return data[:start] + put + data[end:]

    return spoil(SOUND) if draw(st.booleans()) else changed(SOUND, SHEET, spoil)


@given(damaged())
def test_any_workbook_is_read_or_refused(data: bytes) -> None:
    """Never an error of the library's own."""
    try:
        rows = read(data)
    except InputError as error:
        assert str(error)  # noqa: PT017 - what is not refused in words goes on
    else:
        assert {type(cells) for _, cells in rows} <= {list, Problem}
