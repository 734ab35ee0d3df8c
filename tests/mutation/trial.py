"""Trying a mutant: a process of its own holds it, and runs tests until one fails.

A mutant inside a function is put into the functions as they were imported, after all tests have
been collected: that takes milliseconds. A mutant elsewhere (a table, a default) needs a fresh
import.
"""

import ast
import gc
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType
from typing import Final

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import mutants

QUIETLY: Final = ("-s", "--tb=no", "-p", "no:cacheprovider", "-W", "ignore:Module already")
_SPARE: Final = 5  # seconds of processor time, for what is read before the first test
_FRESH: Final = 60  # the same, where everything is imported and collected again
_BYTES: Final = 2 << 30


def in_functions(path: Path) -> Iterator[tuple[int, str, dict[object, CodeType]]]:
    """Each mutant of a module that is inside functions: line, description, the code that differs.

    Where it is in none, there is none that differs, and ``as_it_is`` holds what to import.
    """
    source = path.read_text("utf-8")
    tree, lines = ast.parse(source), source.splitlines()
    right = _functions(compile(tree, str(path), "exec"))
    for line, said in mutants(tree):
        wrong = _functions(compile(tree, str(path), "exec"))
        # The whole line too: an excuse is for one place, not for every 0 of a module.
        yield (
            line,
            f"{lines[line - 1].strip()} | {said}",
            {key: code for key, code in wrong.items() if code != right.get(key)},
        )


def fails_fresh(path: Path, number: int, tests: list[str]) -> bool:
    """Whether a test fails where the module is imported with its mutant of that number; -1 is none.

    The module must not have been imported yet.
    """

    def run() -> bool:
        _limit(_FRESH)
        tree = ast.parse(path.read_text("utf-8"))
        found = mutants(tree)
        for _ in range(number + 1):
            next(found)
        wrong = compile(tree, str(path), "exec")
        as_it_is = SourceFileLoader.get_code

        def code(self: SourceFileLoader, fullname: str) -> CodeType | None:
            return wrong if self.path == str(path) else as_it_is(self, fullname)

        SourceFileLoader.get_code = code  # type: ignore[method-assign,assignment]
        return bool(pytest.main(["-x", *QUIETLY, *tests]))

    return _apart(run)


def imported() -> dict[str, list[FunctionType]]:
    """The functions of every file, as everybody has imported them."""
    found: dict[str, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if type(thing) is FunctionType:
            found.setdefault(thing.__code__.co_filename, []).append(thing)
    return found


def seconds_as_it_is(items: Sequence[pytest.Item]) -> dict[pytest.Item, float]:
    """How long each test takes, in seconds of processor time. Exits where one fails."""
    took: list[float] = []
    kept = Path(tempfile.mkdtemp()) / "took"

    def run() -> bool:
        for item in items:
            began = time.process_time()
            if _failed(item):
                kept.write_text(item.nodeid, "utf-8")
                return True
            took.append(time.process_time() - began)
        kept.write_text(json.dumps(took), "utf-8")
        return False

    if _apart(run):
        sys.exit(f"fails as it is: {kept.read_text('utf-8')}")
    return dict(zip(items, json.loads(kept.read_text("utf-8")), strict=True))


def fails(
    functions: Iterable[FunctionType],
    codes: dict[object, CodeType],
    items: Mapping[pytest.Item, float],
) -> bool:
    """Whether a test fails where the functions have these codes, tried in the order of ``items``.

    So does whoever takes several times the seconds that they take as it is: a mutant that makes an
    endless loop is noticed too.
    """

    def run() -> bool:
        _limit(_SPARE + 4 * int(sum(items.values())))
        for function in functions:
            function.__code__ = codes.get(_key(function.__code__), function.__code__)
        sys.modules["tests.support"].editions.cache_clear()
        return any(map(_failed, items))

    return _apart(run)


def _failed(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _limit(seconds: int) -> None:
    """End this process after so many seconds of processor time, or with too much memory."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))


def _functions(module: CodeType) -> dict[object, CodeType]:
    """The code of each function, those in classes too; what is inside a function belongs to it."""
    found: dict[object, CodeType] = {}
    for code in (const for const in module.co_consts if isinstance(const, CodeType)):
        if code.co_flags & 1:  # a function; a class body has no fast locals
            found[_key(code)] = code
        else:
            found |= _functions(code)
    return found


def _key(code: CodeType) -> object:
    return code.co_qualname, code.co_firstlineno


def _apart(run: Callable[[], bool]) -> bool:
    """What ``run`` finds in a process of its own; dying of it counts as failing."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(1, 2)
    failed = True
    try:
        failed = run()
    finally:
        os._exit(int(failed))
