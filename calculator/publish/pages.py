"""The guide's pages: Markdown templates over the standards, rendered before MkDocs sees them.

A figure in a page is a name here: ``{{ standard.number }}``, ``{{ scoring_table() }}``.
"""

import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator.editions import Editions
from calculator.item import PARTS, WHOSE
from calculator.number import plain
from calculator.passport import CONFIDENCE
from calculator.publish.assurance import assurance
from calculator.publish.form import sections
from calculator.publish.shapes import shapes

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "calculator/page/templates"
FIGURES = {"cap": "上限", "points": "分值"}


def render_pages(editions: Editions, standard_id: str, engine: Path, into: Path) -> None:
    """Render ``docs/`` into ``into`` for the edition that the guide explains.

    ``engine`` is the engine's folder as built; pages name it relative to themselves.
    """
    pages = Environment(
        loader=FileSystemLoader([ROOT / "docs", TEMPLATES]),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    pages.filters["plain"] = plain
    pages.globals |= {
        "standard": editions.standards[standard_id],
        "sections": sections(editions.standards[standard_id]),
        "parts": PARTS,
        "whose": WHOSE,
        "confidence": CONFIDENCE,
        "figures": FIGURES,
        "shapes": shapes(),
        "assurance": assurance(editions.standards),
        "engine_folder": f"../engine/{engine.name}/",
    }
    shutil.copytree(ROOT / "docs", into, dirs_exist_ok=True)
    for page in sorted(into.rglob("*.md")):
        name = page.relative_to(into).as_posix()
        page.write_text(pages.get_template(name).render(), encoding="utf-8")
