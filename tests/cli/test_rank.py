"""The command ``rank``: bytes in, bytes out, exit codes.

Bad input goes through a real process, as a stranger would send it; the rest calls ``main``.
"""

import csv
import io
import sys
from pathlib import Path

import pytest
from tqdm import tqdm

from calculator.cli.exit_codes import AT_FAULT, DONE, SOME_REFUSED
from calculator.reading.json_document import MAX_BYTES
from tests.cli.commands import ON_2016, REFUSED, Ran, called, process, refused
from tests.support import suzhou_2016

SETTLEMENT = ("--track", "settlement", *ON_2016)
NOTHING = {"flag": "false", "choice": "none", "date": "1990-05-08", "measures": "没有"}
FACTS = {
    fact: NOTHING.get(suzhou_2016().facts_by_id[fact].kind, "0")
    for item in suzhou_2016().items
    for fact in item.monotonicity
} | {"education": "bachelor"}
NOT_JUDGED = (
    "没有判断的申请条件，表里没有相应的列：在市区参加社会保险、有居住证，或户籍可以免办、"
    "在市区连续合法居住满一年、在市区有合法稳定住所、人均住房面积达到 18 平方米\n"
)
HEADING = ["id", "registration_date", *FACTS]


def row(name: str, **changes: str) -> str:
    """A row of a bachelor of 26 with nothing else: 70 points."""
    cells = {"id": name, "registration_date": "2012-03-01", **FACTS} | changes
    return ",".join(cells.values())


def table(*rows: str) -> bytes:
    """A table with these rows."""
    return ("\n".join([",".join(HEADING), *rows]) + "\n").encode()


def ranking(ran: Ran) -> list[tuple[str, ...]]:
    """Rank, id, total, admitted of what was written."""
    found = list(csv.DictReader(io.StringIO(ran.out)))
    return [(entry["rank"], entry["id"], entry["total"], entry["admitted"]) for entry in found]


def test_applicants_are_ranked_and_admitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the contract has it, to the byte."""
    path = tmp_path / "applicants.csv"
    path.write_bytes(table(row("A"), row("B", social_insurance_months="10"), row("C")))
    ran = called(capsys, "rank", str(path), *SETTLEMENT, "--quota", "1")
    tied = "并列：总分、基础分、居住登记日期都相同；未计入 4 项"
    assert ran == Ran(
        DONE,
        "rank,id,total,base,registration_date,admitted,note\n"
        "1,B,120,120,2012-03-01,yes,未计入 4 项\n"
        f"2,A,70,70,2012-03-01,no,{tied}\n"
        f"2,C,70,70,2012-03-01,no,{tied}\n",
        NOT_JUDGED,
    )


def test_applicants_are_read_from_stdin() -> None:
    """A hyphen means stdin, in any locale, with a mark at the beginning or without."""
    rows = table(row("张三"), row("B", education="master"))
    ran = process("rank", "-", *SETTLEMENT, "--threshold", "100", stdin=b"\xef\xbb\xbf" + rows)
    assert (ran.code, ranking(ran), ran.err) == (
        DONE,
        [("1", "B", "210", "yes"), ("2", "张三", "70", "no")],
        NOT_JUDGED,
    )


def test_seats_are_read_from_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Schools and grades by themselves."""
    heading = ",".join([*HEADING, "town", "school", "grade"])
    rows = [f"{row(name)},镇,{school},1" for name, school in [("A", "1"), ("B", "2"), ("C", "2")]]
    (tmp_path / "applicants.csv").write_text("\n".join([heading, *rows]), "utf-8")
    (tmp_path / "seats.csv").write_text(
        "town,school,grade,seats,floor\n镇,1,1,9,70\n镇,2,1,1,\n", "utf-8"
    )
    options = ("--track", "schooling", *ON_2016, "--seats", str(tmp_path / "seats.csv"))
    ran = called(capsys, "rank", str(tmp_path / "applicants.csv"), *options)
    assert (ran.code, ranking(ran)) == (
        DONE,
        [("1", "A", "70", "yes"), ("1", "B", "70", "tie"), ("1", "C", "70", "tie")],
    )


