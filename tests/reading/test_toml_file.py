"""Standards from TOML files."""

from fractions import Fraction
from pathlib import Path

import pytest

from calculator.cli.loading import load_editions, load_standard
from calculator.reading.problems import Problem
from calculator.reading.toml_file import read_toml
from calculator.standard.editions import read_editions
from calculator.standard.loading import STANDARDS, edition_path, load_data
from calculator.values.number import Numeral
from tests.support import editions, problems_of


def written(folder: Path, content: bytes) -> Path:
    """A TOML file with this content."""
    path = folder / "my.toml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5", 5),
        ("2.5", Fraction(5, 2)),
        ("74.99999999999999999999999999999999", 75 - Fraction(1, 10**32)),
        ("+0.1", Fraction(1, 10)),
        ("1_000.5", Fraction(2001, 2)),
        ("100.0", 100),
        ("nan", Numeral("nan")),
        ("inf", Numeral("inf")),
        ("1e999", Numeral("1e999")),
    ],
)
def test_decimals_are_exact(tmp_path: Path, text: str, value: object) -> None:
    """A decimal is never a binary float; what is no decimal stays as it was written."""
    assert read_toml(written(tmp_path, f"points = {text}".encode())) == {"points": value}


@pytest.mark.parametrize(
    "content", [b"a = 1\nb = 2\n", b"a = 1\r\nb = 2\r\n", b"\xef\xbb\xbfa = 1\nb = 2"]
)
def test_any_editor_will_do(tmp_path: Path, content: bytes) -> None:
    """Windows line ends and a byte order mark are read."""
    assert read_toml(written(tmp_path, content)) == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (b"a = 1\nb 2\n", 2, "第 3 列没有等号"),
        (b"a = 1\r\nb 2\r\n", 2, "第 3 列没有等号"),
        ('# 学历\na = "文"'.encode("gb18030"), 1, "第 5 个字节不是 UTF-8 编码"),
        ('# ok\na = "文"'.encode("gb18030"), 2, "第 11 个字节不是 UTF-8 编码"),
        (b"a = " + b"[" * 5000, None, "嵌套层数太多"),
        (b"a = " + b"9" * 5000, None, "有一个数字太长"),
        (b"a = 0x" + b"f" * 30, None, "有一个数字太长"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, content: bytes, line: int | None, found: str
) -> None:
    """The message names the file, the line and what stands there."""
    path = written(tmp_path, content)
    problems = problems_of(lambda: read_toml(path))
    assert [(p.file, p.line, p.found) for p in problems] == [("my.toml", line, found)]


def test_a_file_has_the_name_that_it_was_given(tmp_path: Path) -> None:
    """A product's file is named with its folder."""
    problems = problems_of(lambda: read_toml(tmp_path / "2016.toml", "suzhou/2016.toml"))
    assert [problem.file for problem in problems] == ["suzhou/2016.toml"]


@pytest.mark.parametrize(
    ("name", "found"),
    [("missing.toml", "打不开：没有这个文件"), (".", "打不开：这是一个文件夹")],
)
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str, found: str) -> None:
    """A missing file and a folder are named, and said to be so."""
    path = tmp_path / name
    assert problems_of(lambda: read_toml(path)) == [Problem("", found, "可读的文件", path.name)]


@pytest.mark.parametrize("edition", sorted(editions().standards))
def test_a_copy_of_an_edition_is_a_draft(tmp_path: Path, edition: str) -> None:
    """An officer starts next year's edition from this year's, its own facts included."""
    path = written(tmp_path, (STANDARDS / edition_path(edition)).read_bytes())
    assert load_standard(path, editions()).facts_by_id == editions().get(edition).facts_by_id


def test_a_copy_may_declare_facts_of_its_own(tmp_path: Path) -> None:
    """What the original declares, its copy declares again: that is not twice."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")
    for asked, own in [
        (
            "[facts.family_planning_compliant]",
            '[facts.local]\nkind = "flag"\nlabel = "本地事项"',
        ),
        ('fact = "family_planning_compliant"', 'fact = "local"'),
    ]:
        text = text.replace(asked, own, 1)
    path = written(tmp_path, text.encode())
    tables = {"facts": load_data()["facts"], "standards": {path.name: read_toml(path)}}
    assert load_standard(path, read_editions(tables)).facts_by_id["local"].label == "本地事项"


def test_the_product_holds_the_2016_edition() -> None:
    """The editions of the product are its files."""
    assert "suzhou-2016" in load_editions().standards


def test_the_list_of_facts_is_no_edition() -> None:
    """One file lists the facts; in a place's folder each but its own two is an edition."""
    files = {path.relative_to(STANDARDS).as_posix() for path in STANDARDS.rglob("*.toml")}
    data = load_data()
    own = {f"{place}/{name}.toml" for place in data["places"] for name in ("place", "ways")}
    assert {*data["standards"], *own, "facts.toml"} == files


def test_a_standard_outside_the_product_is_read(tmp_path: Path) -> None:
    """A draft stands anywhere, and uses the product's facts."""
    path = written(tmp_path, (STANDARDS / "suzhou/2016.toml").read_bytes())
    assert load_standard(path, editions()).id == "suzhou-2016"


def test_a_fault_in_a_draft_says_where_it_stands(tmp_path: Path) -> None:
    """The file, the line, the key path, what was found, what is allowed."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8").replace("cap = 500", 'cap = "500"')
    path = written(tmp_path, text.encode())
    line = text.split("\n").index('cap = "500"') + 1
    assert [str(problem) for problem in problems_of(lambda: load_standard(path, editions()))] == [
        f'my.toml 第 {line} 行 items.social_insurance.cap：读到 "500"，应为一个数字'
    ]
