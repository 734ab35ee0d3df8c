"""The form as the templates need it: every question once, where its first item stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from calculator.item import PARTS, Item
from calculator.standard import Question, Standard


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the items whose points show under it: those it is the last question of."""

    question: Question
    settles: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The questions of one group of items."""

    part: str
    title: str
    asked: tuple[Asked, ...]


def sections(standard: Standard) -> list[Section]:
    """The form's sections, in the order of the table."""
    by_group = groupby(standard.items, key=lambda item: (item.part, item.group))
    seen: set[str] = set()
    found = []
    for (part, group), items in by_group:
        asked = tuple(_asked(list(items), standard, seen))
        if asked:
            found.append(Section(PARTS[part], group, asked))
    vetoes = standard.limits.void_if if standard.limits else ()
    facts = [fact for veto in vetoes for fact in veto.directions if fact not in seen]
    if facts:
        asked = tuple(Asked(standard.questions[fact], ()) for fact in facts)
        found.append(Section("总分", "一票否决", asked))
    return found


def _asked(items: list[Item], standard: Standard, seen: set[str]) -> Iterator[Asked]:
    for item in items:
        new = [fact for fact in item.facts if fact not in seen]
        seen.update(new)
        for fact in new:
            last = fact == new[-1]
            yield Asked(standard.questions[fact], (item,) if last else ())
