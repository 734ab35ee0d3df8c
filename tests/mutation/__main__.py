"""``make mutation``: which mutants the tests notice. Some minutes on one core.

    python -m tests.mutation [rules/age/rule.py …] [--line N]

A mutant is first tried on the tests of its module, then on those of whatever rests on it, of both
the quickest first. One that all of them pass has survived; ``survivors.toml`` says why it may.
"""

import argparse
import os
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Final

from tests.assurance import record
from tests.mutation.targets import (
    MODULE,
    inside_functions,
    outside_functions,
    rules_of_the_engine,
)

TARGETS: Final = (
    *(path.relative_to(MODULE).as_posix() for path in rules_of_the_engine()),
    *(f"values/{name}.py" for name in ("interval", "logic", "months")),
    *(f"ranking/{name}.py" for name in ("admission", "applicant", "order", "readings", "ties")),
    *(f"scoring/{name}.py" for name in ("estimate", "totals", "eligibility", "family")),
    *(f"scoring/{name}.py" for name in ("outlook", "next_steps", "competition")),
    *(f"scoring/{name}.py" for name in ("family_outlook", "family_steps")),
    "standard/openings.py",
)


def main() -> int:
    """Exit 1 where ``survivors.toml`` lacks the reason why a mutant survives, or has an old one."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("targets", nargs="*", help="files under calculator/, all if none")
    parser.add_argument("--line", type=int)
    arguments = parser.parse_args()
    os.environ["HYPOTHESIS_PROFILE"] = "mutation"
    sys.dont_write_bytecode, sys.pycache_prefix = False, tempfile.mkdtemp()
    targets = arguments.targets or list(TARGETS)
    inside = inside_functions(targets, arguments.line)
    outside = {target: outside_functions(target, arguments.line) for target in targets}
    excused = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text("utf-8"))
    faults = 0
    for target in targets:
        tried = sorted(inside[target] + outside[target])
        left = [mutant for mutant in tried if not mutant.noticed]
        known = excused.get(target, {})
        for mutant in left:
            print(f"{target}:{mutant.line}: {mutant.said}  # {known.get(mutant.said, '?')}")
        faults += sum(mutant.said not in known for mutant in left)
        print(f"{target}: {len(tried) - len(left)} / {len(tried)}", flush=True)
        if arguments.line is None:
            old = known.keys() - {mutant.said for mutant in left}
            for said in old:
                print(f"{target}: does not survive: {said}")
            faults += len(old)
            noticed = {"tried": len(tried), "noticed": len(tried) - len(left)}
            survivors = [[mutant.said, known.get(mutant.said, "")] for mutant in left]
            record("mutation", target, noticed | {"survivors": survivors})
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
