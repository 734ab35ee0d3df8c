"""Reading untrusted CSV: what is accepted, and what is said of the rest."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.ranking.cells import read_name
from calculator.ranking.csv_sheet import read_csv
from calculator.ranking.sheet import at_row, read_sheet
from calculator.reading.json_document import MAX_BYTES
from calculator.reading.problems import InputError, Problem
from tests.support import problems_of

COLUMNS = ("id", "seats")


def numbered(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Lines as the command line gives them."""
    lines = enumerate(data.split(b"\n"), start=1)
    return ((number, line) for number, line in lines if line.strip())


def read(data: bytes) -> tuple[list[tuple[int, str, str]], list[str]]:
    """Number and cells of the rows, and what was refused."""
    refused: list[Problem] = []
    sheet = read_sheet(read_csv(numbered(data)), ("id",), COLUMNS, refused.append)
    rows = [(number, cells["id"], cells.get("seats", "-")) for number, cells in sheet.rows]
    return rows, [str(problem) for problem in refused]


def is_name(text: str) -> bool:
    """Whether the text is taken for a name."""
    return not problems_of(lambda: read_name({"id": text}, "id"))


def heading_faults(data: bytes) -> list[str]:
    """Why the sheet as a whole is refused."""
    return [str(problem) for problem in problems_of(lambda: read(data))]


@pytest.mark.parametrize(
    "data",
    [
        b"id,seats\nA,1\nB,2",
        b"id,seats\r\nA,1\r\nB,2\r\n",
        b"\xef\xbb\xbfid,seats\nA,1\nB,2\n",
        b' id , seats,,\n "A",1\nB , 2 ,,\n'.replace(b' "A"', b'"A"'),
        b'"id","seats"\n"A","1"\n"B","2"\n',
        b"id;seats\nA;1\nB;2\n",
        b"id\tseats\r\nA\t1\r\nB\t2\r\n",
    ],
)
def test_spreadsheets_write_the_same_table_in_many_ways(data: bytes) -> None:
    """Line ends, a mark at the beginning, quotes, spaces, empty columns at the end."""
    assert read(data) == ([(2, "A", "1"), (3, "B", "2")], [])


@pytest.mark.parametrize(
    "first", [b"sep=;", b"\xef\xbb\xbfsep=;\r", b'"sep=;"', b"SEP=;"], ids=repr
)
def test_a_first_line_names_the_delimiter(first: bytes) -> None:
    """As Excel writes it; the line counts, and the cells may hold commas."""
    assert read(first + b"\nid;seats\nA,B;1\n") == ([(3, "A,B", "1")], [])


def test_a_named_tab_is_a_delimiter() -> None:
    """Written as it is, or as a programmer writes it."""
    found = [read(b"sep=" + tab + b"\nid\tseats\nA\t1\n")[0] for tab in (b"\t", b"\\t")]
    assert found == [[(3, "A", "1")]] * 2


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (b"id" + b",x" * 100_000, "第 1 行：标题行有 100001 列，应为不超过 1000 列"),
        (b"id" + b"," * 100_000 + b"x", "第 1 行：标题行有 100001 列，应为不超过 1000 列"),
        (b"," * 100_000, "第 1 行：没有标题行，应为列名：id……"),
    ],
    ids=["names", "gap", "nothing"],
)
def test_a_heading_of_any_width_is_answered_shortly(heading: bytes, said: str) -> None:
    """One fault, however many columns there are."""
    assert heading_faults(heading) == [said]


def test_of_many_unknown_columns_the_first_are_named() -> None:
    """And how many more there are."""
    faults = heading_faults(b"id," + b",".join(b"x%d" % number for number in range(900)))
    assert len(faults) == 21
    assert faults[-1] == "第 1 行：标题行还有 880 处，应为先改好上面的"


def test_a_row_of_empty_cells_of_any_width_is_empty() -> None:
    """It is passed over, and empty cells behind a row are left out."""
    wide = b"," * 100_000
    assert read(b"id,seats\n" + wide + b"\nA,1" + wide + b"\n") == ([(3, "A", "1")], [])


def test_empty_rows_are_counted_and_skipped() -> None:
    """A row of commas is empty too."""
    assert read(b"\nid,seats\n\n,\nA,1\n") == ([(5, "A", "1")], [])


def test_cells_left_out_at_the_end_are_empty() -> None:
    """As spreadsheets leave them out."""
    assert read(b"id,seats\nA\n") == ([(2, "A", "")], [])


