"""The build refuses what ``check`` refuses, and says what is wrong; ``site/`` stays as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from calculator.publish.golden import check_golden_cases
from calculator.reading.problems import InputError
from tests.support import editions


def build(repository: Path) -> tuple[int, str, str]:
    """Exit code and stderr of a build, and what the site's home page is afterwards."""
    command = [sys.executable, "build_site.py"]
    ran = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    home = (repository / "site/index.html").read_text("utf-8")
    return ran.returncode, ran.stderr, home


def edit(file: Path, former: str, new: str) -> None:
    """Put ``new`` in the place of the first ``former``, which must be there."""
    text = file.read_text("utf-8")
    assert former in text
    file.write_text(text.replace(former, new, 1), "utf-8")


def test_a_cap_that_check_refuses_is_refused(repository: Path) -> None:
    """With the words of ``check``."""
    edit(repository / "calculator/standards/suzhou/2016.toml", "\ncap = 500\n", "\ncap = 7000\n")
    code, told, home = build(repository)
    assert (code, home) == (1, "before")
    assert " items.social_insurance.cap：读到 7000" in told


def test_a_figure_that_a_golden_case_contradicts_is_refused(repository: Path) -> None:
    """Each case is named, with both results."""
    edit(repository / "tests/golden/suzhou/2016.toml", "\ntotal = 1070\n", "\ntotal = 1071\n")
    code, told, home = build(repository)
    assert (code, home) == (1, "before")
    assert "tests/golden/suzhou/2016.toml worked-check：" in told
    assert "总分手算 1071 分，程序算得 1070 分" in told


@pytest.mark.node
@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[x](nowhere.md)", "'settlement.md' contains a link 'nowhere.md'"),
        ("[x](standard.md#no)", "'settlement.md' contains a link 'standard.md#no'"),
        ("{{ no_such_name }}", "（网页 settlement.md）：模板有错"),
    ],
)
def test_a_page_at_fault_is_refused(repository: Path, line: str, told: str) -> None:
    """A broken link, an anchor that is not there, a name that is not there: the page is named."""
    with (repository / "docs/settlement.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{line}\n")
    code, stderr, home = build(repository)
    assert (code, home) == (1, "before")
    assert told in stderr


def test_golden_cases_as_they_are_pass() -> None:
    """Every edition's."""
    check_golden_cases(editions())


def test_an_edition_without_golden_cases_is_refused(tmp_path: Path) -> None:
    """The file is named."""
    with pytest.raises(InputError, match=r"2016\.toml：打不开"):
        check_golden_cases(editions(), tmp_path)
