"""The shapes of rules for the maintainer's page: words and examples from the shapes' rooms."""

import re
import sys
from dataclasses import dataclass
from textwrap import dedent

from calculator.publish.guide.template import read_room_template
from calculator.rules.register import SHAPES


@dataclass(frozen=True, slots=True)
class ShapeDescription:
    """One shape as the page shows it."""

    name: str
    title: str
    purpose: str
    examples: tuple[str, ...]


def shapes() -> list[ShapeDescription]:
    """Every shape there is, in the order of the register."""
    return [_describe(name) for name in SHAPES]


def _describe(name: str) -> ShapeDescription:
    words = read_room_template(name)
    return ShapeDescription(name, words.title, words.purpose, _examples(name))


def _examples(name: str) -> tuple[str, ...]:
    """The indented blocks of TOML in the head of the shape's ``rule.py``."""
    head = sys.modules[SHAPES[name].__module__].__doc__ or ""
    blocks = re.findall(r"(?:^ {4}.*\n)+", head, re.MULTILINE)
    return tuple(dedent(block).strip() for block in blocks)
