"""The shapes of rules for the maintainer's page: words here, examples from the modules' heads."""

import re
import sys
from dataclasses import dataclass
from textwrap import dedent

from calculator.rules.register import SHAPES

_WORDS = {
    "flat": ("一次给定", "符合就给一个固定的分值。"),
    "per_unit": (
        "按数量",
        "每满一个单位给多少分，可以有上限；第一个单位可以不同；也可以按比例折算。",
    ),
    "tiers": ("分级就高", "按最高一级给分，可以在几个阶梯中就高，不累加。"),
    "steps_above": (
        "门槛加步长",
        "到了门槛给一个分值，再往上每满一步加分。几个数可以相加，也可以只取最大的。",
    ),
    "brackets": ("分档", "按长短或多少落在哪一档给分。"),
    "age": ("年龄", "按周岁，一档，或随年龄变化的阶梯，两端都算在内。"),
    "best_of": ("只计最高一项", "几行中只计分值最高的一行。"),
    "sum_capped": ("合计上限", "几行相加，再受一个总的上限。"),
    "unpublished": (
        "分值未公布",
        "没有公开分值的一行：不猜，不当作零分，可以由申请人填写官方告知的分值。",
    ),
}


@dataclass(frozen=True, slots=True)
class ShapeDescription:
    """One shape as the page shows it."""

    name: str
    title: str
    purpose: str
    examples: tuple[str, ...]


def shapes() -> list[ShapeDescription]:
    """Every shape there is; a new one without words here is a ``KeyError`` at build."""
    return [
        ShapeDescription(name, *_WORDS[name], _examples(name))
        for name in sorted(SHAPES, key=_place)
    ]


def _place(name: str) -> int:
    return list(_WORDS).index(name)


def _examples(name: str) -> tuple[str, ...]:
    """The indented blocks of TOML in the head of the shape's module."""
    head = sys.modules[SHAPES[name].__module__].__doc__ or ""
    blocks = re.findall(r"(?:^ {4}.*\n)+", head, re.MULTILINE)
    return tuple(dedent(block).strip() for block in blocks)
