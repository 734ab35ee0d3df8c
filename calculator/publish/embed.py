"""The pages for other sites to embed: form, module and result, without the guide's theme.

``embed/<edition>.html`` is a page; ``embed/`` leads to the one that ``?standard=`` names;
``embed/v1/embed.js`` is the loader for good, ``embed/embed.js`` the newest. Pages stand one folder
deep, as the calculator's own page does: the form's links are the same in both.
"""

import shutil
from pathlib import Path

from jinja2 import Environment

from calculator.editions import Editions
from calculator.publish.form import forms
from calculator.publish.minify import minified_style, minify_scripts
from calculator.publish.pages import environment

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / "calculator/page/embed"
LOADER = "embed.js"
LOADER_LIMIT = 3_000
"""Bytes of the loader as it is sent, not compressed."""

STYLES = ("../site.css", "../calculator.css", "embed.css")
"""What one style of the embedded pages is made of; the last word is the last one's."""


def write_embed(editions: Editions, standard_id: str, engine: Path, site: Path) -> None:
    """Write ``site/embed/``; the edition ``standard_id`` opens where none is named."""
    folder = site / "embed"
    (folder / "v1").mkdir(parents=True)
    styles = (minified_style((SCRIPTS / style).read_text("utf-8")) for style in STYLES)
    (folder / "embed.css").write_text("".join(styles), "utf-8")
    ours = shutil.ignore_patterns(LOADER, "*.css")
    shutil.copytree(SCRIPTS, site / "assets/calculator/embed", ignore=ours)
    shutil.copy(SCRIPTS / LOADER, folder)
    minify_scripts([folder / LOADER])
    shutil.copy(folder / LOADER, folder / "v1")
    for standard in editions.standards.values():
        page = environment(editions, standard.id)
        page.globals["engine_folder"] = f"../engine/{engine.name}/"
        page.globals["forms"] = forms(editions, standard.id)[
            :1
        ]  # its own: half of the page's bytes
        _write(page, "embed.html", folder / f"{standard.id}.html")
    first = editions.get(standard_id)
    standards = [first, *(each for each in editions.standards.values() if each is not first)]
    pages = environment(editions, standard_id)
    _write(pages, "embed_index.html", folder / "index.html", standards=standards)
    _write(pages, "embed_check.html", folder / "check.html", engine_name=engine.name)


def _write(pages: Environment, template: str, into: Path, **names: object) -> None:
    into.write_text(pages.get_template(template).render(**names), "utf-8")
