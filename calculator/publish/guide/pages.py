"""The guide's pages: Markdown templates over the standards, rendered as MkDocs reads them.

A figure in a page is a name here: ``{{ standard.number }}``, ``{{ scoring_table() }}``. Pages stand
in ``docs/``; every edition gets a worksheet from ``templates/sheet.md``, and each that the guide
does not explain a page of its own from ``templates/edition.md``. ``up`` leads from a page to the
folder of the guide.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from calculator.publish.guide.article_coverage import coverage
from calculator.publish.guide.assurance import BROWSED, assurance
from calculator.publish.guide.background import load_background
from calculator.publish.guide.charts import chart_cutoffs, chart_parts, chart_year
from calculator.publish.guide.evidence import Evidence, describe_evidence
from calculator.publish.guide.examples import households
from calculator.publish.guide.glossary import read_glossary, read_news
from calculator.publish.guide.page_names import globals_of
from calculator.publish.guide.shapes import shapes
from calculator.publish.guide.template_faults import naming_the_line
from calculator.publish.guide.worksheet import worksheet
from calculator.publish.page.form import forms
from calculator.standard.editions import Editions
from calculator.standard.item import PARTS, WHOSE
from calculator.standard.passport import CONFIDENCE, READ
from calculator.standard.standard import Standard
from calculator.values.chinese import format_day, format_interval
from calculator.values.number import format_decimal

ROOT: Final = Path(__file__).parents[3]
DOCS: Final = ROOT / "docs"
TEMPLATES: Final = ROOT / "calculator/page/templates"
COMPILED: Final = ROOT / "build/templates"
FIGURES: Final = {
    "cap": "上限",
    "points": "分值",
    "combine": "多套怎样算",
    "to": "最大的周岁",
    "junior": "初级职称",
    "intermediate": "中级职称",
    "senior": "副高及以上职称",
}
ADMITTED: Final = {"yes": "排进", "no": "没有排进", "tie": "规则没有写明，待定"}

TIES: Final = {
    "equal": "几样都相同，名次并列",
    "date": "有人的登记日期不清楚，名次并列",
    "other": "有人没有另一方的积分可参考，名次并列",
    "order": "另一方积分先比还是后比，规则没有写明，名次并列",
}
"""Why people share a rank."""

BENEFIT_PAGES: Final = {"settlement": "落户", "schooling": "孩子上学", "medical": "孩子参保"}
"""What the page of a benefit is called in a sentence."""

ALWAYS: Final = (date.min, date.max)
"""The days of an item that no date limits."""


class Pages:
    """The Markdown of every page of the guide, for the edition that the guide explains.

    ``docs`` is the folder of the guide; ``engine`` the name of the engine's folder in the site,
    which pages lead to relative to themselves.
    """

    def __init__(
        self, editions: Editions, standard_id: str, engine: str, docs: Path = DOCS
    ) -> None:
        self._docs = docs
        self._explained = editions.get(standard_id)
        self._templates = template_environment(shared_names(editions), editions, standard_id, docs)
        self._templates.globals["engine_folder"] = f"../engine/{engine}/"
        self._of_editions = {
            f"{folder}/{standard.id}.md": (template, standard)
            for folder, template in (("editions", "edition.md"), ("worksheet", "sheet.md"))
            for standard in editions.standards.values()
            if template == "sheet.md" or standard is not self._explained
        }

    @property
    def of_editions(self) -> list[str]:
        """The paths of the pages that stand in no file: an edition's own and its worksheet."""
        return list(self._of_editions)

    def markdown(self, path: str, evidence: Evidence | None = None) -> str:
        """The page of that path below the guide's folder, front matter included.

        ``evidence`` collects what its statements rest on; a page has its own.
        Raises ``InputError`` with file and line where a template is at fault.
        """
        template, names = path, dict[str, Any](evidence=evidence or Evidence())
        if path in self._of_editions:
            template, standard = self._of_editions[path]
            names |= {"standard": standard, "up": "../"}
        with naming_the_line(path, (self._docs, TEMPLATES)):
            return self._templates.get_template(template).render(names)


def shared_names(editions: Editions) -> dict[str, Any]:
    """What templates call by name whichever edition a page is about."""
    return {
        "standards": editions.standards,
        "chart_year": chart_year,
        "chart_parts": chart_parts,
        "chart_cutoffs": chart_cutoffs,
        "coverage": coverage,
        "households": households(editions),
        "worksheet": worksheet,
        "parts": PARTS,
        "whose": WHOSE,
        "confidence": CONFIDENCE,
        "read": READ,
        "figures": FIGURES,
        "admitted": ADMITTED,
        "ties": TIES,
        "always": ALWAYS,
        "benefit_pages": BENEFIT_PAGES,
        "shapes": shapes(),
        "glossary": read_glossary(),
        "news": read_news(),
        "embed_editions": tuple(editions.standards.values()),
        "assurance": assurance(editions.standards),
        "browsed": BROWSED,
    }


def template_environment(
    shared: Mapping[str, Any], editions: Editions, standard_id: str, docs: Path = DOCS
) -> Environment:
    """The templates of ``docs`` and of the page for one edition, and every name they may use.

    ``shared`` are the ``shared_names``, made once for several editions.
    """
    standard = editions.get(standard_id)
    templates = Environment(
        loader=FileSystemLoader([docs, TEMPLATES]),
        autoescape=True,
        trim_blocks=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(),
    )
    templates.filters |= {
        "plain": format_decimal,
        "points": format_interval,
        "day": format_day,
        "evidence": describe_evidence,
        "edition_page": _edition_page(standard_id),
    }
    templates.globals |= globals_of(editions, standard, load_background()) | dict(shared)
    templates.globals |= {
        "standard": standard,
        "explained": standard,
        "up": "",
        "forms": forms(editions, standard_id),
    }
    return templates


def compiled_templates() -> FileSystemBytecodeCache:
    """What Jinja compiled in earlier builds: a fifth of a build's time where one page changed."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(COMPILED))


def _edition_page(explained: str) -> Callable[[Standard], str]:
    """The filter that gives the page of an edition; ``explained`` has ``standard.md``."""
    return lambda standard: (
        "standard.md" if standard.id == explained else f"editions/{standard.id}.md"
    )
