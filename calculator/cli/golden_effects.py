"""What a change of a standard does to each golden case, before it is published.

The cases stand in ``tests/golden``, one file an edition, beside the package in a checkout only.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from calculator.scoring.compare_person import ItemPoints, compare_person
from calculator.scoring.golden_cases import GoldenCase
from calculator.standard.standard import Standard
from calculator.text.compare_person import describe_change
from calculator.values.interval import Interval

GOLDEN: Final = Path(__file__).parents[2] / "tests/golden"


class Effect(NamedTuple):
    """What a change does to a case: its total before and after, and the items that differ.

    An item may differ where the total does not: two changes that balance, a total without an end.
    """

    id: str
    was: Interval
    now: Interval
    items: tuple[ItemPoints, ...]


def golden_effects(a: Standard, b: Standard, cases: Iterable[GoldenCase]) -> tuple[Effect, ...]:
    """What changing ``a`` into ``b`` does to each case. Raises ``InputError``."""
    found = []
    for case in cases:
        both = compare_person(a, b, case.facts, case.track, case.on)
        found.append(Effect(case.id, both.was.total, both.now.total, both.differing))
    return tuple(found)


def report_effects(found: Iterable[Effect]) -> str:
    """What the change does to the cases, as text: those that it touches, one a line."""
    effects = list(found)
    touched = [effect for effect in effects if effect.items or effect.was != effect.now]
    lines = [f"算例 {len(effects)} 个，受影响的 {len(touched)} 个。"]
    for effect in touched:
        items = "、".join(item.label for item in effect.items)
        change = f"  {effect.id}：{describe_change(effect.was, effect.now)}"
        lines.append(change + (f"（{items}）" if items else ""))
    return "\n".join(lines)
