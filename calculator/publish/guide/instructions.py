"""How a row is worked out on paper: what any row may have around the sentences of its shape.

A sentence that writes a number ends the row's reckoning, except for rounding and the cap, which
always come last. ``tests/publish/guide/test_worksheet.py`` does what the sentences say, and nothing
else.
"""

from functools import partial

from calculator.answers.facts import Fact
from calculator.rules.rooms import beside
from calculator.rules.rounding import MODES
from calculator.rules.worksheet import Places, signed
from calculator.standard.item import Item
from calculator.standard.standard import Standard
from calculator.standard.version import Version
from calculator.values.number import format_decimal


def instructions(item: Item, standard: Standard, places: Places) -> list[list[str]]:
    """The sentences of a row; one list for each of several ways where sources differ."""
    named = partial(_named, item=item, places=places)
    opening = [
        *_limits(item, standard),
        *(
            beside(item.within, "worksheet").instructions(item.within, places)
            if item.within
            else ()
        ),
        *(
            beside(requirement, "worksheet").instruction(requirement, named, places)
            for requirement in item.requires
        ),
    ]
    return [
        [
            *opening,
            *beside(version.shape, "worksheet").instructions(version.shape, places),
            *_closing(version),
        ]
        for version in item.versions
    ]


def _limits(item: Item, standard: Standard) -> list[str]:
    """For which benefits and on which days the row counts at all."""
    sentences = []
    if set(item.tracks) != set(standard.tracks):
        labels = "、".join(standard.tracks[track].label for track in item.tracks)
        sentences.append(f"申请的不是{labels}的，写 0。")
    first, last = item.in_force
    if first.year > 1 or last.year < 9999:
        since = f"早于 {first.isoformat()}" if first.year > 1 else ""
        until = f"晚于 {last.isoformat()}" if last.year < 9999 else ""
        sentences.append(f"估算日期{'或'.join(filter(None, (since, until)))}的，写 0。")
    return sentences


def _named(fact: Fact, item: Item, places: Places) -> str:
    """The question, with its row where it is asked in another one."""
    row = places[fact.id]
    return f"“{fact.label}”" + ("" if row == places[item.id] else f"（第 {row} 行）")


def _closing(version: Version) -> list[str]:
    """Rounding and the cap, in this order."""
    sentences = []
    if version.rounding:
        step = format_decimal(version.rounding.to)
        sentences.append(f"得数{MODES[version.rounding.mode]}到 {step} 的倍数。")
    if version.cap is not None:
        beyond = "超过" if version.cap >= 0 else "低于"
        sentences.append(f"{beyond} {signed(version.cap)} 的，写 {signed(version.cap)}。")
    return sentences
