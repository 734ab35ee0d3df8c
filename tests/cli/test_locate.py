"""The lines of faults in messages of the command line."""

from pathlib import Path

import pytest

from calculator.cli.exit_codes import AT_FAULT
from calculator.cli.loading import file_name, load_editions
from calculator.cli.locate import lines_named
from calculator.cli.main import main
from calculator.reading.problems import InputError, Problem
from calculator.standard import loading
from calculator.standard.loading import STANDARDS
from tests.support import problems_of

FACTS = (STANDARDS / "facts.toml").read_text("utf-8")
EDITION = (STANDARDS / "suzhou/2016.toml").read_text("utf-8")


def raised(path: Path, *problems: Problem) -> list[tuple[str, int | None]]:
    """Key path and line of the problems, as they come out for a file called ``my.toml``."""

    def fail() -> None:
        with lines_named({"my.toml": path}):
            raise InputError(problems)

    return [(problem.where, problem.line) for problem in problems_of(fail)]


def test_faults_are_named_with_their_lines_in_their_order(tmp_path: Path) -> None:
    """Who mends a file goes through it from its beginning."""
    path = tmp_path / "my.toml"
    path.write_bytes("\ufeffa = 1\r\nb = 2\r\n".encode())
    found = raised(
        path,
        Problem("b", "x", file="my.toml"),
        Problem("a", "x", file="my.toml"),
        Problem("", "x", file="my.toml"),
        Problem("a", "x", file="my.toml", line=7),
        Problem("on", "x"),
    )
    assert found == [("", None), ("a", 1), ("b", 2), ("a", 7), ("on", None)]


@pytest.mark.parametrize(
    ("path", "name"),
    [(STANDARDS / "suzhou/2016.toml", "suzhou/2016.toml"), (Path("my/draft.toml"), "draft.toml")],
)
def test_a_file_of_the_product_is_named_with_its_folder(path: Path, name: str) -> None:
    """Every place may have an edition of 2016."""
    assert file_name(path) == name


PLACE = (
    'id = "suzhou"\nname = "苏州市区"\ntracks.settlement = { label = "户籍准入", plain = "落户" }\n'
)


@pytest.fixture
def product(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of standards in place of the product's."""
    (tmp_path / "suzhou").mkdir()
    (tmp_path / "facts.toml").write_text(FACTS, "utf-8")
    (tmp_path / "suzhou/place.toml").write_text(PLACE, "utf-8")
    (tmp_path / "suzhou/2016.toml").write_text(EDITION, "utf-8")
    for function in (loading.load_data, loading.standard_files, loading.ignored_files):
        monkeypatch.setattr(function, "__defaults__", (tmp_path,))
    return tmp_path


def test_a_fault_of_the_product_names_its_file_and_line(product: Path) -> None:
    """Each file by its folder and name."""
    text = EDITION.replace("cap = 500", 'cap = "500"', 1)
    (product / "suzhou/2016.toml").write_text(text, "utf-8")
    line = text.split("\n").index('cap = "500"') + 1
    found = [(problem.file, problem.line) for problem in problems_of(load_editions)]
    assert found == [("suzhou/2016.toml", line)]


def test_faults_of_several_files_are_said_at_once(product: Path) -> None:
    """A place's own file and the list of facts are read like any other."""
    for name in ("facts.toml", "suzhou/place.toml", "suzhou/2016.toml"):
        (product / name).write_text("a = 30分", "utf-8")
    found = [(problem.file, problem.line) for problem in problems_of(load_editions)]
    assert found == [("facts.toml", 1), ("suzhou/place.toml", 1), ("suzhou/2016.toml", 1)]


def test_readable_files_with_faults_are_said_at_once(product: Path) -> None:
    """One faulty edition does not hide another's faults."""
    for name in ("2016.toml", "2027.toml"):
        (product / "suzhou" / name).write_text(EDITION.replace("cap = 500", "cap = true"), "utf-8")
    found = [problem.file for problem in problems_of(load_editions)]
    assert found == ["suzhou/2016.toml", "suzhou/2027.toml"]


def test_a_fault_beyond_form_names_its_line(product: Path) -> None:
    """What check refuses stands on a line too."""
    text = EDITION.replace("cap = 500", "cap = 7000", 1)
    (product / "suzhou/2016.toml").write_text(text, "utf-8")
    line = text.split("\n").index("cap = 7000") + 1
    found = [problem.line for problem in problems_of(load_editions) if "cap" in problem.where]
    assert found == [line]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("suzhou/2027.tml", "suzhou/2027.tml：这个文件没有读"),
        ("suzhou/2027.TOML", "suzhou/2027.TOML：这个文件没有读"),
        ("suzhou/drafts/2027.toml", "suzhou/drafts：这个文件没有读"),
        ("2027.toml", "2027.toml：这个文件没有读"),
        ("kunshan/2027.toml", "kunshan：没有 place.toml，这个文件夹没有读"),
    ],
)
def test_a_file_that_nobody_reads_is_named(
    product: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    """Who put it there may think that it was checked."""
    text = EDITION.replace('replaced_by = "suzhou-2021"\n', "")
    (product / "suzhou/2016.toml").write_text(text, "utf-8")
    (product / name).parent.mkdir(exist_ok=True)
    (product / name).write_text("", "utf-8")
    assert main(["check"]) == AT_FAULT
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize("name", [".DS_Store", "suzhou/.2016.toml.swp", "standard.schema.json"])
def test_what_is_no_standard_is_not_named(product: Path, name: str) -> None:
    """Hidden files of editors, and what stands there for them."""
    (product / name).write_text("", "utf-8")
    assert list(loading.ignored_files()) == []
