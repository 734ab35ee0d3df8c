"""A piece of a page from its template: what a page calls by name."""

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculator.item import WHOSE
from calculator.number import plain
from calculator.passport import CONFIDENCE
from calculator.rules.shape import scored
from calculator.words.days import day_in_words
from calculator.words.points import points_short

TEMPLATES: Final = Path(__file__).parents[1] / "page/templates"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {
        "plain": plain,
        "scored": scored,
        "points_short": points_short,
        "day": day_in_words,
    }
    environment.globals |= {"whose": WHOSE, "confidence": CONFIDENCE}
    return environment


def fragment(template: str, **context: object) -> Markup:
    """The template filled in, without blank lines: they would end a raw block in Markdown."""
    text = _environment().get_template(template).render(context)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))  # noqa: S704  escaped by the template
