"""The trimmed interpreter: it answers as the desk does, and its failures arrive."""

import ast
import importlib
import importlib.util
import json
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from calculator.cli.loading import load_editions
from calculator.page_api.bridge import answer
from calculator.publish.engine.bundle import BUILD_ONLY, FOLDERS, PACKAGE
from calculator.publish.engine.expand import expanded
from tests.publish.conftest import Answers

MOST_COMPRESSED = 410_000  # bytes of the archive of Python, each file by itself
FAULTS = ["no JSON", "[]"]
SOURCE = """
from dataclasses import dataclass, replace

@dataclass(frozen=True, slots=True)
class Span:
    low: int
    high: int | None = None

    @property
    def open(self) -> bool:
        return self.high is None
"""


@pytest.fixture(scope="module")
def given(
    interpreter: Path,
    asked: list[dict[str, Any]],
    answers: Callable[[Path, list[str]], Answers],
) -> Answers:
    """What the engine gives for every traced request and then for the faults."""
    return answers(interpreter, [json.dumps(request) for request in asked] + FAULTS)


def test_engine_answers_as_the_desk(given: Answers, asked: list[dict[str, Any]]) -> None:
    """Every golden case, and empty and faulty forms, to the letter."""
    editions = load_editions()
    for request, answered in zip(asked, given, strict=False):
        if request["ask"] != "about":  # the versions of two Pythons
            assert answer(request, editions) == json.loads(answered["response"]), request


def test_exception_arrives_with_its_type(given: Answers) -> None:
    """A Python exception is one that JavaScript can tell from others."""
    assert [answered["type"] for answered in given[-2:]] == ["JSONDecodeError", "AttributeError"]


def test_exception_arrives_with_its_words(given: Answers) -> None:
    """The last line of the traceback is what was said."""
    last = [answered["message"].strip().splitlines()[-1] for answered in given[-2:]]
    assert last == [
        "json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)",
        "AttributeError: 'list' object has no attribute 'get'",
    ]


def test_exception_arrives_with_its_place(given: Answers) -> None:
    """The traceback names the file of ours, and the line as it is written."""
    source = (PACKAGE / "page_api/bridge.py").read_text("utf-8").splitlines()
    line = 1 + next(index for index, text in enumerate(source) if "json.loads(request" in text)
    assert f'File "calculator/page_api/bridge.py", line {line}, in respond' in given[-2]["message"]


def test_archive_of_python_stays_small(engine: Path) -> None:
    """What Pyodide alone would import stays out."""
    with zipfile.ZipFile(engine / "engine.wasm") as archive:
        files = [archive.read(name) for name in archive.namelist()]
    assert sum(len(zlib.compress(content, 9)) for content in files) <= MOST_COMPRESSED


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """``SOURCE`` written out, with the decorator that the browser has."""
    path = PACKAGE / "publish/engine/bootstrap/dataclasses.py"
    spec = importlib.util.spec_from_file_location("dataclasses", path)
    assert spec is not None
    assert spec.loader is not None
    shipped = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(shipped)
    made = ModuleType("made")
    with monkeypatch.context() as patched:
        patched.setitem(sys.modules, "dataclasses", shipped)
        exec(compile(expanded(SOURCE, "made.py"), "made.py", "exec"), vars(made))  # noqa: S102
    return made


def test_class_that_is_written_out_is_the_class(module: ModuleType) -> None:
    """Values, defaults, equality, hash, text, replacing and properties."""
    written: dict[str, Any] = {}
    exec(compile(SOURCE, "made.py", "exec", dont_inherit=True), written)  # noqa: S102

    def seen(names: dict[str, Any]) -> list[object]:
        span, replace = names["Span"], names["replace"]
        one = span(1)
        return [
            (one.low, one.high, one.open, replace(one, high=2).high),
            (one == span(low=1), one == span(1, 2), one == 1, hash(one) == hash(span(1))),
            (repr(one), span.__match_args__, hasattr(one, "__dict__")),
        ]

    assert seen(vars(module)) == seen(written)