def test_faulty_rows_are_named_and_the_others_ranked() -> None:
    """GBK, a serial number, a doubled id, a formula, an open quote, a missing fact."""
    faulty: list[str | bytes] = [
        row("A"),
        row("李四").encode("gbk"),
        row("C", birth_date="42384"),
        row("D"),
        row("D"),
        row("=E"),
        row('"F'),
        row("G", education=""),
        row("H") + ",1",
        row("I\0"),
        row("J" * MAX_BYTES),
        row("K"),
    ]
    lines = [entry if isinstance(entry, bytes) else entry.encode() for entry in faulty]
    ran = process("rank", "-", *SETTLEMENT, stdin=table() + b"\n".join(lines))
    named = [said[: said.index("行") + 1] for said in ran.err.splitlines() if "第" in said]
    assert (ran.code, ranking(ran), named) == (
        SOME_REFUSED,
        [("1", "A", "70", ""), ("1", "K", "70", "")],
        [f"第 {number} 行" for number in (3, 4, 6, 7, 8, 9, 10, 11, 12)],
    )


def test_how_many_were_ranked_is_said_where_somebody_was_not() -> None:
    """The last line on stderr."""
    ran = process("rank", "-", *SETTLEMENT, stdin=table(row("A"), row("=B")))
    assert ran.err.splitlines()[-1] == "已排 1 人。上面列出的行没有排，改好后请重新运行。"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "没有标题行"),
        (table(), "没有一行能读的申请人"),
        (b"name,id\n", '第 1 列 "name" 不认识'),
        (b"id\nA\n", "第 1 行 registration_date 列：没有"),
        (table(row("A")).decode().encode("utf-16"), "不是 UTF-8 编码"),
        (b"\x00" * 100, "空字符"),
        (b"\n".join([table().strip(), row("张三").encode("gbk")]), "可能是 GBK"),
    ],
)
def test_a_table_of_no_use_is_refused(data: bytes, said: str) -> None:
    """Exit code 2, and nothing on stdout."""
    ran = process("rank", "-", *SETTLEMENT, stdin=data)
    assert (refused(ran), said in ran.err) == (REFUSED, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((*ON_2016, "--track", "housing"), "settlement、schooling、medical"),
        ((*SETTLEMENT, "--quota", "many"), "quota："),
        ((*SETTLEMENT, "--threshold", ""), "threshold："),
        ((*SETTLEMENT, "--seats", "missing.csv"), "missing.csv"),
        ((*SETTLEMENT, "--quota", "1", "--threshold", "1"), "不能和 --quota 一起用"),
        (ON_2016, "--track"),
    ],
)
def test_a_wrong_option_is_refused(options: tuple[str, ...], said: str) -> None:
    """Before anything is read."""
    ran = process("rank", "-", *options, stdin=table(row("A")))
    assert (refused(ran), said in ran.err) == (REFUSED, True)


def test_a_missing_table_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """What cannot be opened is an input at fault."""
    ran = called(capsys, "rank", str(tmp_path / "missing.csv"), *SETTLEMENT)
    assert (ran.code, ran.out, "missing.csv" in ran.err) == (AT_FAULT, "", True)


def test_on_a_terminal_a_bar_shows_how_far_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the bytes of the file; on nothing else than a terminal."""
    seen: set[tuple[object, ...]] = set()

    class Bar(tqdm):  # type: ignore[type-arg]
        """A bar that remembers what it was made with, and how far it came."""

        def close(self) -> None:
            seen.add((self.total, "off" if self.disable else self.n))
            super().close()

    monkeypatch.setattr("tqdm.tqdm", Bar)
    path = tmp_path / "applicants.csv"
    path.write_bytes(table(row("A")))
    called(capsys, "rank", str(path), *SETTLEMENT)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    called(capsys, "rank", str(path), *SETTLEMENT)
    size = path.stat().st_size
    assert seen == {(size, "off"), (size, size)}


def test_without_tqdm_there_is_no_bar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ranking is the same, and so are the remarks."""
    path = tmp_path / "applicants.csv"
    path.write_bytes(table(row("A"), row("B", education="wise")))
    with_bar = called(capsys, "rank", str(path), *SETTLEMENT)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert called(capsys, "rank", str(path), *SETTLEMENT) == with_bar
