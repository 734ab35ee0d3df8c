"""What was tested and what came of it, for the page that tells it: ``docs/assurance.md``.

The figures stand in ``tests/assurance.json``, written by ``make coverage``, ``make mutation``,
``make fuzz`` and ``make browsers``. A run that has not been made has no rows: the page says so.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from calculator.publish.engine.bundle import BUILD_ONLY
from calculator.standard.standard import Standard

PACKAGE: Final = Path(__file__).parents[2]
FILE: Final = PACKAGE.parent / "tests/assurance.json"

MODULES: Final = {
    "rules": "计分的几种写法",
    "scoring/estimate.py": "计算总分",
    "values/interval.py": "没有答全时的范围",
    "scoring/eligibility.py": "申请条件",
    "ranking/order.py": "排名和录取",
    "scoring/family.py": "两位家长",
    "scoring/outlook.py": "以后的分数",
    "scoring/next_steps.py": "可以做的事",
}
"""What the tested parts of the program do, by the first part of their path."""

BROWSED: Final = {
    "test_self_check": "自检网页：每个算例在浏览器里再算一遍，三种浏览器都一样",
    "test_engines": "三种浏览器都能用",
    "test_calculator": "填写和估算",
    "test_flow": "问题怎样问，每一问当时给出的分",
    "test_residents": "六种来意，拿手机的人点几下、填几个数",
    "test_family": "两位家长",
    "test_result": "结果、图和每一行的理由",
    "test_eligibility": "能不能申请、什么时候、和往年的线比",
    "test_outlook": "以后的分数、可以做的事、别的版本",
    "test_save_open": "打印、存文件、分享链接、存在设备上",
    "test_keyboard": "只用键盘，读屏软件，各种显示方式",
    "test_reading_modes": "大字、高对比和纸上的说明",
    "test_axe": "无障碍规则（axe 的全部规则），估算网页的各种状态",
    "test_pages": "每一页在手机和电脑上：无障碍、安全策略、报错、排版",
    "test_links": "每个链接都有去处",
    "test_way": "在说明中找路、搜索、找不到的网页",
    "test_search": "搜索：平时说的话、整句的问题，找到的是哪一页",
    "test_today": "现在怎么办，过了最后一天自己说明",
    "test_privacy": "答案不离开网页，不向别的网站发请求",
    "test_engine": "计算程序的装载",
    "test_transport": "计算程序的大小，各种主机",
    "test_states": "装载时和出错时说的话，已填的还在",
    "test_visits": "反复用的网页，每次都和新开的一样干净",
    "test_faults_engine": "文件缺失、截断、损坏、很慢、类型不对，程序中途没了",
    "test_faults_storage": "设备不让保存、存满、同时开两个网页",
    "test_faults_time": "后退再回来，设备的时间不对",
    "test_untrusted": "别的网页乱发的消息，改坏的网址和链接",
    "test_embed": "嵌在别的网站里",
    "test_servers": "真的 nginx 和 Apache",
}
"""What the tests in real browsers are about, by their file."""


class Guarded(NamedTuple):
    """An edition: its cases, how many are signed, its boundaries, its figures' mutants.

    ``boundaries`` counts every side; ``bare`` are those where no case stands; ``slips`` are the
    mutants, ``nobody`` those that no case noticed.
    """

    title: str
    cases: int
    procedure: int
    signed: int
    boundaries: int
    bare: int
    mutants: int
    nobody: int
    on: str


class Tried(NamedTuple):
    """A part of the program: mutants tried and noticed."""

    title: str
    tried: int
    noticed: int
    on: str

    @property
    def percent(self) -> str:
        """The share that was noticed, rounded down to a tenth."""
        return f"{1000 * self.noticed // self.tried / 10}%"


class Assurance(NamedTuple):
    """What ``docs/assurance.md`` shows.

    ``untried`` are files of which no mutant was tried; ``left`` mutants that nobody noticed, with
    the reason; ``browsed`` has ``browsers`` and, by file, how many tests ``passed``.
    """

    guarded: list[Guarded]
    tried: list[Tried]
    untried: list[str]
    left: list[tuple[str, str, str]]
    coverage: Mapping[str, Any] | None
    fuzz: Mapping[str, Any] | None
    browsed: Mapping[str, Any] | None
    page: Mapping[str, Any] | None

    @property
    def together(self) -> Tried:
        """All parts of the program in one row."""
        return Tried(
            "合计",
            sum(part.tried for part in self.tried),
            sum(part.noticed for part in self.tried),
            max(part.on for part in self.tried),
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
            if (found := [run for name, run in mutation.items() if _is_of(name, part)])
        ],
        untried=[name for name in _files() if name not in mutation],
        left=[
            (name, mutant, reason)
            for name, run in mutation.items()
            for mutant, reason in run["survivors"]
        ],
        coverage=kept.get("coverage", {}).get("calculator"),
        fuzz=kept.get("fuzz", {}).get("module"),
        browsed=kept.get("browsers", {}).get("site"),
        page=kept.get("fuzz", {}).get("page"),
    )


def _files() -> list[str]:
    """The paths of the files of the tested parts, below the package."""
    shared = [path for path in PACKAGE.glob("rules/[!_]*.py") if path.name not in BUILD_ONLY]
    rules = [*shared, *PACKAGE.glob("rules/*/rule.py")]
    names = [path.relative_to(PACKAGE).as_posix() for path in rules]
    return sorted([*names, *(part for part in MODULES if part != "rules")])


def _is_of(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}/")


def _together(title: str, found: list[Mapping[str, Any]]) -> Tried:
    tried, noticed = (sum(run[key] for run in found) for key in ("tried", "noticed"))
    return Tried(title, tried, noticed, max(run["on"] for run in found))
