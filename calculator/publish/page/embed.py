"""The pages for other sites to embed: form, module and result, without the guide's theme.

``embed/<edition>.html`` is a page; ``embed/`` leads to the one that ``?standard=`` names;
``embed/v1/embed.js`` is the loader for good, ``embed/embed.js`` the newest. Pages stand one folder
deep, as the calculator's own page does: the form's links are the same in both.
"""

import shutil
from functools import partial
from pathlib import Path

from jinja2 import Environment

from calculator.publish.guide.pages import TEMPLATES, shared_names, template_environment
from calculator.publish.guide.template_faults import naming_the_line
from calculator.publish.page.form import days_of, forms
from calculator.standard.editions import Editions

LOADER = "embed.js"
LOADER_LIMIT = 3_000
"""Bytes of the loader as it is sent, not compressed."""


def write_embed(editions: Editions, standard_id: str, engine: str, site: Path) -> None:
    """Write ``site/embed/``, the scripts being there; ``standard_id`` opens where none is named.

    ``engine`` is the name of the engine's folder in the site.
    """
    shared = shared_names(editions)
    folder = site / "embed"
    (folder / "v1").mkdir(parents=True)
    for place in (folder, folder / "v1"):
        shutil.copy(site / "assets/embed" / LOADER, place)
    (site / "assets/embed" / LOADER).unlink()
    for standard in editions.standards.values():
        page = template_environment(shared, editions, standard.id)
        page.globals["engine_folder"] = f"../engine/{engine}/"
        page.globals["forms"] = forms(editions, standard.id)[:1]  # its own: half of the bytes
        _write(page, "embed.html", folder / f"{standard.id}.html")
    first = editions.get(standard_id)
    standards = [first, *(other for other in editions.standards.values() if other is not first)]
    pages = template_environment(shared, editions, standard_id)
    pages.globals["days"] = partial(days_of, editions)
    _write(pages, "embed_index.html", folder / "index.html", standards=standards)
    _write(pages, "embed_check.html", folder / "check.html", engine_name=engine)


def _write(pages: Environment, template: str, into: Path, **names: object) -> None:
    with naming_the_line(f"embed/{into.name}", (TEMPLATES,)):
        text = pages.get_template(template).render(**names)
    into.write_text(text, "utf-8")
