"""A piece of a page from its template: what a page calls by name."""

from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from calculator.publish.guide.evidence import describe_evidence
from calculator.standard.item import WHOSE
from calculator.standard.passport import CONFIDENCE
from calculator.values.chinese import format_day, format_interval, format_points
from calculator.values.number import format_decimal

TEMPLATES: Final = Path(__file__).parents[2] / "page/templates"


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
        "plain": format_decimal,
        "scored": format_points,
        "points_short": format_interval,
        "day": format_day,
        "evidence": describe_evidence,
    }
    environment.globals |= {"whose": WHOSE, "confidence": CONFIDENCE}
    return environment


def fragment(template: str, **context: object) -> Markup:
    """The template filled in, without blank lines: they would end a raw block in Markdown."""
    text = _environment().get_template(template).render(context)
    return Markup("\n".join(line for line in text.splitlines() if line.strip()))  # noqa: S704  escaped by the template
