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
    ("content", "found"),
    [
        (b"a = 1\nb 2\n", "第 2 行第 3 列附近读不懂"),
        (b"a = 2016-02-31\n", "第 1 行第 5 列附近读不懂"),
        (b'a = "\n', "第 1 行第 6 列附近读不懂"),
        (b"[a", "文件末尾附近读不懂"),
        (b"a = 1\na = 2\n", "第 2 行第 6 列附近，同一个键或表写了第二次"),
        (b"[a]\n[b]\n[a]\n", "第 3 行第 3 列附近，同一个键或表写了第二次"),
        ('# 学历\na = "文"'.encode("gb18030"), "第 5 个字节不是 UTF-8 编码"),
        (b"a = " + b"[" * 5000, "嵌套层数太多"),
        (b"a = " + b"9" * 5000, "有一个数字太长"),
        (b"a = 0x" + b"f" * 30, "有一个数字太长"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, found: str) -> None:
    """The message names the file and the line."""
    path = written(tmp_path, content)
    problems = problems_of(lambda: read_toml(path))
    assert [(problem.where, problem.found) for problem in problems] == [("my.toml", found)]


@pytest.mark.parametrize(
    ("name", "found"),
    [("missing.toml", "打不开：没有这个文件"), (".", "打不开：这是一个文件夹")],
)
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str, found: str) -> None:
    """A missing file and a folder are named, and said to be so."""
    path = tmp_path / name
    assert problems_of(lambda: read_toml(path)) == [Problem(path.name, found, "可读的文件")]


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
    """One file lists the facts; in a place's folder each but its own file is an edition."""
    files = {path.relative_to(STANDARDS).as_posix() for path in STANDARDS.rglob("*.toml")}
    data = load_data()
    places = {f"{place}/place.toml" for place in data["places"]}
    assert {*data["standards"], *places, "facts.toml"} == files


def test_a_standard_outside_the_product_is_read(tmp_path: Path) -> None:
    """A draft stands anywhere, and uses the product's facts."""
    path = written(tmp_path, (STANDARDS / "suzhou/2016.toml").read_bytes())
    assert load_standard(path, editions()).id == "suzhou-2016"


def test_a_draft_is_named_by_its_file(tmp_path: Path) -> None:
    """A fault in a draft names the draft."""
    text = (STANDARDS / "suzhou/2016.toml").read_text("utf-8").replace("cap = 500", 'cap = "500"')
    path = written(tmp_path, text.encode())
    assert problems_of(lambda: load_standard(path, editions())) == [
        Problem("my.toml items.social_insurance.cap", '读到 "500"', "一个数字")
    ]