def test_class_that_is_written_out_is_frozen(module: ModuleType) -> None:
    """A field is neither set nor deleted."""
    one = module.Span(1)
    with pytest.raises(AttributeError, match="cannot assign to field 'low'"):
        one.low = 2
    with pytest.raises(AttributeError, match="cannot delete field 'low'"):
        del one.low


REFUSED = {
    "from typing import ClassVar": ("x: ClassVar[int] = 1", "a field of type ClassVar[int]"),
    "import typing": ("x: typing.ClassVar = 1", "a field of type typing.ClassVar"),
    "from dataclasses import field": ("x: list = field()", "a field made with field()"),
    "import dataclasses as d": ("x: list = d.field()", "a field made with field()"),
    "": ("def __post_init__(self): pass", "a __post_init__"),
}


@pytest.mark.parametrize(("imports", "told"), REFUSED.items())
def test_class_that_would_be_written_out_wrongly_is_refused(
    imports: str, told: tuple[str, str]
) -> None:
    """With file, line and class."""
    line, what = told
    source = f"{imports}\n@dataclass(frozen=True, slots=True)\nclass Span:\n    {line}\n"
    with pytest.raises(ValueError, match=r"made\.py") as refused:
        expanded(source, "made.py")
    assert str(refused.value) == f"made.py, line 4: class Span has {what}"


@pytest.mark.parametrize(
    "head", ["@dataclass\nclass Span:", "@dataclass(frozen=True)\nclass Span:"]
)
def test_class_of_another_form_is_refused(head: str) -> None:
    """Frozen with slots are all that is written out."""
    with pytest.raises(ValueError, match=r"made\.py, line 1: class Span has the decorator @datacl"):
        expanded(f"{head}\n    x: int\n", "made.py")


def test_class_with_a_keyword_is_refused() -> None:
    """A metaclass would be lost."""
    source = "@dataclass(frozen=True, slots=True)\nclass Span(metaclass=Meta):\n    x: int\n"
    with pytest.raises(ValueError, match=r"made\.py, line 2: class Span has a keyword"):
        expanded(source, "made.py")


def test_no_dataclass_of_the_engine_has_a_base_with_fields_or_a_dictionary() -> None:
    """Fields of a base stand elsewhere and would be left out; without slots it costs memory."""
    wrong = set()
    for folder in FOLDERS:
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            if path.name in BUILD_ONLY:
                continue
            name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
            module = importlib.import_module(name.removesuffix(".__init__"))
            for made in vars(module).values():
                if isinstance(made, type) and "__dataclass_fields__" in vars(made):
                    bases = [
                        base for base in made.__mro__[1:] if base.__module__.startswith("calc")
                    ]
                    wrong |= {
                        f"{made.__name__}({base.__name__})"
                        for base in bases
                        if "__dataclass_fields__" in vars(base) or vars(base).get("__slots__") != ()
                    }
    assert wrong == set()


def test_every_module_of_ours_can_be_written_out() -> None:
    """Without the build: each file that the engine takes."""
    modules = [module for folder in FOLDERS for module in (PACKAGE / folder).rglob("*.py")]
    assert [expanded(module.read_text("utf-8"), module.name) for module in modules]


def test_every_name_of_the_bootstrap_is_told_in_its_readme() -> None:
    """What breaks when Pyodide no longer asks for it, or asks for more."""
    folder = PACKAGE / "publish/engine/bootstrap"
    told = (folder / "README.md").read_text("utf-8")
    for_pyodide = [*folder.glob("_pyodide/*.py"), *folder.glob("pyodide/*.py")]
    names = {
        node.name
        for path in for_pyodide
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("__")
    }
    inside = {"_Undocumented", "_any_arguments", "Folder", "JsNull"}  # nobody asks for these
    assert sorted(name for name in names - inside if f"{name}`" not in told) == []
