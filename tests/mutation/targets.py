"""The targets: the tests of each, and all its mutants tried on them."""

import gc
import os
import pickle
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from calculator.publish.engine.bundle import BUILD_ONLY
from tests.mutation.trial import (
    QUIETLY,
    fails,
    fails_fresh,
    imported,
    in_functions,
    seconds_as_it_is,
)

ROOT: Final = Path(__file__).parents[2]
MODULE: Final = ROOT / "calculator"
OWN: Final = {
    **{
        f"ranking/{name}.py": tuple(
            f"tests/ranking/test_{tests}.py"
            for tests in ("order", "every_reading", "row_conditions")
        )
        for name in ("admission", "applicant", "order", "readings", "ties")
    },
    "scoring/outlook.py": ("tests/scoring/test_outlook.py", "tests/cli/test_outlook_diff.py"),
    "scoring/next_steps.py": (
        "tests/scoring/test_next_steps.py",
        "tests/scoring/test_verdicts.py",
        "tests/scoring/test_steps_brute_force.py",
    ),
    **{
        f"scoring/{name}.py": (
            "tests/scoring/test_family.py",
            "tests/scoring/test_verdicts.py",
            "tests/scoring/test_family_brute_force.py",
        )
        for name in ("competition", "family", "family_outlook")
    },
    "scoring/family_steps.py": (
        "tests/scoring/test_family.py",
        "tests/scoring/test_steps_brute_force.py",
    ),
    "standard/openings.py": (
        "tests/scoring/test_verdicts.py",
        "tests/standard/test_windows_brute_force.py",
    ),
    "scoring/eligibility.py": (
        "tests/scoring/test_eligibility.py",
        "tests/scoring/test_eligibility_2016.py",
    ),
}
"""Where a module's tests are not, or not only, in the file that mirrors it."""

# What rests on the rules, the quickest first.
RESTING: Final = (
    *("scoring/test_golden_cases", "scoring/test_procedure", "standard/test_limits"),
    *("standard/test_groups", "standard/test_alternatives", "scoring/test_eligibility"),
    *("scoring/test_eligibility_2016", "scoring/test_family", "publish/guide/test_template"),
    *("standard/test_item", "scoring/test_estimate", "scoring/test_totals"),
)


def rules_of_the_engine() -> list[Path]:
    """What the engine takes of ``rules``: the rule of each room, and what the shapes share."""
    rules = MODULE / "rules"
    shared = [path for path in rules.glob("[!_]*.py") if path.name not in BUILD_ONLY]
    return sorted([*shared, *rules.glob("*/rule.py")])


class Mutant(NamedTuple):
    """One mutant, and whether a test noticed it."""

    number: int
    line: int
    said: str
    noticed: bool


def tests_of(target: str) -> list[str]:
    """The module's own tests: its examples, and the file that mirrors it, or its shape's room."""
    path = Path(target)
    name = path.parent if path.name == "rule.py" else path.with_suffix("")
    mirror = f"tests/{name.with_name(f'test_{name.name}.py')}"
    return [f"calculator/{target}", *OWN.get(target, (mirror,))]


class Loop:
    """In place of running the tests once: run them for each mutant inside a function."""

    def __init__(self, targets: list[str], line: int | None) -> None:
        self.targets = targets
        self.line = line
        self.tried: dict[str, list[Mutant]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Every mutant of every target. Raises where a test fails as it is."""
        seconds = seconds_as_it_is(session.items)
        functions = imported()
        gc.freeze()  # the processes to come need not go through all this
        for target in self.targets:
            began = time.monotonic()
            path, own = MODULE / target, [ROOT / test for test in tests_of(target)]
            resting_on = [ROOT / test for test in resting()]
            quickest = sorted(session.items, key=seconds.__getitem__)
            mine = [item for item in quickest if _is_in(item.path, own)]
            others = [item for item in quickest if _is_in(item.path, resting_on)]
            items = {item: seconds[item] for item in [*mine, *others]}
            if fails([], {}, items):
                sys.exit(f"{target}: the tests fail in this order, or in these limits")
            self.tried[target] = [
                Mutant(number, line, said, fails(functions[str(path)], codes, items))
                for number, (line, said, codes) in enumerate(in_functions(path))
                if codes and self.line in (None, line)
            ]
            self.told(target, time.monotonic() - began)
        return True

    def told(self, target: str, seconds: float) -> None:
        """Print what survived of a target: all at once at the end would be a long wait."""
        left = [mutant for mutant in self.tried[target] if not mutant.noticed]
        count = len(self.tried[target])
        print(f"{target}: {len(left)} / {count} left, {seconds:.0f} s", flush=True)
        for mutant in left:
            print(f"  {mutant.line}: {mutant.said}", flush=True)


def _is_in(path: Path, files: list[Path]) -> bool:
    return any(path == file or file in path.parents for file in files)


def inside_functions(targets: list[str], line: int | None) -> dict[str, list[Mutant]]:
    """Every mutant of the targets inside their functions, tried in a process that imports them."""
    kept = Path(tempfile.mkdtemp()) / "tried"
    child = os.fork()
    if not child:
        loop = Loop(targets, line)
        files = dict.fromkeys([*(test for t in targets for test in tests_of(t)), *resting()])
        pytest.main([*QUIETLY, *files], plugins=[loop])
        kept.write_bytes(pickle.dumps(loop.tried))
        os._exit(len(loop.tried) < len(targets))
    if os.waitpid(child, 0)[1]:
        sys.exit(1)
    found: dict[str, list[Mutant]] = pickle.loads(kept.read_bytes())  # noqa: S301 - our own
    return found


def outside_functions(target: str, line: int | None) -> list[Mutant]:
    """Every mutant of a target that needs a fresh import, tried."""
    path = MODULE / target
    others = [(n, at, said) for n, (at, said, codes) in enumerate(in_functions(path)) if not codes]
    own = tests_of(target)[1:]  # pytest rewrites what it is given, past our import
    rest = [test for test in resting() if test not in own]
    return [
        Mutant(n, at, said, any(fails_fresh(path, n, tests) for tests in (own, rest)))
        for n, at, said in others
        if line in (None, at)
    ]


def resting() -> list[str]:
    """The files of tests that run for every target."""
    files = [f"tests/{name}.py" for name in RESTING]
    return ["tests/rules", *(file for file in files if (ROOT / file).exists())]
