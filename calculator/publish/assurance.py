"""What was tested and what came of it, for the page that tells it: ``docs/assurance.md``.

The figures stand in ``tests/assurance.json``, written by ``make coverage``, ``make mutation`` and
``make fuzz``. A run that has not been made has no rows: the page says so.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from calculator.standard import Standard

PACKAGE: Final = Path(__file__).parents[1]
FILE: Final = PACKAGE.parent / "tests/assurance.json"

MODULES: Final = {
    "rules": "计分的几种写法",
    "scoring.py": "计算总分",
    "interval.py": "没有答全时的范围",
    "conditions.py": "申请条件",
    "ranking.py": "排名和录取",
    "family.py": "两位家长",
    "outlook.py": "以后的分数",
    "steps.py": "可以做的事",
}
"""What the tested parts of the program do, by the first part of their path."""


class Guarded(NamedTuple):
    """An edition: its cases, how many are signed, its boundaries, its figures' slips.

    ``boundaries`` counts every side; ``bare`` are those where no case stands, ``nobody`` the slips
    that no case noticed.
    """

    title: str
    cases: int
    procedure: int
    signed: int
    boundaries: int
    bare: int
    slips: int
    nobody: int
    on: str


class Tried(NamedTuple):
    """A part of the program: slips tried and noticed."""

    title: str
    tried: int
    noticed: int
    on: str

    @property
    def percent(self) -> str:
        """The share that was noticed, rounded down to a tenth."""
        return f"{1000 * self.noticed // self.tried / 10}%"


class Assurance(NamedTuple):
    """All that the page shows.

    ``untried`` are files that no slip was tried on; ``left`` slips that nobody noticed, with the
    reason.
    """

    guarded: list[Guarded]
    tried: list[Tried]
    untried: list[str]
    left: list[tuple[str, str, str]]
    coverage: Mapping[str, Any] | None
    fuzz: Mapping[str, Any] | None
    page: Mapping[str, Any] | None

    @property
    def together(self) -> Tried:
        """All parts of the program in one row."""
        return Tried(
            "合计",
            sum(each.tried for each in self.tried),
            sum(each.noticed for each in self.tried),
            max(each.on for each in self.tried),
        )


def assurance(standards: Mapping[str, Standard], file: Path = FILE) -> Assurance:
    """The figures of the runs, those of editions and parts that there still are."""
    kept: dict[str, Any] = json.loads(file.read_text("utf-8")) if file.exists() else {}
    figures, mutation = kept.get("figures", {}), kept.get("mutation", {})
    return Assurance(
        guarded=[
            Guarded(standard.edition, **figures[name])
            for name, standard in standards.items()
            if name in figures
        ],
        tried=[
            _together(title, found)
            for part, title in MODULES.items()
            if (found := [each for name, each in mutation.items() if _is_of(name, part)])
        ],
        untried=[name for name in _files() if name not in mutation],
        left=[
            (name, slip, reason)
            for name, each in mutation.items()
            for slip, reason in each["survivors"]
        ],
        coverage=kept.get("coverage", {}).get("calculator"),
        fuzz=kept.get("fuzz", {}).get("module"),
        page=kept.get("fuzz", {}).get("page"),
    )


def _files() -> list[str]:
    """The files of the tested parts."""
    shapes = (path for path in PACKAGE.glob("rules/*.py") if path.name != "__init__.py")
    names = [path.relative_to(PACKAGE).as_posix() for path in shapes]
    return sorted([*names, *(part for part in MODULES if part != "rules")])


def _is_of(name: str, part: str) -> bool:
    return name.partition("/")[0] == part


def _together(title: str, found: list[Mapping[str, Any]]) -> Tried:
    tried, noticed = (sum(each[key] for each in found) for key in ("tried", "noticed"))
    return Tried(title, tried, noticed, max(each["on"] for each in found))
