"""The golden cases as JSON, for the page on which a visitor's own browser works them out.

``{"editions": [{"standard", "count", "all_no", "cases": [a case's table]}]}``; what a case's table
holds is told in the head of each golden file. ``count`` is how many the build read: a page that
finds another number says so.
"""

from pathlib import Path
from typing import Any

from calculator.desk.effects import FOLDER
from calculator.desk.toml_files import read_toml
from calculator.editions import Editions
from calculator.golden import read_cases
from calculator.problems import InputError, Problem
from calculator.publish.bundle import as_json


def write_cases(editions: Editions, into: Path, golden: Path = FOLDER) -> None:
    """Write ``cases.json`` into the folder of the page.

    Raises ``InputError`` where an edition has no file of cases, or one that is empty or at fault.
    """
    tables = [_edition(editions, each, golden / f"{each}.toml") for each in editions.standards]
    (into / "cases.json").write_text(as_json({"editions": tables}), "utf-8")


def _edition(editions: Editions, standard: str, path: Path) -> dict[str, Any]:
    tables = read_toml(path)
    count = len(read_cases(tables, editions.known_to(editions.get(standard)), path.name))
    if not count:
        raise InputError([Problem(f"{path.name} cases", "没有算例", "至少一个算例")])
    return {
        "standard": standard,
        "count": count,
        "all_no": tables["all_no"],
        "cases": tables["cases"],
    }
