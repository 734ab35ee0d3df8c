"""The guide's pages: Markdown templates over the standards, rendered before MkDocs sees them.

A figure in a page is a name here: ``{{ standard.number }}``, ``{{ scoring_table() }}``. Pages stand
in ``docs/``; every edition gets a worksheet from ``templates/sheet.md``, and each that the guide
does not explain a page of its own from ``templates/edition.md``. ``up`` leads from a page to the
folder of the guide.
"""

import shutil
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from calculator.publish.guide.article_coverage import coverage
from calculator.publish.guide.assurance import BROWSED, assurance
from calculator.publish.guide.background import load_background
from calculator.publish.guide.charts import chart_cutoffs, chart_parts, chart_year
from calculator.publish.guide.examples import households
from calculator.publish.guide.glossary import read_glossary, read_news
from calculator.publish.guide.page_names import globals_of
from calculator.publish.guide.shapes import shapes
from calculator.publish.guide.worksheet import worksheet
from calculator.publish.page.form import forms
from calculator.standard.editions import Editions
from calculator.standard.item import PARTS, WHOSE
from calculator.standard.passport import CONFIDENCE
from calculator.values.chinese import format_day, format_interval
from calculator.values.number import format_decimal

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "calculator/page/templates"
FIGURES = {
    "cap": "上限",
    "points": "分值",
    "combine": "多套怎样算",
    "junior": "初级职称",
    "intermediate": "中级职称",
    "senior": "副高及以上职称",
}
ADMITTED = {"yes": "排进", "no": "没有排进", "tie": "规则没有写明，待定"}

TIES = {
    "equal": "几样都相同，名次并列",
    "date": "有人的登记日期不清楚，名次并列",
    "other": "有人没有另一方的积分可参考，名次并列",
    "order": "另一方积分先比还是后比，规则没有写明，名次并列",
}
"""Why people share a rank."""


def render_pages(editions: Editions, standard_id: str, engine: Path, into: Path) -> None:
    """Render ``docs/`` into ``into`` for the edition that the guide explains.

    ``engine`` is the engine's folder as built; pages name it relative to themselves.
    """
    explained = editions.standards[standard_id]
    pages = environment(editions, standard_id)
    pages.globals["engine_folder"] = f"../engine/{engine.name}/"
    shutil.copytree(ROOT / "docs", into, dirs_exist_ok=True)
    for page in sorted(into.rglob("*.md")):
        name = page.relative_to(into).as_posix()
        page.write_text(pages.get_template(name).render(), encoding="utf-8")
    for folder, template in (("editions", "edition.md"), ("worksheet", "sheet.md")):
        (into / folder).mkdir(exist_ok=True)
        for each in editions.standards.values():
            if template == "sheet.md" or each is not explained:
                text = pages.get_template(template).render(standard=each, up="../")
                (into / f"{folder}/{each.id}.md").write_text(text, encoding="utf-8")


def environment(editions: Editions, standard_id: str) -> Environment:
    """The templates, and every name that they may use."""
    explained = editions.standards[standard_id]
    pages = Environment(
        loader=FileSystemLoader([ROOT / "docs", TEMPLATES]),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    pages.filters |= {
        "plain": format_decimal,
        "points": format_interval,
        "day": format_day,
        "edition_page": lambda each: _page_of(each.id, standard_id),
    }
    pages.globals |= globals_of(editions, explained, load_background()) | {
        "standard": explained,
        "explained": explained,
        "up": "",
        "standards": editions.standards,
        "chart_year": chart_year,
        "chart_parts": chart_parts,
        "chart_cutoffs": chart_cutoffs,
        "coverage": coverage,
        "households": households(editions),
        "worksheet": worksheet,
        "forms": forms(editions, standard_id),
        "parts": PARTS,
        "whose": WHOSE,
        "confidence": CONFIDENCE,
        "figures": FIGURES,
        "admitted": ADMITTED,
        "ties": TIES,
        "always": (date.min, date.max),
        "shapes": shapes(),
        "glossary": read_glossary(),
        "news": read_news(),
        "embed_editions": tuple(editions.standards.values()),
        "assurance": assurance(editions.standards),
        "browsed": BROWSED,
    }
    return pages


def _page_of(edition: str, explained: str) -> str:
    return "standard.md" if edition == explained else f"editions/{edition}.md"
