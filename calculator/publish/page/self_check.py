"""The golden cases as JSON, for the page on which a visitor's own browser works them out.

``{"editions": [{"standard", "count", "all_no", "cases": [a case's table]}]}``; what a case's table
holds is told in the head of each golden file. ``count`` is how many the build read: a page that
finds another number says so.
"""

from pathlib import Path
from typing import Any

from calculator.cli.golden_effects import GOLDEN
from calculator.publish.engine.bundle import as_json
from calculator.reading.problems import InputError, Problem
from calculator.reading.toml_file import read_toml
from calculator.scoring.golden_cases import read_golden_cases
from calculator.standard.editions import Editions
from calculator.standard.loading import edition_path


def write_cases(editions: Editions, into: Path, golden: Path = GOLDEN) -> None:
    """Write ``cases.json`` into the folder of the page.

    Raises ``InputError`` where an edition has no file of cases, or one that is empty or at fault.
    """
    tables = [
        _edition(editions, standard, golden / edition_path(standard))
        for standard in editions.standards
    ]
    (into / "cases.json").write_text(as_json({"editions": tables}), "utf-8")


def _edition(editions: Editions, standard: str, path: Path) -> dict[str, Any]:
    tables = read_toml(path)
    count = len(
        read_golden_cases(tables, editions.facts_accepted_by(editions.get(standard)), path.name)
    )
    if not count:
        raise InputError([Problem(f"{path.name} cases", "没有算例", "至少一个算例")])
    return {
        "standard": standard,
        "count": count,
        "all_no": tables["all_no"],
        "cases": tables["cases"],
    }