def test_a_comma_may_stand_in_quotes() -> None:
    """And a quote, doubled."""
    assert read(b'id,seats\n"A,""1""",2\n') == ([(2, 'A,"1"', "2")], [])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"A,1,x", '第 3 行：第 3 列超出标题行，读到 "x"，应为 2 格'),
        ("A,张三".encode("gbk"), "第 3 行：第 2 列不是 UTF-8 编码，可能是 GBK"),
        (b"A,\x001", "第 3 行：有空字符（NUL）"),
        (b'A,"1', "第 3 行：引号没有成对，或者一格里有换行"),
        (b'"A"x,1', "第 3 行：引号没有成对"),
        (b"A,1\rB,2", "第 3 行：引号没有成对，或者一格里有换行"),
        (b"A," + b"1" * MAX_BYTES, "第 3 行：这一行超过 1 MB"),
        (b"A," + b"1" * 200_000, "第 3 行：引号没有成对，或者一格"),
    ],
)
def test_a_spoilt_row_is_refused_and_the_others_are_read(line: bytes, said: str) -> None:
    """Nothing is swallowed: neither the row before nor the row after."""
    rows, refused = read(b"id,seats\nA,1\n" + line + b"\nB,2\n")
    assert rows == [(2, "A", "1"), (4, "B", "2")]
    assert len(refused) == 1
    assert refused[0][: len(said)] == said


def test_a_line_break_in_a_cell_refuses_both_lines() -> None:
    """No half of it is taken for a row."""
    rows, refused = read(b'id,seats\n"A\nB",1\nC,2\n')
    names = [is_name(name) for _, name, _ in rows]
    assert len(refused) == 1
    assert names == [False, True]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "第 1 行：没有标题行，应为列名：id……"),
        (b"\xef\xbb\xbf", "第 1 行：没有标题行，应为列名：id……"),
        (b",,\nA,1\n", "第 1 行：没有标题行，应为列名：id……"),
        (b"seats\n1\n", "第 1 行 id 列：没有，应为有这一列"),
        (b"id,seats,id\n", "第 1 行：id 写了 2 次（第 1、3 列），应为一列"),
        (b"id,,seats\n", "第 1 行：第 2 列没有列名，应为每列有列名"),
        (
            b"id,name\n",
            '第 1 行：第 2 列 "name" 不认识，应为 id 或情况的名称，列与列之间用英文逗号',
        ),
        (b"\n\nid|seats\n", '第 3 行：第 1 列 "id|seats" 不认识'),
        (b"sep=|\nid|seats\n", '第 1 行：分隔符是 "|"，应为逗号、分号或制表符'),
        (b"PK\x03\x04...", "第 1 行：是 .xlsx 这样的压缩文件，不是 CSV"),
        (b"\xd0\xcf\x11\xe0...", "第 1 行：是 .xls，或有密码的工作簿"),
        ("id,镇\n".encode("gbk"), "第 1 行：第 2 列不是 UTF-8 编码，可能是 GBK"),
        ("id,seats\n".encode("utf-16"), "第 1 行：第 1 列不是 UTF-8 编码，可能是 GBK"),
        (b'id,"seats\n', "第 1 行：引号没有成对"),
    ],
)
def test_a_sheet_without_its_heading_is_refused(data: bytes, said: str) -> None:
    """As a whole: no row could be understood."""
    assert heading_faults(data)[0][: len(said)] == said


def test_every_fault_of_a_heading_is_said_at_once() -> None:
    """Unknown, doubled, missing."""
    assert len(heading_faults(b"seats,name,seats\n")) == 3


@pytest.mark.parametrize("text", ["A1", "320501199001010018", "张三", "A-1", "1,5", "01E5"])
def test_a_name_is_taken_as_it_stands(text: str) -> None:
    """Letters, digits, Chinese, commas."""
    assert read_name({"id": text}, "id") == text


@pytest.mark.parametrize("text", ["=1+1", "+A", "-A", "@A", "＝A", "＋A", "－A", "＠A"])
def test_a_formula_is_no_name(text: str) -> None:
    """It would run in the spreadsheet of whoever opens the result; and so it is said."""
    with pytest.raises(InputError, match="会被电子表格当作公式执行"):
        read_name({"id": text}, "id")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "空着"),
        ('A"', "没有引号"),
        ("A\tB", "没有引号和换行"),
        ("A\u200b", "没有引号和换行"),
        ("A" * 101, "不超过 100 个字"),
        ("3.20501E+17", "科学计数法"),
        ("3e+17", "科学计数法"),
    ],
)
def test_what_cannot_be_copied_is_no_name(text: str, said: str) -> None:
    """Empty, unprintable, too long, or spoilt by a spreadsheet."""
    with pytest.raises(InputError, match=said):
        read_name({"id": text}, "id")


def test_a_problem_says_row_person_and_column() -> None:
    """As far as they are known."""
    problem = Problem("id", "空着", "文字")
    assert [str(at_row(2, problem)), str(at_row(2, problem, "A"))] == [
        "第 2 行 id 列：空着，应为文字",
        "第 2 行（A）id 列：空着，应为文字",
    ]


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(data: bytes) -> None:
    """Every row is read or refused; a refusal names it."""
    whole = b"id,seats\n" + data
    rows, refused = read(whole)
    numbers = {number for number, _, _ in rows}
    assert all(said.startswith("第 ") for said in refused)
    assert numbers <= {number for number, _ in numbered(whole)}
